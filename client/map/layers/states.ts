import type { Map as MapLibre } from 'maplibre-gl';
import { featureKey } from './layer.ts';

/** A source, and the layer within it for tiles. */
export interface StateTarget {
  source: string;
  sourceLayer?: string;
}

/** How the map knows a feature of a source: in tiles by its id, in a GeoJSON source by its key. */
export const targetOf = (target: StateTarget, id: string) => ({
  ...target,
  id: target.sourceLayer === undefined ? featureKey(id) : id,
});

/** What is remembered of a feature: flat, so that equal states are found at once. */
export type FeatureState = Record<string, string | number | boolean>;

const same = (a: FeatureState | undefined, b: FeatureState): boolean =>
  a !== undefined && Object.keys(b).every(key => a[key] === b[key]);

/**
 * States of many features at once: only what differs from last time is told to the map, since every change
 * costs it a piece of a buffer.
 */
export class States {
  #target: StateTarget;
  #told = new Map<string, FeatureState>();

  constructor(target: StateTarget) {
    this.#target = target;
  }

  /** Forgets what was told: the features are others now. */
  clear(): void {
    this.#told.clear();
  }

  /** Makes these the states; a feature that had one and is not named loses it. */
  set(map: MapLibre, states: Iterable<readonly [id: string, state: FeatureState]>): void {
    const gone = new Set(this.#told.keys());
    for (const [id, state] of states) {
      gone.delete(id);
      if (same(this.#told.get(id), state)) continue;
      this.#told.set(id, state);
      map.setFeatureState(targetOf(this.#target, id), state);
    }
    for (const id of gone) {
      for (const key of Object.keys(this.#told.get(id) ?? {}))
        map.removeFeatureState(targetOf(this.#target, id), key);
      this.#told.delete(id);
    }
  }
}
