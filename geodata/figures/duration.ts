import { type DurationCode, ONE_YEAR_DAYS, THREE_YEARS_DAYS } from '#vocabulary/duration.ts';
import { dayOf } from './calendar.ts';

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

/**
 * Class of a vacancy from how long it lasted at least and at most, in days. The shortest duration that is
 * certain decides, when it reaches a year; under a year the longest possible one must be under a year
 * too. What remains (seen vacant recently, never seen in use before) is `unknown`, never "under 1 year".
 * @param longest null when nothing bounds it
 */
export function durationOf(certain: number, longest: number | null): DurationCode {
  if (certain >= THREE_YEARS_DAYS) return 'over-3';
  if (certain >= ONE_YEAR_DAYS) return '1-to-3';
  if (longest !== null && longest < ONE_YEAR_DAYS) return 'under-1';
  return 'unknown';
}

/**
 * Class of a vacancy on a date, from the interval in which it began.
 * @param earliest earliest possible begin (ISO date), or null when open
 * @param latest latest possible begin, at most `on`
 */
export function durationClass(earliest: string | null, latest: string, on: string): DurationCode {
  return durationOf(daysBetween(latest, on), earliest === null ? null : daysBetween(earliest, on));
}
