import type { ScenarioUnit } from '../../geodata/vocabulary/scenario-figure.ts';
import type { ShownRange } from '../contract/published-scenario.ts';
import type { ScenarioRange } from '../contract/scenario.ts';
import type { Shown } from '../contract/vacancy.ts';
import { AREA_STEP, COUNT_STEP, SMALL } from './disclosure.ts';

/** How a number is published: as it is, rounded, or not at all. */
export type Grain = 'exact' | 'rounded' | 'hidden';

/** Makes a whole number of steps, or of digits, of a number; never turns an order round. */
export type Rounding = (value: number) => number;

/** To a step of 0.1 or more, halves up, without minus zero and without the noise of binary fractions. */
export function toStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(1)) + 0;
}

/** To two digits: as coarse as five of fifty, whatever the size. Amounts of euros follow from a floor area. */
export function toTwoDigits(value: number): number {
  if (value === 0) return 0;
  const digits = Math.max(0, Math.floor(Math.log10(Math.abs(value))) - 1);
  return toStep(value, 10 ** digits);
}

const EXACT_STEPS: Partial<Record<ScenarioUnit, number>> = { 'per-cent': 0.1 };
const ROUNDED_STEPS: Partial<Record<ScenarioUnit, number>> = { 'square-metres': AREA_STEP, 'per-cent': 1 };
const BY_DIGITS: readonly ScenarioUnit[] = ['euro', 'kilowatt-hours'];

/** Units of which one to four is `<5` when rounded: things that can be counted. */
const COUNTED: readonly ScenarioUnit[] = ['premises', 'homes', 'people', 'jobs', 'parking-places'];

/** Rounding of a unit. Expectations are fractions: also what is exact is whole (per cent: one decimal). */
export function roundingOf(unit: ScenarioUnit, grain: Grain): Rounding {
  if (grain === 'exact') return value => toStep(value, EXACT_STEPS[unit] ?? 1);
  if (BY_DIGITS.includes(unit)) return toTwoDigits;
  return value => toStep(value, ROUNDED_STEPS[unit] ?? COUNT_STEP);
}

/** A number of a unit as published. */
export function shownNumber(value: number, unit: ScenarioUnit, grain: Grain): Shown {
  if (grain === 'hidden') return 'confidential';
  if (grain === 'rounded' && COUNTED.includes(unit) && value > 0 && value < SMALL) return '<5';
  return roundingOf(unit, grain)(value);
}

/** A range, part by part. */
export function shownRange({ low, mid, high }: ScenarioRange, show: (value: number) => Shown): ShownRange {
  return { low: show(low), mid: show(mid), high: show(high) };
}

/** A range of which every part is the same mark. */
export function marked(mark: Shown): ShownRange {
  return { low: mark, mid: mark, high: mark };
}

/** Difference of two published numbers: unknown where either is, confidential where either is a mark. */
function shownLess(proposal: Shown, baseline: Shown): Shown {
  if (proposal === null || baseline === null) return null;
  if (typeof proposal !== 'number' || typeof baseline !== 'number') return 'confidential';
  return toStep(proposal - baseline, 0.1);
}

/**
 * What the proposal changes, made of what is published: the expected value is the difference of the expected values
 * as shown, so that nothing can be turned back. Low and high lie around it.
 */
export function shownDifference(
  proposal: ShownRange,
  baseline: ShownRange,
  exact: ScenarioRange,
  rounding: Rounding,
): ShownRange {
  const mid = shownLess(proposal.mid, baseline.mid);
  if (typeof mid !== 'number') return marked(mid);
  return { low: Math.min(mid, rounding(exact.low)), mid, high: Math.max(mid, rounding(exact.high)) };
}
