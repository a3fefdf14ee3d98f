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

/** One observation, as it was recorded. Of several of one series and date the last counts: it corrects the others. */
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
  /** Why somebody corrected what was observed before; null: it came with an import. */
  reason: z.string().nullable(),
  /** Who recorded it, and when. */
  recordedBy: z.string(),
  recordedAt: z.iso.datetime({ offset: true }),
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
 * Header of the frame of premises. `geodata/figures/stock-frame.ts` makes of it what figures are counted
 * from, `geodata/figures/place.ts` where each premises belongs. Numbers are the type in brackets.
 *
 * One entry per premises: `lon`, `lat` (i32: degrees x 1e7; f32 would lose metres), `x`, `y` (i32:
 * centimetres RD), `cellX`, `cellY` (i32: south-west corner in metres of its square of 100 m), `function`
 * (u8, FUNCTION_CODES) and `floorArea` (i32, m2, -1 unknown) as they are in its last period, `buildYear` (i16, -1
 * unknown), `building`, `street` (i32: index in the header's list, -1 none), `houseNumber` (i32, -1 none).
 *
 * Per premises and reference date: `states` (u8: premises x dates, STATUS_CODES). Per date: `covered` (u8:
 * 1 where the series says what was looked at). Stated vacant floor areas: `partly` (i32: premises * dates +
 * date) and `vacantAreas` (i32, m2).
 *
 * One entry per period, in order of premises and time: `periodPremises`, `periodFrom`, `periodUntil` (i32:
 * days since 1970-01-01; OPEN_DAY: still), `periodFunction` (u8), `periodArea` (i32, m2, -1 unknown).
 * One entry per spell, in order of premises and time: `spellPremises`, `spellFirst`, `spellLast` (i32:
 * indexes of premises and of reference dates), `spellEarliest`, `spellLatest` (i32: days, OPEN_DAY open).
 * One entry per successor: `successorFrom`, `successorTo` (i32: indexes of premises), `successorDay` (i32).
 *
 * Per area `area:<n>` (i32: indexes of the premises in it). Per premises on a street side `sidePremises`,
 * `side` (i32: indexes) and `sideFront` (i32: decimetres of front, -1 none of its own or unknown).
 */
export const PremisesHeader = z.object({
  revision: Revision,
  municipality: MunicipalityCode,
  series: Id,
  referenceDates: z.array(IsoDate),
  methodVersions: z.array(z.string()),
  ids: z.array(z.string()),
  /** Name and address, joined by a comma; empty where there is neither. */
  labels: z.array(z.string()),
  /** Name on the door, null where the source has none. */
  names: z.array(z.string().nullable()),
  buildings: z.array(z.string()),
  streets: z.array(z.string()),
  areas: z.array(z.string()),
  streetSides: z.array(z.string()),
});
export type PremisesHeader = z.infer<typeof PremisesHeader>;
