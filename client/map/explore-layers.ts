import { areasLayer } from './layers/areas.ts';
import { baseLayer } from './layers/base.ts';
import { buildingsLayer } from './layers/buildings.ts';
import { cellsLayer } from './layers/cells.ts';
import { heatLayer } from './layers/heat.ts';
import type { MapLayer } from './layers/layer.ts';
import { premisesLayer } from './layers/premises.ts';
import { streetsLayer } from './layers/streets.ts';
import { surfaceLayer } from './layers/surface.ts';

/** Everything on the explore screen's map, from the ground up; later ones lie above earlier ones of the same height. */
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
