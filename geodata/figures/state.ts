import { FUNCTION_CODES } from '#vocabulary/function.ts';
import { statusIndex } from '#vocabulary/status.ts';
import { ABSENT, NO_AREA, type Stock } from './stock.ts';

/** Functions as bits: bit n is FUNCTION_CODES[n]. */
export const ALL_FUNCTIONS = (1 << FUNCTION_CODES.length) - 1;

/** One row of coverage, resolved: what was looked at on a date. */
export interface CoverageRule {
  /** Per premises 1 when it stands where somebody looked; null: the whole municipality. */
  members: Uint8Array | null;
  /** Bits of the functions looked at. */
  functions: number;
  /** m2 from which premises were looked at, or null: all. */
  leastFloorArea: number | null;
}

/** Byte for "no observation of this premises on this date". */
export const NO_OBSERVATION = 255;

const NOT_OBSERVED = statusIndex('not-observed');
const IN_USE = statusIndex('in-use');

/**
 * Whether a premises was certainly looked at. With a least floor area, a premises of unknown floor area
 * was not: nobody can say that it belonged to the round.
 */
export function covers(rule: CoverageRule, premises: number, func: number, floorArea: number): boolean {
  if (rule.members !== null && rule.members[premises] !== 1) return false;
  if ((rule.functions & (1 << func)) === 0) return false;
  return rule.leastFloorArea === null || (floorArea !== NO_AREA && floorArea >= rule.leastFloorArea);
}

/**
 * State of one premises on one date. Where the coverage is stated, a premises outside it is not observed,
 * whatever a stray observation says (a numerator without its denominator would raise the rate); inside
 * it, no observation means in use. A date without coverage has what was observed and nothing else.
 */
function stateOf(covered: boolean | undefined, observed: number): number {
  if (covered === false) return NOT_OBSERVED;
  if (observed !== NO_OBSERVATION) return observed;
  return covered ? IN_USE : NOT_OBSERVED;
}

/**
 * Writes the states of all premises. Functions and floor areas must be filled in before.
 * @param coverage rules per date, several of one date add up; an empty list: nothing is said of what was looked at
 * @param observed per slot the status of the latest recorded observation, or {@link NO_OBSERVATION}
 */
export function fillStates(
  stock: Stock,
  coverage: readonly (readonly CoverageRule[])[],
  observed: Uint8Array,
): void {
  coverage.forEach((rules, date) => {
    stock.covered[date] = rules.length > 0 ? 1 : 0;
  });
  for (let slot = 0; slot < stock.states.length; slot++) {
    const func = stock.functions[slot]!;
    if (func === ABSENT) continue;
    const rules = coverage[slot % stock.dates]!;
    const premises = Math.floor(slot / stock.dates);
    const covered =
      rules.length === 0
        ? undefined
        : rules.some(rule => covers(rule, premises, func, stock.floorAreas[slot]!));
    stock.states[slot] = stateOf(covered, observed[slot]!);
  }
}
