import type { FunctionCode } from '#vocabulary/function.ts';
import type { MeasureTakes, ScenarioMeasure, ScenarioPlace } from '../contract/scenario.ts';
import type { MeasureRun } from './measure-run.ts';

/** Words in both languages. */
export interface Words {
  nl: string;
  en: string;
}

/** Unit of a parameter. Shares are 0 to 1 in the document and are shown as per cent. */
export type ParameterUnit =
  | 'share'
  | 'square-metres'
  | 'square-metres-per-home'
  | 'persons-per-home'
  | 'euro-per-square-metre'
  | 'euro-per-home'
  | 'euro-per-premises'
  | 'per-hundred-square-metres';

/** A number that a measure needs, as the registry knows it. */
export interface ParameterTerm {
  id: string;
  words: Words;
  /** What it means, in one sentence. */
  meaning: Words;
  unit: ParameterUnit;
  /** Smallest and largest value that is possible at all. */
  bounds: readonly [least: number, most: number];
  low: number;
  mid: number;
  high: number;
  /** Where the default comes from; null: an example that the planner must fill in. */
  source: Words | null;
  /** Price level of euros; null for everything else. */
  priceLevel: string | null;
  /** More of the parameter gives more of the measure's effect, or less of it; `rate`: it only multiplies (euros). */
  effect: 'more' | 'less' | 'rate';
  /** Left out of a new measure: it counts only when a planner fills it in. */
  optional: boolean;
}

/** A choice that a measure offers; the first option is the default. */
export interface ChoiceTerm {
  id: string;
  words: Words;
  options: readonly { id: string; words: Words }[];
}

/** A kind of place that a measure can be given. */
export type PlaceKind = ScenarioPlace['kind'];

/** One measure: what it is called, what it asks, and what it does. A measure is one file and one line in the registry. */
export interface MeasureModel {
  kind: string;
  words: Words;
  /** What it does, in one or two plain sentences. */
  meaning: Words;
  places: readonly PlaceKind[];
  /** What the second place is for; null: there is none. */
  target: Words | null;
  takes: readonly MeasureTakes[];
  /** Functions of premises that it can take; empty: it takes no premises. */
  functions: readonly FunctionCode[];
  choices: readonly ChoiceTerm[];
  parameters: readonly ParameterTerm[];
  apply(run: MeasureRun): void;
}

/** The option that a measure has for a choice: the planner's, else the first. */
export function chosen(measure: ScenarioMeasure, choice: ChoiceTerm): string {
  const given = measure.choices[choice.id];
  return choice.options.find(({ id }) => id === given)?.id ?? choice.options[0]!.id;
}
