import type { Shown } from '#contract/vacancy.ts';
import { dayOf } from '#figures/calendar.ts';
import { comparableLines, methodBreaks, type NoYearReason, yearEarlier } from '#figures/comparison.ts';
import { MEASURES } from '#figures/measure.ts';
import type { TrendOf } from '#figures/trend.ts';
import type { FunctionScope } from '#vocabulary/function.ts';
import type { Explore } from './explore.ts';
import { type Figure, figureIn, figureOf, functionsSeen, tallyIn } from './figure.ts';
import { measuredRate } from './measured-rate.ts';
import type { View } from './view.ts';

/** A place on one reference date. */
export interface TrendMark {
  date: string;
  day: number;
  figure: Figure;
  /** By the chosen measure. */
  rate: Shown;
}

/** A place through the reference dates of a series. */
export interface Trend {
  marks: readonly TrendMark[];
  /** Indexes of marks that one line may go through; a line of one is a dot. */
  lines: readonly (readonly number[])[];
  /** Indexes of the first marks of another method version. */
  breaks: readonly number[];
}

const MEASURED: Record<View['measure'], TrendOf> = {
  count: { part: 'vacant', whole: 'observed' },
  'floor-area': { part: 'vacantArea', whole: 'observedArea' },
};

/** Function that figures are for: a planner's filter may have counted it in already. */
export const scopeOf = (explore: Explore): FunctionScope =>
  explore.narrowed?.scope ?? explore.view.value.function;

/** Trend of an area or the municipality in what is chosen; undefined where there is no figure of it. */
export function placeTrend(explore: Explore, place: string): Trend | undefined {
  const { series } = explore;
  const cube = explore.cube.value;
  const scope = scopeOf(explore);
  const tally = cube && tallyIn(cube, place, scope);
  if (series === undefined || cube === undefined || tally === undefined) return undefined;
  const { measure } = explore.view.value;
  const { referenceDates } = cube.header;
  const marks = referenceDates.map((date, index) => {
    const figure = figureOf(tally, referenceDates.length, index, MEASURES.length);
    return { date, day: dayOf(date), figure, rate: measuredRate(figure, measure) };
  });
  const seen = functionsSeen(cube, place);
  const lines = comparableLines(tally, series, MEASURED[measure], { scope, seen });
  return { marks, lines, breaks: methodBreaks(series) };
}

/** Change of a rate over a year in percentage points, or why there is none. */
export type YearChange = { points: number; since: string } | { reason: NoYearReason };

/** How a place's rate on the chosen date differs from a year earlier. */
export function yearChange(explore: Explore, place: string): YearChange {
  const { series, referenceDate } = explore;
  if (series === undefined || referenceDate === undefined) return { reason: 'no-date' };
  const [cube, scope] = [explore.cube.value, scopeOf(explore)];
  const earlier = yearEarlier(series, referenceDate, scope, cube && functionsSeen(cube, place));
  if ('reason' in earlier) return earlier;
  const rates = [referenceDate, earlier.date].map(on => {
    const figure = cube && figureIn(cube, place, scope, on);
    return figure && measuredRate(figure, explore.view.value.measure);
  });
  const [now, before] = rates;
  if (typeof now !== 'number' || typeof before !== 'number') return { reason: 'no-number' };
  return { points: now - before, since: earlier.date };
}
