import { z } from 'zod';
import { AREA_KINDS } from '#vocabulary/area-kind.ts';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { DISCLOSURE_PROFILES, EVIDENCE, RELIABILITIES } from '#vocabulary/series.ts';
import { Id, IsoDate, MunicipalityCode, Position, Revision } from './primitives.ts';
import { ScenarioRange } from './scenario.ts';

const Words = z.object({ nl: z.string(), en: z.string() });
const MultiPolygon = z.array(z.array(z.array(Position)));

/** An outline that a base knows: the area itself, or a policy zone that overlaps it. Degrees (CRS84). */
export const BaseArea = z.object({
  id: Id,
  kind: z.enum(AREA_KINDS),
  name: z.string(),
  hectares: z.number(),
  coordinates: MultiPolygon,
});
export type BaseArea = z.infer<typeof BaseArea>;

/**
 * How vacancy came and went in the area, per function, from yearly pairs of reference dates of one method
 * (`server/planning/observed-flow.ts`). Rates are shares a year, 0 to 1.
 */
export const ObservedFlow = z.object({
  function: z.enum(FUNCTION_CODES),
  /** Premises in use that are vacant a year later. */
  inflow: ScenarioRange,
  /** Vacant premises that are in use a year later. */
  outflow: ScenarioRange,
  /** Premises-years behind each: in use, and vacant. */
  inUseYears: z.number().int(),
  vacantYears: z.number().int(),
  /** Too few of this function: the rates of all functions in the area stand in. */
  pooled: z.boolean(),
});
export type ObservedFlow = z.infer<typeof ObservedFlow>;

/**
 * What a scenario starts from: the premises of one area on one reference date of one series, at one revision. It is
 * stored with the scenario, so that what happens to the data later changes nothing. Columns are parallel.
 */
export const ScenarioBase = z.object({
  municipality: MunicipalityCode,
  municipalityName: z.string(),
  fictional: z.boolean(),
  /** Homes of the whole municipality on the reference date: what is a lot for one town is little for another. */
  municipalityHomes: z.number().int(),
  revision: Revision,
  area: BaseArea,
  /** Policy zones and other areas that overlap it. */
  zones: z.array(BaseArea),
  series: z.object({
    id: Id,
    name: Words,
    definition: Words,
    source: z.string(),
    evidence: z.enum(EVIDENCE),
    profile: z.enum(DISCLOSURE_PROFILES),
    access: z.string(),
    reliability: z.enum(RELIABILITIES),
    referenceDate: IsoDate,
    methodVersion: z.string(),
    /** The series says what was looked at; without it there are counts and no rates. */
    covered: z.boolean(),
  }),
  premises: z.object({
    ids: z.array(Id),
    /** Name and address. */
    labels: z.array(z.string()),
    /** Metres RD, two decimals. */
    x: z.array(z.number()),
    y: z.array(z.number()),
    /** FUNCTION_CODES index. */
    functions: z.array(z.number().int()),
    /** FUNCTION_CODES index of what the plan allows, -1 unknown. */
    allowed: z.array(z.number().int()),
    /** m2, -1 unknown. */
    floorAreas: z.array(z.number().int()),
    /** 0 is the ground floor, -1 unknown. */
    storeys: z.array(z.number().int()),
    /** STATUS_CODES index. */
    states: z.array(z.number().int()),
    /** 0 not vacant, else 1 + DURATION_CODES index. */
    durations: z.array(z.number().int()),
    /** Vacant m2 where an observation states them, else -1. */
    vacantAreas: z.array(z.number().int()),
    /** Index in `buildings`, -1 none. */
    buildings: z.array(z.number().int()),
    /** Index in `streetSides`, -1 none. */
    streetSides: z.array(z.number().int()),
  }),
  buildings: z.array(Id),
  streetSides: z.array(
    z.object({
      id: Id,
      street: z.string(),
      side: z.enum(['odd', 'even']),
      /** MultiLineString, degrees. */
      coordinates: z.array(z.array(Position)),
    }),
  ),
  flows: z.array(ObservedFlow),
});
export type ScenarioBase = z.infer<typeof ScenarioBase>;

/**
 * The ground under a scenario's still map, for paper and for pages without a map: what lies in the area's
 * rectangle and a margin around it. Coordinates are metres RD with one decimal, flat arrays `x, y, x, y, ...`.
 */
export const ScenarioGround = z.object({
  /** West, south, east, north, metres RD. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  water: z.array(z.array(z.array(z.number()))),
  green: z.array(z.array(z.array(z.number()))),
  roads: z.array(z.object({ name: z.string().nullable(), class: z.string(), line: z.array(z.number()) })),
  rails: z.array(z.array(z.number())),
  /** Polygons as lists of rings. */
  buildings: z.array(z.object({ id: Id, rings: z.array(z.array(z.number())) })),
});
export type ScenarioGround = z.infer<typeof ScenarioGround>;
