import type { Series } from '#contract/series.ts';
import type { Shown } from '#contract/vacancy.ts';
import { addMonths, dayOf } from '#figures/calendar.ts';
import { MEASURES } from '#figures/measure.ts';
import { type TrendOf, trendOf } from '#figures/trend.ts';
import { FUNCTION_CODES, type FunctionCode, type FunctionScope } from '#vocabulary/function.ts';
import type { Explore } from './explore.ts';
import { type Figure, figureIn, figureOf, functionsSeen, tallyIn } from './figure.ts';
import { measuredRate } from './measured-rate.ts';
import { methodBreaks } from './timeline.ts';
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

/** How far (days) the date that stands for "a year earlier" may be from a year: rounds are not held on the day. */
const ROUND_SLACK = 45;

type ReferenceDate = Series['referenceDates'][number];

/** Keys by reference date, function and functions seen: they are asked for at every step, for every area. */
const coverageKeys = new WeakMap<ReferenceDate, Map<string, string>>();

/**
 * What of the coverage bears on a function: equal text is equal coverage, as far as the series tells.
 * @param seen functions of which anything was ever looked at in the place: a round that counts offices as well
 * is the same round for a place without offices. Left out for what is said of all places together.
 */
export function coverageKey(
  date: ReferenceDate,
  scope: FunctionScope,
  seen: readonly FunctionCode[] = FUNCTION_CODES,
): string {
  const keys = coverageKeys.get(date) ?? new Map<string, string>();
  coverageKeys.set(date, keys);
  const name = `${scope} ${seen.join()}`;
  const key = keys.get(name) ?? writeCoverage(date, scope, seen);
  keys.set(name, key);
  return key;
}

function writeCoverage(
  { coverage }: ReferenceDate,
  scope: FunctionScope,
  seen: readonly FunctionCode[],
): string {
  const bears = (name: string) => seen.some(code => code === name) && (scope === 'all' || scope === name);
  const rules = coverage.flatMap(({ wholeMunicipality, functions, leastFloorArea }) => {
    const bearing = functions?.filter(bears).toSorted() ?? null;
    return bearing?.length === 0 ? [] : [JSON.stringify([wholeMunicipality, bearing, leastFloorArea])];
  });
  return [...new Set(rules)].toSorted().join();
}

/**
 * Parts lines by coverage: a line goes through rounds that divide by the same premises, also where others stand
 * between them (offices that are counted every fourth round only).
 */
function partByCoverage(lines: readonly number[][], keys: readonly string[]): number[][] {
  return lines.flatMap(line => {
    const parts = new Map<string, number[]>();
    for (const date of line) parts.set(keys[date]!, [...(parts.get(keys[date]!) ?? []), date]);
    return [...parts.values()];
  });
}

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
  const { referenceDates, methodVersions } = cube.header;
  const days = referenceDates.map(dayOf);
  const marks = referenceDates.map((date, index) => {
    const figure = figureOf(tally, referenceDates.length, index, MEASURES.length);
    return { date, day: days[index]!, figure, rate: measuredRate(figure, measure) };
  });
  const { rhythmMonths } = series;
  const lines = trendOf(tally, { days, methodVersions, rhythmMonths }, MEASURED[measure]);
  const seen = functionsSeen(cube, place);
  const keys = series.referenceDates.map(date => coverageKey(date, scope, seen));
  const dates = lines.map(({ points }) => points.map(({ date }) => date));
  return { marks, lines: partByCoverage(dates, keys), breaks: methodBreaks(series) };
}

/** Why a figure is not compared with a year earlier. */
export type NoYearReason = 'no-date' | 'method' | 'coverage' | 'no-number';

/** The reference date a year before another, and whether the two may be compared. */
export type YearEarlier = { date: string } | { reason: NoYearReason };

/** The date of a series nearest to a year before `on`, if its method and coverage (of what was seen) are the same. */
export function yearEarlier(
  series: Series,
  on: string,
  scope: FunctionScope,
  seen?: readonly FunctionCode[],
): YearEarlier {
  const wanted = addMonths(dayOf(on), -12);
  const off = ({ date }: ReferenceDate) => Math.abs(dayOf(date) - wanted);
  const now = series.referenceDates.find(({ date }) => date === on);
  const before = series.referenceDates
    .filter(date => date.date < on && off(date) <= ROUND_SLACK)
    .toSorted((a, b) => off(a) - off(b))[0];
  if (now === undefined || before === undefined) return { reason: 'no-date' };
  const between = series.referenceDates.filter(({ date }) => date >= before.date && date <= on);
  if (new Set(between.map(({ methodVersion }) => methodVersion)).size > 1) return { reason: 'method' };
  return coverageKey(now, scope, seen) === coverageKey(before, scope, seen)
    ? { date: before.date }
    : { reason: 'coverage' };
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
