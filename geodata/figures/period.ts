import { NO_AREA, type Stock } from './stock.ts';

/** What a premises is from one day (included) until another (excluded, Infinity: still). */
export interface Period {
  from: number;
  until: number;
  /** FUNCTION_CODES index. */
  function: number;
  /** m2, or NO_AREA. */
  floorArea: number;
}

/** The period that holds a day, or undefined when the premises did not exist then. */
export function periodAt(periods: readonly Period[], day: number): Period | undefined {
  return periods.find(period => period.from <= day && day < period.until);
}

/**
 * First day after the given one on which the premises is gone or has another function: what ends a
 * vacancy that nobody saw end. Null when it stays what it was.
 */
export function changeAfter(periods: readonly Period[], day: number): number | null {
  let current = periodAt(periods, day);
  while (current !== undefined && current.until !== Number.POSITIVE_INFINITY) {
    const next = periodAt(periods, current.until);
    if (next?.function !== current.function) return current.until;
    current = next;
  }
  return null;
}

/** Writes function and floor area of one premises into its slots. */
export function fillPeriods(
  stock: Stock,
  premises: number,
  periods: readonly Period[],
  days: readonly number[],
): void {
  days.forEach((day, date) => {
    const period = periodAt(periods, day);
    if (period === undefined) return;
    const slot = premises * stock.dates + date;
    stock.functions[slot] = period.function;
    stock.floorAreas[slot] = period.floorArea > 0 ? period.floorArea : NO_AREA;
  });
}
