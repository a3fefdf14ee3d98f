import { FUNCTION_CODES, type FunctionScope } from '#vocabulary/function.ts';
import { STATUSES, statusIndex } from '#vocabulary/status.ts';
import { NOT_OBSERVED } from './mark.ts';
import { FIRST_DURATION, MEASURES, measureIndex, UNIT_MEASURES } from './measure.ts';
import { ALL_FUNCTIONS } from './state.ts';
import { ABSENT, NO_AREA, type Stock } from './stock.ts';

/** Figures of a set of premises per date: `values` has MEASURES x dates, `units` UNIT_MEASURES x dates. */
export interface Tally {
  values: Int32Array;
  units: Int32Array;
}

const OBSERVED = measureIndex('observed');
const VACANT = measureIndex('vacant');
const AREA_KNOWN = measureIndex('areaKnown');
const OBSERVED_AREA = measureIndex('observedArea');
const VACANT_AREA = measureIndex('vacantArea');
const LARGEST_OBSERVED = UNIT_MEASURES.indexOf('largestObserved');
const LARGEST_VACANT = UNIT_MEASURES.indexOf('largestVacant');
const VACANT_UNITS = UNIT_MEASURES.indexOf('vacantUnits');

const IS_OBSERVED = Uint8Array.from(STATUSES, status => Number(status.observed));
const IS_VACANT = Uint8Array.from(STATUSES, status => Number(status.vacant));
const PARTLY_VACANT = statusIndex('partly-vacant');

/** A tally of nothing yet. */
function emptyTally(dates: number): Tally {
  return {
    values: new Int32Array(MEASURES.length * dates),
    units: new Int32Array(UNIT_MEASURES.length * dates),
  };
}

/**
 * Vacant m2 of a slot: what was stated, at most the whole floor area, or all of it when wholly vacant.
 * NO_AREA when the floor area is unknown, or when part is vacant and nobody said how much: such premises
 * are in no floor area figure, neither above nor below the line.
 */
export function vacantAreaOf(stock: Stock, slot: number): number {
  const floorArea = stock.floorAreas[slot]!;
  const state = stock.states[slot]!;
  if (floorArea === NO_AREA) return NO_AREA;
  if (IS_VACANT[state] !== 1 && state !== PARTLY_VACANT) return 0;
  const stated = stock.vacantAreas[slot]!;
  if (stated !== NO_AREA) return Math.min(stated, floorArea);
  return state === PARTLY_VACANT ? NO_AREA : floorArea;
}

function addSlot({ values, units }: Tally, stock: Stock, slot: number, date: number): void {
  const { dates } = stock;
  const state = stock.states[slot]!;
  if (IS_OBSERVED[state] !== 1) return;
  values[OBSERVED * dates + date]! += 1;
  if (IS_VACANT[state] === 1) {
    values[VACANT * dates + date]! += 1;
    values[(FIRST_DURATION + stock.durations[slot]! - 1) * dates + date]! += 1;
  }
  const vacantArea = vacantAreaOf(stock, slot);
  if (vacantArea === NO_AREA) return;
  const floorArea = stock.floorAreas[slot]!;
  values[AREA_KNOWN * dates + date]! += 1;
  values[OBSERVED_AREA * dates + date]! += floorArea;
  values[VACANT_AREA * dates + date]! += vacantArea;
  if (vacantArea > 0) units[VACANT_UNITS * dates + date]! += 1;
  const [largest, vacant] = [LARGEST_OBSERVED * dates + date, LARGEST_VACANT * dates + date];
  units[largest] = Math.max(units[largest]!, floorArea);
  units[vacant] = Math.max(units[vacant]!, vacantArea);
}

/**
 * Puts marks where a sum of 0 would be a lie. Nothing observed: the whole date is not observed. No
 * coverage stated: counts of what is vacant, and nothing that a rate could be made of. No known floor
 * area, of all or of what is vacant: that floor area is not known.
 */
function markUnknown({ values, units }: Tally, covered: Uint8Array): void {
  const dates = covered.length;
  const mark = (measure: number, date: number) => {
    values[measure * dates + date] = NOT_OBSERVED;
  };
  for (let date = 0; date < dates; date++) {
    const at = (measure: number) => values[measure * dates + date]!;
    if (at(OBSERVED) === 0) {
      for (let measure = 0; measure < MEASURES.length; measure++) mark(measure, date);
      continue;
    }
    const vacantKnown = at(VACANT) === 0 || units[VACANT_UNITS * dates + date]! > 0;
    if (at(AREA_KNOWN) === 0 || !vacantKnown) mark(VACANT_AREA, date);
    if (at(AREA_KNOWN) === 0) mark(OBSERVED_AREA, date);
    if (covered[date] === 0) for (const measure of [OBSERVED, AREA_KNOWN, OBSERVED_AREA]) mark(measure, date);
  }
}

/**
 * Figures of some premises.
 * @param members indexes of premises, each once
 * @param functions bits of the functions that count
 */
export function tallyOf(stock: Stock, members: Iterable<number>, functions = ALL_FUNCTIONS): Tally {
  const tally = emptyTally(stock.dates);
  for (const premises of members) {
    for (let date = 0; date < stock.dates; date++) {
      const slot = premises * stock.dates + date;
      const func = stock.functions[slot]!;
      if (func !== ABSENT && functions & (1 << func)) addSlot(tally, stock, slot, date);
    }
  }
  markUnknown(tally, stock.covered);
  return tally;
}

/** Adds a function's sums to those of all; of the largest premises the larger one. */
function addTally(total: Tally, part: Tally, dates: number): void {
  part.values.forEach((value, index) => {
    total.values[index]! += value;
  });
  part.units.forEach((value, index) => {
    const sum = total.units[index]! + value;
    total.units[index] = index < VACANT_UNITS * dates ? Math.max(total.units[index]!, value) : sum;
  });
}

/**
 * Figures of some premises by function, in one pass: every function of which any premises was observed,
 * and `all`, which is everything that the coverage of the series names. Empty when nobody looked here.
 */
export function talliesByFunction(stock: Stock, members: Iterable<number>): Map<FunctionScope, Tally> {
  const parts: (Tally | undefined)[] = [];
  for (const premises of members) {
    for (let date = 0; date < stock.dates; date++) {
      const slot = premises * stock.dates + date;
      if (IS_OBSERVED[stock.states[slot]!] !== 1) continue;
      const func = stock.functions[slot]!;
      parts[func] ??= emptyTally(stock.dates);
      addSlot(parts[func], stock, slot, date);
    }
  }
  const all = emptyTally(stock.dates);
  const tallies = new Map<FunctionScope, Tally>();
  parts.forEach((part, func) => {
    if (part === undefined) return;
    addTally(all, part, stock.dates);
    tallies.set(FUNCTION_CODES[func]!, part);
  });
  if (tallies.size > 0) tallies.set('all', all);
  for (const tally of tallies.values()) markUnknown(tally, stock.covered);
  return tallies;
}
