/**
 * Marks that stand in a published tally instead of a number. Published numbers are never negative,
 * so one Int32 column carries both.
 */
export const CONFIDENTIAL = -1;
/** Between one and four: published as `<5`. */
export const BELOW_FIVE = -2;
/** Nobody looked, or the source does not say: no data, which is not 0. */
export const NOT_OBSERVED = -3;

/** True for a value that may be computed with. */
export function isNumber(value: number): boolean {
  return value >= 0;
}
