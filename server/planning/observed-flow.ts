import { addMonths } from '#figures/calendar.ts';
import { ABSENT, type Stock } from '#figures/stock.ts';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { STATUSES } from '#vocabulary/status.ts';
import type { ScenarioRange } from '../contract/scenario.ts';
import type { ObservedFlow } from '../contract/scenario-base.ts';

/** Years back that count: older ones say little of what comes. */
const YEARS_BACK = 5;
/** Days that a date may lie from the same day a year before: rounds are walked when there is time. */
const TOLERANCE_DAYS = 20;
/** Fewer premises-years than this give no rate of their own: the rates of all functions stand in. */
const LEAST_YEARS = 10;

/** When the dates of a series are, and how they were made. */
export interface FlowDates {
  /** Day numbers, ascending. */
  days: readonly number[];
  methodVersions: readonly string[];
}

/** Counted pairs: in use and of those vacant a year later; vacant and of those in use a year later. */
type Counts = [inUse: number, emptied: number, vacant: number, filled: number];

/** Pairs of dates a year apart, the later one at most YEARS_BACK before the base date, without a change of method. */
function pairsOf({ days, methodVersions }: FlowDates, date: number): [earlier: number, later: number][] {
  const pairs: [number, number][] = [];
  for (let back = 0; back < YEARS_BACK; back++) {
    const later = nearest(days, addMonths(days[date]!, -12 * back), date);
    const earlier = nearest(days, addMonths(days[date]!, -12 * (back + 1)), date);
    if (later === undefined || earlier === undefined) break;
    if (new Set(methodVersions.slice(earlier, later + 1)).size > 1) break;
    pairs.push([earlier, later]);
  }
  return pairs;
}

function nearest(days: readonly number[], wanted: number, last: number): number | undefined {
  let best: number | undefined;
  for (let date = 0; date <= last; date++) {
    const gap = Math.abs(days[date]! - wanted);
    if (gap <= TOLERANCE_DAYS && (best === undefined || gap < Math.abs(days[best]! - wanted))) best = date;
  }
  return best;
}

function addPair(stock: Stock, premises: number, [earlier, later]: [number, number], counts: Counts[]): void {
  const [before, after] = [premises * stock.dates + earlier, premises * stock.dates + later];
  const func = stock.functions[before]!;
  if (func === ABSENT || stock.functions[after] !== func) return;
  const [was, is] = [STATUSES[stock.states[before]!]!, STATUSES[stock.states[after]!]!];
  if (!was.observed || !is.observed) return;
  for (const row of [counts[func]!, counts.at(-1)!]) {
    row[was.vacant ? 2 : 0] += 1;
    if (was.vacant !== is.vacant) row[was.vacant ? 3 : 1] += 1;
  }
}

/**
 * A share with one standard error of a share on either side: sqrt(p (1 - p) / n), p pulled a little to the middle as
 * Agresti and Coull (1998) do, so that nothing seen in twelve tries is not taken for impossible.
 */
function rate(hits: number, tries: number): ScenarioRange {
  const p = (hits + 2) / (tries + 4);
  const error = Math.sqrt((p * (1 - p)) / (tries + 4));
  const mid = hits / tries;
  return { low: Math.min(mid, Math.max(0, p - error)), mid, high: Math.max(mid, Math.min(1, p + error)) };
}

/**
 * How vacancy came and went among some premises, per function, from pairs of reference dates a year apart up to the
 * base date. Premises that changed function or were not looked at on one of the two dates say nothing. Functions seen
 * too seldom get the rates of all functions together; where even those are too few there are no flows at all.
 * @param date index of the base date
 * @param members indexes of the premises in the area
 */
export function observedFlows(
  stock: Stock,
  dates: FlowDates,
  date: number,
  members: readonly number[],
): ObservedFlow[] {
  const counts = Array.from({ length: FUNCTION_CODES.length + 1 }, (): Counts => [0, 0, 0, 0]);
  for (const pair of pairsOf(dates, date))
    for (const premises of members) addPair(stock, premises, pair, counts);
  const all = counts.at(-1)!;
  if (all[0] < LEAST_YEARS || all[2] < LEAST_YEARS) return [];
  return FUNCTION_CODES.flatMap((code, func): ObservedFlow[] => {
    const own = counts[func]!;
    if (own[0] + own[2] === 0) return [];
    const pooled = own[0] < LEAST_YEARS || own[2] < LEAST_YEARS;
    const [inUse, emptied, vacant, filled] = pooled ? all : own;
    return [
      {
        function: code,
        inflow: rate(emptied, inUse),
        outflow: rate(filled, vacant),
        inUseYears: own[0],
        vacantYears: own[2],
        pooled,
      },
    ];
  });
}
