import { CELL_SIZES, type CellSize } from '../../geodata/geometry/cell.ts';
import type { SeriesAccess } from '../../geodata/vocabulary/series.ts';
import type { Viewer } from '../http/context.ts';

/**
 * Who may see what at which aggregation: decided here and nowhere else. The database's rights say the same
 * once more (`geodata/schema/roles.sql`), so that a mistake in one of them shows nothing.
 *
 * | what | visitor | planner |
 * |---|---|---|
 * | places, addresses, buildings, base map, where street sides run | yes | yes |
 * | series | open | open, planner, licensed |
 * | figures of an area, a street side or the municipality | published: through `disclosure.ts` | exact |
 * | CBS squares | 500 m, published | 100 m and 500 m, exact |
 * | premises, observations, spells, which premises are on a street side | no | yes |
 * | figures of a drawn place | no: free places can be subtracted from each other | exact |
 * | scenarios: versions that were published, and what is shared by a link of which one has the key | yes | yes |
 * | scenarios in the making, their bases, results and archives | no | yes |
 */
interface Rights {
  accesses: readonly SeriesAccess[];
  figures: 'published' | 'exact';
  cellSizes: readonly CellSize[];
  layers: readonly TileLayer[];
  premises: boolean;
  drawnPlaces: boolean;
  scenarios: 'published' | 'planned';
}

/** Vector tile layers; those that carry figures exist per viewer. */
export type TileLayer = 'base' | 'areas' | 'buildings' | 'cells' | 'premises';

const RIGHTS: Record<Viewer, Rights> = {
  visitor: {
    accesses: ['open'],
    figures: 'published',
    cellSizes: [500],
    layers: ['base', 'areas', 'buildings', 'cells'],
    premises: false,
    drawnPlaces: false,
    scenarios: 'published',
  },
  planner: {
    accesses: ['open', 'planner', 'licensed'],
    figures: 'exact',
    cellSizes: CELL_SIZES,
    layers: ['base', 'areas', 'buildings', 'cells', 'premises'],
    premises: true,
    drawnPlaces: true,
    scenarios: 'planned',
  },
};

/** Accesses of the series that a viewer may know of at all; for the others there is no such series. */
export function accessesOf(viewer: Viewer): readonly SeriesAccess[] {
  return RIGHTS[viewer].accesses;
}

/** Which figures a viewer gets: those that passed the policy, or the exact ones. */
export function figuresOf(viewer: Viewer): 'published' | 'exact' {
  return RIGHTS[viewer].figures;
}

/** Sizes of CBS squares, metres, that a viewer may have figures of. */
export function cellSizesOf(viewer: Viewer): readonly CellSize[] {
  return RIGHTS[viewer].cellSizes;
}

/** Vector tile layers of a viewer. */
export function layersOf(viewer: Viewer): readonly TileLayer[] {
  return RIGHTS[viewer].layers;
}

/** Whether a viewer may see single premises: where they stand, what was observed. */
export function maySeePremises(viewer: Viewer): boolean {
  return RIGHTS[viewer].premises;
}

/** Whether a viewer may ask for figures of a place of their own. */
export function mayDrawPlaces(viewer: Viewer): boolean {
  return RIGHTS[viewer].drawnPlaces;
}

/** Whether a viewer may make scenarios, see those in the making, publish them and write beside a version. */
export function mayPlanScenarios(viewer: Viewer): boolean {
  return RIGHTS[viewer].scenarios === 'planned';
}
