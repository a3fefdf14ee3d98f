import { z } from 'zod';
import { STATUS_CODES } from '#vocabulary/status.ts';
import { Id, IsoDate, Revision } from './primitives.ts';

/** Statuses that somebody can see; `not-observed` is the absence of an observation. */
export const CORRECTED_STATUSES = STATUS_CODES.filter(code => code !== 'not-observed');

/**
 * What a planner knows better of one premises (`POST /api/v1/planner/premises/{id}/corrections`). It becomes a newer
 * observation of the series on its reference date; the one that was there stays.
 */
export const Correction = z.strictObject({
  series: Id,
  referenceDate: IsoDate,
  status: z.enum(CORRECTED_STATUSES),
  /** m2; null: all of it, or not known. */
  vacantFloorArea: z.number().int().min(0).max(1_000_000).nullable().default(null),
  /** Since when, as an interval; a null bound is open. Only where it is vacant in some way. */
  sinceEarliest: IsoDate.nullable().default(null),
  sinceLatest: IsoDate.nullable().default(null),
  remark: z.string().trim().min(1).max(500).nullable().default(null),
  /** Why it is corrected; stays with the observation. */
  reason: z.string().trim().min(3).max(500),
});
export type Correction = z.infer<typeof Correction>;

/** The revision in which it is counted. */
export const Corrected = z.object({ revision: Revision });
export type Corrected = z.infer<typeof Corrected>;
