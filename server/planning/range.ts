import type { ScenarioRange } from '../contract/scenario.ts';

/**
 * The three cases in which everything is worked out: little, expected and much effect of the measures. Little effect
 * goes with flows that are unfavourable, much with favourable ones, so that the range holds both uncertainties.
 */
export const CASES = ['low', 'mid', 'high'] as const;
export type Case = (typeof CASES)[number];

/** One value per case. */
export type PerCase<T> = Readonly<Record<Case, T>>;

/** Makes a value of each case. */
export function perCase<T>(make: (name: Case) => T): PerCase<T> {
  return { low: make('low'), mid: make('mid'), high: make('high') };
}

/** Least, expected and most of what the cases gave: a range is in order whatever way a figure runs. */
export function rangeOf({ low, mid, high }: PerCase<number>): ScenarioRange {
  return { low: Math.min(low, mid, high), mid, high: Math.max(low, mid, high) };
}

/** Whole number of things in a share; a hair more than the product, so that 0.2 of 15 is 3 and not 2.9999. */
export function wholeShare(share: number, of: number): number {
  return Math.floor(share * of + 1e-9);
}
