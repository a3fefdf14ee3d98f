import { type DurationCode, ONE_YEAR_DAYS, THREE_YEARS_DAYS } from '#vocabulary/duration.ts';

const DAY_MS = 86_400_000;

/** Whole days from one ISO date to another (UTC, so that summer time cannot add or take a day). */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/**
 * Class of a vacancy on a date, from the interval in which it began. The shortest duration that is
 * certain decides, when it reaches a year; under a year the longest possible one must be under a year
 * too. What remains (seen vacant recently, never seen in use before) is `unknown`, never "under 1 year".
 * @param earliest earliest possible begin (ISO date), or null when open
 * @param latest latest possible begin, at most `on`
 */
export function durationClass(earliest: string | null, latest: string, on: string): DurationCode {
  const certain = daysBetween(latest, on);
  if (certain >= THREE_YEARS_DAYS) return 'over-3';
  if (certain >= ONE_YEAR_DAYS) return '1-to-3';
  if (earliest !== null && daysBetween(earliest, on) < ONE_YEAR_DAYS) return 'under-1';
  return 'unknown';
}
