import { z } from 'zod';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { SCENARIO_FIGURE_IDS } from '#vocabulary/scenario-figure.ts';
import { Id } from './primitives.ts';
import { ScenarioRange } from './scenario.ts';

/** One figure through the years, exact: a range per year of the result. */
export const ResultFigure = z.object({
  id: z.enum(SCENARIO_FIGURE_IDS),
  /** Doing nothing. */
  baseline: z.array(ScenarioRange),
  proposal: z.array(ScenarioRange),
  /** Net: proposal less doing nothing, case by case. */
  difference: z.array(ScenarioRange),
  /** Gross: what the measures do, without what they undo or leave behind; null where that is the same as net. */
  gross: z.array(ScenarioRange).nullable(),
});
export type ResultFigure = z.infer<typeof ResultFigure>;

/** What one measure did, exact. */
export const MeasureResult = z.object({
  id: Id,
  /** Premises in its place that it could take. */
  candidates: z.number().int(),
  /** Premises that it took; low, expected, high. */
  taken: ScenarioRange,
  takenArea: ScenarioRange,
  homes: ScenarioRange,
  cost: ScenarioRange.nullable(),
  value: ScenarioRange.nullable(),
  /** Left out: too small for one home; floor area unknown. */
  tooSmall: z.number().int(),
  unknownArea: z.number().int(),
  /** In the expected case: premises taken, in order, and the year of each. */
  premises: z.array(z.object({ id: Id, year: z.number().int(), becomes: z.string() })),
});
export type MeasureResult = z.infer<typeof MeasureResult>;

const SideCount = z.object({ observed: z.number(), vacant: z.number() });

/** Premises observed and vacant: on the base date, and in the last year without and with the measures. */
const SideOutcome = SideCount.extend({ baseline: SideCount, proposal: SideCount });

/** One street side in the expected case, in all and by function; functions of which there are none are left out. */
export const SideResult = SideOutcome.extend({
  id: Id,
  functions: z.array(SideOutcome.extend({ function: z.enum(FUNCTION_CODES) })),
});
export type SideResult = z.infer<typeof SideResult>;

/**
 * Something that is wrong with a scenario (`error`: it cannot be published) or that a planner should think about
 * (`warning`). `field` is a path in the document (`measures.0.parameters.suitable`), null for the whole; `values` fill
 * the sentence of the code (`geodata/vocabulary/scenario-fault.ts`).
 */
export const ScenarioFault = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  field: z.string().nullable(),
  /** Id of the measure it is about, null for the whole. */
  measure: Id.nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ScenarioFault = z.infer<typeof ScenarioFault>;

/** Everything that follows from a document and its base, exact: planners only. */
export const ScenarioResult = z.object({
  /** Calendar years: that of the base date first, the horizon last. */
  years: z.array(z.number().int()),
  figures: z.array(ResultFigure),
  measures: z.array(MeasureResult),
  sides: z.array(SideResult),
  faults: z.array(ScenarioFault),
});
export type ScenarioResult = z.infer<typeof ScenarioResult>;
