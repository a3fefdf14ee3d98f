import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { areasLayer } from './layers/areas.ts';
import { baseLayer } from './layers/base.ts';
import { buildingsLayer } from './layers/buildings.ts';
import { cellsLayer } from './layers/cells.ts';
import { heatLayer } from './layers/heat.ts';
import type { MapLayer } from './layers/layer.ts';
import { premisesLayer } from './layers/premises.ts';
import { streetsLayer } from './layers/streets.ts';
import { surfaceLayer } from './layers/surface.ts';
import type { Palette } from './palette.ts';

/** Everything on the map, from the ground up; later ones lie above earlier ones of the same height. */
export const newLayers = (): MapLayer[] => [
  baseLayer,
  surfaceLayer(),
  cellsLayer(),
  heatLayer(),
  buildingsLayer(),
  areasLayer(),
  streetsLayer(),
  premisesLayer(),
];

/**
 * The style of the whole map in one palette: ground, streets, what stands on it, then names. No glyphs and no
 * sprite: letters come from the page's own font, patterns are drawn at run time.
 */
export function mapStyle(layers: readonly MapLayer[], palette: Palette): StyleSpecification {
  const groups = layers.map(layer => layer.group(palette));
  const at = (height: 'ground' | 'streets' | 'standing' | 'labels'): LayerSpecification[] =>
    groups.flatMap(group => group[height] ?? []);
  return {
    version: 8,
    sources: Object.assign({}, ...groups.map(({ sources }) => sources)),
    layers: [...at('ground'), ...at('streets'), ...at('standing'), ...at('labels')],
    transition: { duration: 0 },
  };
}
