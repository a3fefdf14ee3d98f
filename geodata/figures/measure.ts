import { DURATION_CODES } from '#vocabulary/duration.ts';

/**
 * What a tally counts, in packed order, per reference date. `observed` and `vacant` are premises;
 * `areaKnown` is how many observed premises have a known floor area (so that 0 m2 of 0 known is
 * "unknown", never 0); the two floor areas are m2 over those. The last four split `vacant` by duration.
 */
export const MEASURES = [
  'observed',
  'vacant',
  'areaKnown',
  'observedArea',
  'vacantArea',
  'under-1',
  '1-to-3',
  'over-3',
  'unknown',
] as const;

/** One measure of a tally. */
export type Measure = (typeof MEASURES)[number];

/** Measures of a CBS square: as {@link MEASURES} without the durations, to keep squares small. */
export const CELL_MEASURES = MEASURES.slice(0, 5) as readonly Measure[];

/**
 * What the disclosure policy needs beside a tally, in packed order, and nobody is shown: the m2 of the
 * largest premises in `observedArea` and in `vacantArea`, and how many premises are in `vacantArea`.
 */
export const UNIT_MEASURES = ['largestObserved', 'largestVacant', 'vacantUnits'] as const;

/** Row of a measure within a tally. */
export function measureIndex(measure: Measure): number {
  return MEASURES.indexOf(measure);
}

/** First row of the duration classes, in the order of {@link DURATION_CODES}. */
export const FIRST_DURATION = MEASURES.length - DURATION_CODES.length;
