import { addMonths } from './calendar.ts';
import { isNumber } from './mark.ts';
import { type Measure, measureIndex } from './measure.ts';

/** What a trend shows of a tally: a number, or one of another, as a rate in per cent. */
export interface TrendOf {
  part: Measure;
  /** Null: the part itself. */
  whole: Measure | null;
}

/** One reference date with a number. */
export interface TrendPoint {
  /** Index of the reference date. */
  date: number;
  /** Per cent, or what the measure counts. */
  value: number;
}

/**
 * Why a line does not go on: another `method`; `no-data` (nobody looked, hidden by the policy, or nothing to
 * divide by) on a date in between; or a `gap`: longer than a value of the series holds.
 */
export type TrendBreak = 'method' | 'no-data' | 'gap';

/** A line that may be drawn through, and why the next one begins apart (null for the last). */
export interface TrendLine {
  points: TrendPoint[];
  brokenBy: TrendBreak | null;
}

/** When the dates of a series are, and how they were made. */
export interface TrendDates {
  /** Day numbers, ascending. */
  days: readonly number[];
  methodVersions: readonly string[];
  rhythmMonths: number;
}

/** Value of a tally on a date; undefined where it is no number. */
export function trendValue(tally: Int32Array, dates: number, date: number, of: TrendOf): number | undefined {
  const at = (measure: Measure) => tally[measureIndex(measure) * dates + date]!;
  const part = at(of.part);
  if (!isNumber(part)) return undefined;
  if (of.whole === null) return part;
  const whole = at(of.whole);
  return isNumber(whole) && whole > 0 ? (100 * part) / whole : undefined;
}

/** Why no line may go from one date with a number to the next one with a number. */
function breakBetween(from: number, to: number, { days, methodVersions, rhythmMonths }: TrendDates) {
  const methods = new Set(methodVersions.slice(from, to + 1));
  if (methods.size > 1) return 'method';
  if (to > from + 1) return 'no-data';
  // As `holdingIndex`: a value holds until, not on, the day that its rhythm ends. A round on that day follows it.
  return days[to]! > addMonths(days[from]!, rhythmMonths) ? 'gap' : undefined;
}

/**
 * A tally as lines: broken where the method changed, where there is no number, and where the value before had
 * ceased to hold. Nothing is interpolated: a line of one point is a dot.
 * @param tally MEASURES x dates, exact or published
 */
export function trendOf(tally: Int32Array, dates: TrendDates, of: TrendOf): TrendLine[] {
  const lines: TrendLine[] = [];
  let line: TrendLine | undefined;
  dates.days.forEach((_, date) => {
    const value = trendValue(tally, dates.days.length, date, of);
    if (value === undefined) return;
    const before = line?.points.at(-1);
    const brokenBy = before && breakBetween(before.date, date, dates);
    if (line === undefined || brokenBy !== undefined) {
      if (line) line.brokenBy = brokenBy ?? null;
      line = { points: [], brokenBy: null };
      lines.push(line);
    }
    line.points.push({ date, value });
  });
  return lines;
}
