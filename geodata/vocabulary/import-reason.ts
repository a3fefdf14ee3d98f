import { AREA_REASONS } from './area-reason.ts';
import { BAG_REASONS } from './bag-reason.ts';
import { BOUNDARY_REASONS } from './boundary-reason.ts';
import { LIST_REASONS } from './list-reason.ts';
import { OSM_REASONS } from './osm-reason.ts';
import type { Reason } from './reason.ts';
import { SHAPE_REASONS } from './shape-reason.ts';
import { STATISTICS_REASONS } from './statistics-reason.ts';
import { WORK_AREA_REASONS } from './work-area-reason.ts';

/** Reasons by the source that a dataset is of: one code may say it in other words where the rows are other things. */
const BY_SOURCE: Readonly<Record<string, readonly Reason[]>> = {
  openstreetmap: OSM_REASONS,
  osm: OSM_REASONS,
  bag: BAG_REASONS,
  boundaries: [...BOUNDARY_REASONS, ...SHAPE_REASONS],
  statistics: [...STATISTICS_REASONS, ...SHAPE_REASONS],
  'work-areas': [...WORK_AREA_REASONS, ...SHAPE_REASONS],
  areas: [...AREA_REASONS, ...SHAPE_REASONS],
  'proposed-centres': AREA_REASONS,
  'vacancy-list': LIST_REASONS,
};

/**
 * Why a row was not loaded; undefined for a code that is not given any more.
 * @param source of the dataset; undefined: the first source that gives such a reason
 */
export const reasonOf = (code: string, source?: string): Reason | undefined =>
  (source === undefined ? Object.values(BY_SOURCE).flat() : BY_SOURCE[source])?.find(
    reason => reason.code === code,
  );
