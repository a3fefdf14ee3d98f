import { z } from 'zod';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { RELIABILITIES } from '#vocabulary/series.ts';
import { STATUS_CODES } from '#vocabulary/status.ts';
import { Id, IsoDate, MunicipalityCode, Position, Revision } from './primitives.ts';

/** What a premises was, from one date until another (null: still). */
export const PremisesPeriod = z.object({
  from: IsoDate,
  until: IsoDate.nullable(),
  function: z.enum(FUNCTION_CODES),
  purposes: z.array(z.string()),
  allowedFunction: z.string().nullable(),
  floorArea: z.number().int().nullable(),
  storey: z.number().int().nullable(),
});

/** One observation, as it was recorded. */
export const Observation = z.object({
  series: Id,
  referenceDate: IsoDate,
  status: z.enum(STATUS_CODES),
  vacantFloorArea: z.number().int().nullable(),
  storey: z.number().int().nullable(),
  sinceEarliest: IsoDate.nullable(),
  sinceLatest: IsoDate.nullable(),
  reliability: z.enum(RELIABILITIES),
  remark: z.string().nullable(),
});

/** A premises with its whole story; planners only. */
export const Premises = z.object({
  revision: Revision,
  id: Id,
  municipality: MunicipalityCode,
  bagId: z.string().nullable(),
  name: z.string().nullable(),
  address: z.string().nullable(),
  buildings: z.array(
    z.object({ id: Id, bagId: z.string().nullable(), buildYear: z.number().int().nullable() }),
  ),
  position: Position,
  areas: z.array(Id),
  periods: z.array(PremisesPeriod),
  observations: z.array(Observation),
  spells: z.array(
    z.object({
      series: Id,
      firstSeen: IsoDate,
      lastSeen: IsoDate,
      fromEarliest: IsoDate.nullable(),
      fromLatest: IsoDate,
      untilEarliest: IsoDate.nullable(),
      untilLatest: IsoDate.nullable(),
    }),
  ),
  successors: z.array(z.object({ id: Id, onDate: IsoDate })),
  predecessors: z.array(z.object({ id: Id, onDate: IsoDate })),
});
export type Premises = z.infer<typeof Premises>;

/** Query of `/api/v1/planner/premises`: every premises of a municipality in one series, as a frame. */
export const PremisesQuery = z.strictObject({ municipality: MunicipalityCode, series: Id });

/**
 * Header of the frame of premises. Columns, one entry per premises: `lon`, `lat` (f32 would lose
 * metres, so i32: degrees x 1e7), `function` (u8, FUNCTION_CODES), `floorArea` (i32, -1 unknown),
 * `buildYear` (i16, -1 unknown), `states` (u8: dates per premises, STATUS_CODES), `vacantAreas`
 * (i32: per entry of `partly`: m2 vacant), `partly` (i32: premises index * dates + date),
 * `spellPremises`, `spellFirst`, `spellLast` (i32: index of premises, of reference date),
 * `spellEarliest`, `spellLatest` (i32: days since 1970-01-01, -2147483648 open).
 */
export const PremisesHeader = z.object({
  revision: Revision,
  series: Id,
  referenceDates: z.array(IsoDate),
  methodVersions: z.array(z.string()),
  ids: z.array(z.string()),
  labels: z.array(z.string()),
  /** Building ids; column `building` (i32) has the index per premises, -1 where it stands in none. */
  buildings: z.array(z.string()),
  /** Area ids, and per area the premises indexes in it (columns `area:<n>`, i32). */
  areas: z.array(z.string()),
});
export type PremisesHeader = z.infer<typeof PremisesHeader>;
