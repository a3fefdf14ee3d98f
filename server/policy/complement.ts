import { CONFIDENTIAL, isNumber, NOT_OBSERVED } from '../../geodata/figures/mark.ts';
import { FIRST_DURATION, measureIndex } from '../../geodata/figures/measure.ts';
import type { FunctionScope } from '../../geodata/vocabulary/function.ts';

/**
 * Complementary suppression: a number that is hidden alone in a total that is shown is the total less the
 * rest. So the next smallest is hidden with it, by preference one that is not 0 (a 0 is easily guessed).
 */
const OBSERVED = measureIndex('observed');
const VACANT = measureIndex('vacant');
const AREA_KNOWN = measureIndex('areaKnown');
const OBSERVED_AREA = measureIndex('observedArea');
const VACANT_AREA = measureIndex('vacantArea');

/** Numbers and marks per measure, by function and `all`. */
type Figures = Map<FunctionScope, number[]>;

const isHidden = (value: number): boolean => !isNumber(value) && value !== NOT_OBSERVED;

/** Measures that would give a measure away, or mean nothing without it. */
function dependents(measure: number, measures: number): number[] {
  const rows = Array.from({ length: measures }, (_, row) => row);
  if (measure === OBSERVED) return rows;
  if (measure === VACANT) return [VACANT, VACANT_AREA, ...rows.slice(FIRST_DURATION)];
  if (measure === AREA_KNOWN) return [AREA_KNOWN, OBSERVED_AREA, VACANT_AREA];
  return measure === OBSERVED_AREA ? [OBSERVED_AREA, VACANT_AREA] : [measure];
}

/** Also where the source does not say: an unknown vacant floor area beside a hidden count tells that it is not 0. */
function hide(values: number[], measure: number): void {
  for (const row of dependents(measure, values.length)) values[row] = CONFIDENTIAL;
}

/** Position of the smallest shown number by its exact value, 0 only when there is nothing else. */
function smallestShown(published: readonly number[], exact: readonly number[]): number | undefined {
  const shown = published.flatMap((value, index) => (isNumber(value) ? [index] : []));
  const rank = (index: number) => (exact[index] === 0 ? Infinity : exact[index]!);
  return shown.sort((a, b) => rank(a) - rank(b))[0];
}

/** Hides a second part where exactly one is hidden in a shown total; the position of it, if any. */
function complementOf(total: number, parts: readonly number[], exact: readonly number[]): number | undefined {
  if (!isNumber(total) || parts.filter(isHidden).length !== 1) return undefined;
  return smallestShown(parts, exact);
}

/** One round across the functions of a place; true when something more was hidden. */
function acrossFunctions(published: Figures, exact: ReadonlyMap<FunctionScope, readonly number[]>): boolean {
  const all = published.get('all');
  if (all === undefined) return false;
  const functions = [...published.keys()].filter(scope => scope !== 'all');
  let changed = false;
  for (let measure = 0; measure < all.length; measure++) {
    const parts = functions.map(scope => published.get(scope)![measure]!);
    const truth = functions.map(scope => exact.get(scope)![measure]!);
    const second = complementOf(all[measure]!, parts, truth);
    if (second === undefined) continue;
    hide(published.get(functions[second]!)!, measure);
    changed = true;
  }
  return changed;
}

/** One round across the durations of each figure; true when something more was hidden. */
function acrossDurations(published: Figures, exact: ReadonlyMap<FunctionScope, readonly number[]>): boolean {
  let changed = false;
  for (const [scope, values] of published) {
    const parts = values.slice(FIRST_DURATION);
    const second = complementOf(values[VACANT]!, parts, exact.get(scope)!.slice(FIRST_DURATION));
    if (second === undefined) continue;
    hide(values, FIRST_DURATION + second);
    changed = true;
  }
  return changed;
}

/**
 * Hides what would give a hidden number away, in place, until nothing more has to be. Every round hides
 * something, so it ends.
 * @param published figures of one place on one date, after the rules for each of them
 * @param exact the same before those rules, to find the smallest
 */
export function hideComplements(
  published: Figures,
  exact: ReadonlyMap<FunctionScope, readonly number[]>,
): void {
  let changed = true;
  while (changed) {
    const functions = acrossFunctions(published, exact);
    changed = acrossDurations(published, exact) || functions;
  }
}
