/** First day on which anything is known of the town's hidden truth; rounds come every quarter from here on. */
const FIRST_YEAR = 2012;

/** ISO date of a quarter's first day; quarter 0 is 2012-01-01. */
export function quarterDate(quarter: number): string {
  const month = String((quarter % 4) * 3 + 1).padStart(2, '0');
  return `${FIRST_YEAR + Math.floor(quarter / 4)}-${month}-01`;
}

/** Quarter that begins on an ISO date (or holds it). */
export function quarterOf(date: string): number {
  return (Number(date.slice(0, 4)) - FIRST_YEAR) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);
}

/** Year as a number with decimals: 2021.25 is April 2021. */
export const yearOf = (quarter: number): number => FIRST_YEAR + quarter / 4;

/** First and last round of the municipal list, and the last quarter that is told. */
export const FIRST_ROUND = quarterOf('2016-10-01');
export const LAST_ROUND = quarterOf('2026-10-01');

/** The date so many days earlier. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}
