import type { LayerSpecification, Map as MapLibre, SourceSpecification } from 'maplibre-gl';
import type { Explore } from '../../state/explore.ts';
import type { Palette } from '../palette.ts';

/** Names of the families as the map asks for them; see `client/style/font.css`. */
export const FONT = ['Kernkaart Sans'];
export const FONT_SEMIBOLD = ['Kernkaart Sans Semibold'];

/** Layers of one thing on the map, by the height at which they are drawn. */
export interface LayerGroup {
  sources: Record<string, SourceSpecification>;
  /** Flat on the ground, below buildings. */
  ground?: LayerSpecification[];
  /** Buildings and outlines. */
  standing?: LayerSpecification[];
  /** Names and markers, above everything. */
  labels?: LayerSpecification[];
}

/** One thing on the map: how it is drawn, and how it follows what the reader chose. */
export interface MapLayer {
  group(palette: Palette): LayerGroup;
  /** Brings the map in line with the state; called often, does only what changed. */
  sync?(map: MapLibre, explore: Explore): void;
}

/** A GeoJSON source without anything in it yet. `id` of the properties is the feature's id. */
export const emptySource = (): SourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  promoteId: 'id',
});

/** Width of a line: pixels at zooms, growing as the map does in between. */
export function widthAt(stops: readonly [zoom: number, pixels: number][], more = 0) {
  return [
    'interpolate',
    ['exponential', 1.6],
    ['zoom'],
    ...stops.flatMap(([zoom, pixels]) => [zoom, pixels + more]),
  ] as never;
}
