import type { Map as MapLibre } from 'maplibre-gl';
import { type StateTarget, targetOf } from './states.ts';

/** The one feature of a source that is chosen: its state `selected` says so. */
export class Selected {
  #target: StateTarget;
  #id: string | undefined;

  constructor(target: StateTarget) {
    this.#target = target;
  }

  /** Chooses a feature, or none; does nothing when it is chosen already. */
  set(map: MapLibre, id: string | undefined): void {
    if (id === this.#id) return;
    if (this.#id !== undefined) map.setFeatureState(targetOf(this.#target, this.#id), { selected: false });
    if (id !== undefined) map.setFeatureState(targetOf(this.#target, id), { selected: true });
    this.#id = id;
  }
}
