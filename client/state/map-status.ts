import { Store, Watched } from './store.ts';
import type { RdBox } from './surface.ts';

/** Parts of the map that load on their own and can fail on their own. */
export const MAP_LAYERS = ['base', 'areas', 'buildings', 'cells', 'premises'] as const;
export type MapLayerName = (typeof MAP_LAYERS)[number];

/** What the map tells the screen. */
export interface MapStatusValue {
  state: 'loading' | 'ready' | 'failed' | 'unsupported';
  /** Layers that could not be loaded. */
  failed: readonly MapLayerName[];
  /** Layers that take long to load. */
  slow: readonly MapLayerName[];
  /** Metres per pixel in the middle of the map; null before there is a map. */
  metresPerPixel: number | null;
  /** Zoom level; null before there is a map. */
  zoom: number | null;
  /** What is in view, edges in metres RD; null before there is a map. */
  box: RdBox | null;
  /** The same in degrees (CRS84): west, south, east, north. */
  bounds: readonly [number, number, number, number] | null;
}

/** Status of a map that is not there yet. */
export const newMapStatus = (): Store<MapStatusValue> =>
  new Store<MapStatusValue>({
    state: 'loading',
    failed: [],
    metresPerPixel: null,
    zoom: null,
    box: null,
    bounds: null,
    slow: [],
  });

/** What the screen asks of the map. Bounds and points are degrees (CRS84). */
export type MapCommand =
  | { kind: 'zoom'; by: 1 | -1 }
  | { kind: 'fly'; bounds: readonly [number, number, number, number] }
  | { kind: 'fly-to'; centre: readonly [number, number]; zoom: number }
  | { kind: 'print' }
  | { kind: 'retry' };

/** Orders to the map; nobody needs to know whether there is one. */
export class MapCommands extends Watched {
  #last: MapCommand | undefined;

  /** The latest order, read by the map when told. */
  get last(): MapCommand | undefined {
    return this.#last;
  }

  give(command: MapCommand): void {
    this.#last = command;
    this.changed();
  }
}
