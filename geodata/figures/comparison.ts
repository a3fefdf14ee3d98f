import { FUNCTION_CODES, type FunctionCode, type FunctionScope } from '#vocabulary/function.ts';
import { addMonths, dayOf } from './calendar.ts';
import { type TrendDates, type TrendOf, trendOf } from './trend.ts';

/** A reference date of a series: how it was counted, and what was looked at (functions and area null: all). */
export interface RoundDate {
  date: string;
  methodVersion: string;
  coverage: readonly {
    wholeMunicipality: boolean;
    functions: readonly string[] | null;
    leastFloorArea: number | null;
  }[];
}

/** How far (days) the date that stands for "a year earlier" may be from a year: rounds are not held on the day. */
const ROUND_SLACK = 45;

/** Keys by reference date, function and functions seen: they are asked for at every step, for every area. */
const coverageKeys = new WeakMap<RoundDate, Map<string, string>>();

/**
 * What of the coverage bears on a function: equal text is equal coverage, as far as the series tells.
 * @param seen functions of which anything was ever looked at in the place: a round that counts offices as well
 * is the same round for a place without offices. Left out for what is said of all places together.
 */
export function coverageKey(
  date: RoundDate,
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

function writeCoverage({ coverage }: RoundDate, scope: FunctionScope, seen: readonly FunctionCode[]): string {
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

/** What the lines of a place are drawn from. */
export interface ComparedSeries {
  rhythmMonths: number;
  referenceDates: readonly RoundDate[];
}

/**
 * Indexes of reference dates that one line may go through, line by line; a line of one is a dot. Broken where the
 * method changes, where there is no number, where a value had run out, and parted by what was looked at.
 * @param tally `MEASURES` x dates of the place
 * @param seen functions of which anything was ever looked at in the place
 */
export function comparableLines(
  tally: Int32Array,
  { rhythmMonths, referenceDates }: ComparedSeries,
  of: TrendOf,
  { scope, seen }: { scope: FunctionScope; seen: readonly FunctionCode[] },
): number[][] {
  const dates: TrendDates = {
    days: referenceDates.map(({ date }) => dayOf(date)),
    methodVersions: referenceDates.map(({ methodVersion }) => methodVersion),
    rhythmMonths,
  };
  const lines = trendOf(tally, dates, of).map(({ points }) => points.map(({ date }) => date));
  return partByCoverage(
    lines,
    referenceDates.map(date => coverageKey(date, scope, seen)),
  );
}

/** Indexes of the reference dates from which another method version counts. */
export function methodBreaks({ referenceDates }: Pick<ComparedSeries, 'referenceDates'>): number[] {
  return referenceDates.flatMap(({ methodVersion }, index) =>
    index > 0 && methodVersion !== referenceDates[index - 1]!.methodVersion ? [index] : [],
  );
}

/** Why a figure is not compared with a year earlier. */
export type NoYearReason = 'no-date' | 'method' | 'coverage' | 'no-number';

/** The reference date a year before another, and whether the two may be compared. */
export type YearEarlier = { date: string } | { reason: NoYearReason };

/** The date of a series nearest to a year before `on`, if its method and coverage (of what was seen) are the same. */
export function yearEarlier(
  { referenceDates }: Pick<ComparedSeries, 'referenceDates'>,
  on: string,
  scope: FunctionScope,
  seen?: readonly FunctionCode[],
): YearEarlier {
  const wanted = addMonths(dayOf(on), -12);
  const off = ({ date }: RoundDate) => Math.abs(dayOf(date) - wanted);
  const now = referenceDates.find(({ date }) => date === on);
  const before = referenceDates
    .filter(date => date.date < on && off(date) <= ROUND_SLACK)
    .toSorted((a, b) => off(a) - off(b))[0];
  if (now === undefined || before === undefined) return { reason: 'no-date' };
  const between = referenceDates.filter(({ date }) => date >= before.date && date <= on);
  if (new Set(between.map(({ methodVersion }) => methodVersion)).size > 1) return { reason: 'method' };
  return coverageKey(now, scope, seen) === coverageKey(before, scope, seen)
    ? { date: before.date }
    : { reason: 'coverage' };
}
