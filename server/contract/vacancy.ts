import { z } from 'zod';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { Id, IsoDate, MunicipalityCode, Revision } from './primitives.ts';

/**
 * A count or a sum as it may be shown: a number; `<5`; `confidential`; or null where nobody looked or
 * the source does not say. Null is never 0.
 */
export const Shown = z.union([z.number(), z.literal('<5'), z.literal('confidential'), z.null()]);
export type Shown = z.infer<typeof Shown>;

/** Function of a figure, or `all` that the coverage names. */
export const FunctionScope = z.enum(['all', ...FUNCTION_CODES]);

/** One figure: an area, a series, a function, a reference date. Floor areas in m2, rates in per cent. */
export const VacancyFigure = z.object({
  referenceDate: IsoDate,
  function: FunctionScope,
  observed: Shown,
  vacant: Shown,
  /** Vacant of observed, by count. */
  rate: Shown,
  /** How many observed premises have a known floor area. */
  areaKnown: Shown,
  observedFloorArea: Shown,
  vacantFloorArea: Shown,
  /** Vacant of observed floor area. */
  floorAreaRate: Shown,
  durations: z.object({ 'under-1': Shown, '1-to-3': Shown, 'over-3': Shown, unknown: Shown }),
});
export type VacancyFigure = z.infer<typeof VacancyFigure>;

/** Query of an area's vacancy: which series, which date (default: all dates), which function. */
export const VacancyQuery = z.strictObject({
  series: Id,
  referenceDate: IsoDate.optional(),
  function: FunctionScope.optional(),
});

/** Answer of `/areas/{id}/vacancy`, for visitors and planners alike; `exact` says whether a policy was applied. */
export const Vacancy = z.object({
  area: z.string(),
  series: Id,
  revision: Revision,
  exact: z.boolean(),
  figures: z.array(VacancyFigure),
});
export type Vacancy = z.infer<typeof Vacancy>;

/** Query of the cubes: every area and street side of a municipality in one series. */
export const CubeQuery = z.strictObject({ municipality: MunicipalityCode, series: Id });

/**
 * Header of the frame that `/api/v1/vacancy` and `/api/v1/planner/vacancy` answer. Column `tallies`
 * (i32) holds a tally (`MEASURES` x dates) per key, in the order of `keys`; negative numbers are marks.
 * Street sides have metres of front as well: `frontKeys` (i32: indexes in `keys`) and `fronts` (i32:
 * `FRONT_MEASURES` x dates for each of those, decimetres; negative numbers are marks).
 */
export const CubeHeader = z.object({
  revision: Revision,
  series: Id,
  exact: z.boolean(),
  referenceDates: z.array(IsoDate),
  methodVersions: z.array(z.string()),
  /** Id of an area or a street side (or the municipality's code for the whole) and function. */
  keys: z.array(z.tuple([z.string(), FunctionScope])),
});
export type CubeHeader = z.infer<typeof CubeHeader>;
