import type { TileLayer } from './layer.ts';
import { areas } from './layers/areas.ts';
import { base } from './layers/base.ts';
import { buildings } from './layers/buildings.ts';
import { cells, plannerCells } from './layers/cells.ts';
import { premises } from './layers/premises.ts';

const named = (layers: readonly TileLayer[]) => new Map(layers.map(layer => [layer.name, layer]));

/** What anybody may have, by the name in the address. */
export const PUBLIC_LAYERS: ReadonlyMap<string, TileLayer> = named([base, areas, buildings, cells]);

/** What planners have below `/tiles/planner/`. */
export const PLANNER_LAYERS: ReadonlyMap<string, TileLayer> = named([plannerCells, premises]);
