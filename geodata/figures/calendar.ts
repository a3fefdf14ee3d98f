/**
 * Dates as whole days since 1970-01-01 (UTC), so that loops compare integers and summer time cannot add
 * or take a day. Dates outside this module are ISO strings (`2026-10-01`).
 */
const DAY_MS = 86_400_000;

/** Stands for an open end or an unstated date in packed columns: no day number reaches it. */
export const OPEN_DAY = -2_147_483_648;

/**
 * Day number of an ISO date.
 * @throws RangeError when the text is no date
 */
export function dayOf(iso: string): number {
  const day = Date.parse(iso) / DAY_MS;
  if (!Number.isInteger(day)) throw new RangeError(`not a calendar date: ${iso}`);
  return day;
}

/** ISO date of a day number. */
export function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Day number of the same day of the month some months later; the month's last day where it is shorter. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), lastOfMonth)) / DAY_MS;
}

/**
 * Which reference date answers for a day: a value holds from its date until the next one, at most for
 * the series' rhythm. Half-open, so that two dates never answer for the same day.
 * @param days reference dates as day numbers, ascending
 * @returns the index, or undefined where there is no data: before the first, or beyond what the rhythm allows
 */
export function holdingIndex(days: readonly number[], rhythmMonths: number, on: number): number | undefined {
  const index = days.findLastIndex(day => day <= on);
  if (index === -1 || on >= addMonths(days[index]!, rhythmMonths)) return undefined;
  return index;
}
