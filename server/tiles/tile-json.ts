import { rdToWgs84 } from '#geometry/rd.ts';
import type { TileJson } from '../contract/tile.ts';
import type { TileSummary } from '../queries/tile.ts';
import type { TileLayer } from './layer.ts';

/**
 * TileJSON 3.0.0 of a layer.
 * @param prefix address of the tiles of this group, without a slash at the end
 */
export function tileJson(layer: TileLayer, summary: TileSummary, prefix: string): TileJson {
  const zooms = { minzoom: layer.minZoom, maxzoom: layer.maxZoom };
  return {
    tilejson: '3.0.0',
    name: layer.name,
    description: layer.description,
    scheme: 'xyz',
    revision: summary.revision,
    tiles: [`${prefix}/${layer.name}/${summary.revision}/{z}/{x}/{y}.mvt`],
    vector_layers: layer.vectorLayers.map(({ id, description, fields }) => ({
      id,
      description,
      ...zooms,
      fields: { ...fields },
    })),
    ...zooms,
    ...(summary.extent && { bounds: boundsOf(summary.extent) }),
    ...(summary.attributions.length > 0 && { attribution: summary.attributions.map(escaped).join(' | ') }),
  };
}

/** Box in RD metres to west, south, east, north in degrees: RD north is not true north, so all corners count. */
function boundsOf([left, bottom, right, top]: [number, number, number, number]): number[] {
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ].map(([x, y]) => rdToWgs84([x!, y!]));
  const longitudes = corners.map(corner => corner[0]);
  const latitudes = corners.map(corner => corner[1]);
  const bounds = [
    Math.min(...longitudes),
    Math.min(...latitudes),
    Math.max(...longitudes),
    Math.max(...latitudes),
  ];
  return bounds.map(degrees => Number(degrees.toFixed(6)));
}

/** Maps show an attribution as HTML; what a dataset says is text. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
