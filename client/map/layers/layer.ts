import type { GeoJSONSource, LayerSpecification, Map as MapLibre, SourceSpecification } from 'maplibre-gl';
import type { Explore } from '../../state/explore.ts';
import type { Palette } from '../palette.ts';

/** Names of the families as the map asks for them; see `client/style/font.css`. */
export const FONT = ['Kernkaart Sans'];
export const FONT_SEMIBOLD = ['Kernkaart Sans Semibold'];

/** Layers of one thing on the map, by the height at which they are drawn. */
export interface LayerGroup {
  sources: Record<string, SourceSpecification>;
  /** Flat on the ground. */
  ground?: LayerSpecification[];
  /** Streets and rails: above what colours the ground, so that a town stays readable under it. */
  streets?: LayerSpecification[];
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

/**
 * Key of a feature in a GeoJSON source. MapLibre writes ids that look like numbers into its tiles as numbers, and
 * fails on those beyond 64 bits; ids of ours are digests, of which one in ten thousand has digits only.
 */
export const featureKey = (id: string): string => `k${id}`;

/** A feature of ours: its id stands in the properties, its key is what states are told by. */
export function featureOf(
  id: string,
  geometry: GeoJSON.Geometry,
  properties: Record<string, unknown> = {},
): GeoJSON.Feature {
  return { type: 'Feature', properties: { ...properties, id, key: featureKey(id) }, geometry };
}

/** A GeoJSON source without anything in it yet. */
export const emptySource = (): SourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  promoteId: 'key',
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

/** Ground that a pixel of the screen covers in the middle of the map, metres. */
export function metresPerPixel(map: MapLibre): number {
  const around = 40_075_016.686 * Math.cos((map.getCenter().lat * Math.PI) / 180);
  return around / (512 * 2 ** map.getZoom());
}

/** Gives a GeoJSON source other contents. */
export function setFeatures(map: MapLibre, source: string, features: GeoJSON.Feature[]): void {
  map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features });
}
