import { z } from 'zod';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { SCENARIO_FIGURE_IDS } from '#vocabulary/scenario-figure.ts';
import { Id, IsoDate, Position } from './primitives.ts';

/** Low, expected and high of one number. */
export const ScenarioRange = z.strictObject({ low: z.number(), mid: z.number(), high: z.number() });
export type ScenarioRange = z.infer<typeof ScenarioRange>;

/** Least and most of a number that is not 0, without its sign: whatever the model makes of two of them is a number too. */
const SIZES = [1e-9, 1e12] as const;

const Amount = z
  .number()
  .min(-SIZES[1])
  .max(SIZES[1])
  .refine(value => value === 0 || Math.abs(value) >= SIZES[0], 'Too small: expected 0 or at least 1e-9');

/** A range that a planner fills in. Whether it is in order is judged by the model, so that a draft can be saved. */
const FilledRange = z.strictObject({ low: Amount, mid: Amount, high: Amount });

/** A number that a planner fills in, and where it comes from; an empty source keeps the scenario from being published. */
export const ScenarioParameter = FilledRange.extend({
  source: z.string().max(300),
  /** Year of the prices, for euros; null for everything else. */
  priceLevel: z.string().max(40).nullable(),
});
export type ScenarioParameter = z.infer<typeof ScenarioParameter>;

/** Vertices that a drawn place may have in one ring. */
export const MOST_PLACE_VERTICES = 10_000;

const Ring = z.array(Position).min(4).max(MOST_PLACE_VERTICES);

/** Where a measure acts. Coordinates are degrees (CRS84), rings closed. */
export const ScenarioPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('area'), id: Id }),
  z.strictObject({ kind: z.literal('polygon'), coordinates: z.array(Ring).min(1).max(50) }),
  z.strictObject({ kind: z.literal('street-sides'), ids: z.array(Id).max(200) }),
  z.strictObject({ kind: z.literal('premises'), ids: z.array(Id).max(5000) }),
]);
export type ScenarioPlace = z.infer<typeof ScenarioPlace>;

/** Which premises in its place a measure takes: those vacant on the base date, those vacant for a year or longer, or all. */
export const MEASURE_TAKES = ['vacant', 'vacant-over-1', 'all'] as const;
export type MeasureTakes = (typeof MEASURE_TAKES)[number];

const Year = z.number().int().min(2000).max(2100);

/** One measure of a scenario. `kind` is a key of the registry (`server/planning/measures.ts`). */
export const ScenarioMeasure = z.strictObject({
  id: Id,
  kind: z.string().min(1).max(40),
  /** What the planner calls it; empty: the name of its kind. */
  name: z.string().max(120),
  remark: z.string().max(600),
  /** Null: not chosen yet. */
  place: ScenarioPlace.nullable(),
  /** Second place, of measures that have one (where moved shops go). */
  target: ScenarioPlace.nullable(),
  /** Calendar years, both included. */
  phase: z.strictObject({ from: Year, until: Year }),
  takes: z.enum(MEASURE_TAKES),
  /** By id of the choice, see the registry. */
  choices: z.record(z.string().max(40), z.string().max(40)),
  /** By id of the parameter, see the registry; one that is not here is not filled in. */
  parameters: z.record(z.string().max(40), ScenarioParameter),
});
export type ScenarioMeasure = z.infer<typeof ScenarioMeasure>;

/** A plan that goes ahead whatever the council decides: floor area that comes (positive) or goes (negative), in a year. */
export const HardPlan = z.strictObject({
  id: Id,
  name: z.string().max(120),
  function: z.enum(FUNCTION_CODES),
  year: Year,
  /** m2. */
  floorArea: FilledRange,
  premises: z.number().int().min(-1000).max(1000),
  source: z.string().max(300),
});
export type HardPlan = z.infer<typeof HardPlan>;

/** Doing nothing: what goes on by itself. `frozen` keeps everything as on the base date, for comparison. */
export const ScenarioBaseline = z.strictObject({
  mode: z.enum(['observed', 'frozen']),
  /** Announced closures become vacancy in the first year. */
  announced: z.boolean(),
  /**
   * Share (0 to 1) of those who use a premises that a measure takes, or would come to use it, who find another vacant
   * one of the same function in the area. Left out: none do.
   */
  staying: ScenarioParameter.optional(),
  hardPlans: z.array(HardPlan).max(40),
});
export type ScenarioBaseline = z.infer<typeof ScenarioBaseline>;

/** A municipality's own norm, by function. jobs: m2 per job; parking: places per 100 m2 (housing: per home); energy: kWh per m2 a year. */
export const ScenarioNorm = z.strictObject({
  kind: z.enum(['jobs', 'parking', 'energy']),
  values: z.partialRecord(z.enum(FUNCTION_CODES), FilledRange),
  source: z.string().max(300),
});
export type ScenarioNorm = z.infer<typeof ScenarioNorm>;

/** A figure that readers see first, with the municipality's own norm for it where there is one. */
export const ScenarioIndicator = z.strictObject({
  figure: z.enum(SCENARIO_FIGURE_IDS),
  norm: z.strictObject({ value: Amount, source: z.string().max(300) }).nullable(),
});
export type ScenarioIndicator = z.infer<typeof ScenarioIndicator>;

/** An assumption that readers may turn: one parameter of one measure, at most five settings. */
export const OpenAssumption = z.strictObject({
  measure: Id,
  parameter: z.string().max(40),
  /** Expected values; the one that is proposed is the parameter's own `mid` and is not among them. */
  settings: z.array(Amount).min(1).max(4),
});
export type OpenAssumption = z.infer<typeof OpenAssumption>;

/** Most assumptions that readers may turn. */
export const MOST_OPEN_ASSUMPTIONS = 3;

const differ = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

/** What a planner makes. Everything in it may be unfinished: what is wrong with it the model says (`server/planning/fault.ts`). */
export const ScenarioDocument = z.strictObject({
  title: z.string().max(120),
  /** One paragraph. */
  summary: z.string().max(900),
  /** What the scenario does not say, in the planner's words. */
  notSaid: z.string().max(900),
  /** Last year that is looked at. */
  horizon: Year,
  baseline: ScenarioBaseline,
  measures: z
    .array(ScenarioMeasure)
    .max(40)
    // Readers and the policy find what a measure did by its id, and what a norm is about by its kind.
    .refine(list => differ(list.map(({ id }) => id)), 'Two measures have the same id'),
  norms: z
    .array(ScenarioNorm)
    .max(3)
    .refine(list => differ(list.map(({ kind }) => kind)), 'Two norms are of the same kind'),
  indicators: z.array(ScenarioIndicator).max(7),
  openAssumptions: z.array(OpenAssumption).max(MOST_OPEN_ASSUMPTIONS),
});
export type ScenarioDocument = z.infer<typeof ScenarioDocument>;

/** The decision that a version belongs to. */
export const ScenarioDecision = z.strictObject({
  body: z.string().min(1).max(120),
  number: z.string().min(1).max(60),
  date: IsoDate,
  amended: z.boolean(),
});
export type ScenarioDecision = z.infer<typeof ScenarioDecision>;

/** Where a version stands. `shared`: seen by who has the link. Drafts are no version. */
export const SCENARIO_STATUSES = ['shared', 'published', 'decision', 'withdrawn'] as const;
