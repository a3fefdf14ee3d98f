import { FUNCTION_CODES, type FunctionScope } from '#vocabulary/function.ts';
import { STATUSES } from '#vocabulary/status.ts';
import { COUNTED, SEEN, type Verdicts } from './filter.ts';
import { NOT_OBSERVED } from './mark.ts';
import { ABSENT, type Stock } from './stock.ts';
import { columnOf, type StockFrame } from './stock-frame.ts';

/**
 * What is counted of the fronts along a street side, in packed order, per reference date: how many observed
 * premises have a known front of their own (one on an upper floor has none), their fronts together, and those
 * of the wholly vacant ones among them. Decimetres, so that sums are exact wherever they are made.
 */
export const FRONT_MEASURES = ['frontKnown', 'observedFront', 'vacantFront'] as const;

/** Front that is not known, or that a premises has not. */
export const NO_FRONT = -1;

/** A premises on a street side: its index and its front in decimetres, {@link NO_FRONT} without. */
export type SideMember = readonly [premises: number, front: number];

/** What a slot adds: 0 nothing, SEEN to what is observed, COUNTED to what is vacant too. */
type VerdictAt = (slot: number) => number;

const [KNOWN, OBSERVED, VACANT] = [0, 1, 2];

/**
 * Fronts along one street side: FRONT_MEASURES x dates. Marks as in any tally: nothing observed, or no
 * front known of what is observed or of what is vacant, is not 0; without coverage there is no denominator.
 */
function frontTally(stock: Stock, members: readonly SideMember[], verdictAt: VerdictAt): Int32Array {
  const { dates } = stock;
  const values = new Int32Array(FRONT_MEASURES.length * dates);
  for (let date = 0; date < dates; date++) {
    const rows = members.map(([premises, front]) => [verdictAt(premises * dates + date), front] as const);
    const known = rows.filter(([verdict, front]) => verdict >= SEEN && front !== NO_FRONT);
    const vacant = known.filter(([verdict]) => verdict === COUNTED);
    const isUnknown = vacant.length === 0 && rows.some(([verdict]) => verdict === COUNTED);
    const put = (row: number, value: number) => {
      values[row * dates + date] = value;
    };
    const covered = stock.covered[date] === 1;
    put(KNOWN, covered && rows.some(([verdict]) => verdict >= SEEN) ? known.length : NOT_OBSERVED);
    put(OBSERVED, covered && known.length > 0 ? sum(known) : NOT_OBSERVED);
    put(VACANT, known.length === 0 || isUnknown ? NOT_OBSERVED : sum(vacant));
  }
  return values;
}

const sum = (rows: readonly (readonly [number, number])[]): number =>
  rows.reduce((total, [, front]) => total + front, 0);

/** Fronts along one street side by function, and of `all`, for the functions that were observed there. */
export function frontsByFunction(
  stock: Stock,
  members: readonly SideMember[],
): Map<FunctionScope, Int32Array> {
  const verdict = (slot: number): number => {
    const { observed, vacant } = STATUSES[stock.states[slot]!]!;
    if (!observed || stock.functions[slot] === ABSENT) return 0;
    return vacant ? COUNTED : SEEN;
  };
  const found = new Set<number>();
  for (const [premises] of members)
    for (let slot = premises * stock.dates; slot < (premises + 1) * stock.dates; slot++)
      if (verdict(slot) >= SEEN) found.add(stock.functions[slot]!);
  const fronts = new Map<FunctionScope, Int32Array>();
  if (found.size > 0) fronts.set('all', frontTally(stock, members, verdict));
  for (const func of found) {
    const ofFunction = (slot: number) => (stock.functions[slot] === func ? verdict(slot) : 0);
    fronts.set(FUNCTION_CODES[func]!, frontTally(stock, members, ofFunction));
  }
  return fronts;
}

/** Premises along each street side of a frame, in the order of the header's `streetSides`. */
export function sideMembers(frame: StockFrame<StockFrame['header'] & { streetSides: readonly string[] }>) {
  const [side, front] = [columnOf(frame, 'side'), columnOf(frame, 'sideFront')];
  const sides: SideMember[][] = frame.header.streetSides.map(() => []);
  columnOf(frame, 'sidePremises').forEach((premises, row) => {
    sides[side[row]!]!.push([premises, front[row]!]);
  });
  return sides;
}

/** Fronts along one street side under a planner's filter: FRONT_MEASURES x dates. */
export function filteredFronts(
  stock: Stock,
  { slots }: Pick<Verdicts, 'slots'>,
  members: readonly SideMember[],
): Int32Array {
  return frontTally(stock, members, slot => {
    const verdict = slots[slot]!;
    return verdict < SEEN ? 0 : verdict === COUNTED ? COUNTED : SEEN;
  });
}
