import { DURATION_CODES } from '#vocabulary/duration.ts';
import { STATUSES, statusIndex } from '#vocabulary/status.ts';
import { NOT_OBSERVED } from './mark.ts';
import { FIRST_DURATION, MEASURES, measureIndex } from './measure.ts';
import type { Places } from './place.ts';
import { ALL_FUNCTIONS } from './state.ts';
import { ABSENT, NO_AREA, type Stock } from './stock.ts';
import { vacantAreaOf } from './tally.ts';

/** Least and most, both included; null: no bound. */
export interface Bounds {
  least: number | null;
  most: number | null;
}

/**
 * What a planner wants to see. Two kinds of question, answered apart:
 *
 * What a premises **is** (function, floor area, building year, area) narrows what is looked at: numerator and
 * denominator alike. A premises of unknown floor area or year is left out as soon as that has a bound: nobody
 * can say that it belongs; {@link FilteredTallies.leftOut} says how many.
 *
 * What its **vacancy** is (status, duration) chooses what is counted, in the numerator only: "2 % of shops
 * have been vacant for over three years" divides by all shops observed. With chosen statuses, `vacant` counts
 * the premises of those statuses; `vacantArea` is the vacant part of vacant and partly vacant ones and the whole
 * floor area of others. With chosen durations only wholly vacant premises count: no other has a duration.
 * Without either, both are what a tally counts: vacant premises, and the vacant m2 of partly vacant ones too.
 */
export interface Filter {
  /** Bits: bit n is FUNCTION_CODES[n]. */
  functions: number;
  /** Bits: bit n is STATUS_CODES[n]; null: not chosen. */
  statuses: number | null;
  /** Bits: bit n is DURATION_CODES[n]; null: not chosen. */
  durations: number | null;
  /** m2. */
  floorArea: Bounds;
  buildYear: Bounds;
  /** Index of a place in {@link Places}: only premises in it; null: everywhere. */
  place: number | null;
}

/** Everything. */
export const NO_FILTER: Filter = {
  functions: ALL_FUNCTIONS,
  statuses: null,
  durations: null,
  floorArea: { least: null, most: null },
  buildYear: { least: null, most: null },
  place: null,
};

/** What is filtered: the premises, what is known of them, and where they belong. */
export interface Filtered {
  stock: Stock;
  /** Per premises; -1 unknown. */
  buildYears: Int16Array;
  places: Places;
}

/**
 * Verdict on a slot. {@link OUT}: not there, or not what was asked for. {@link UNSEEN}: asked for, and nobody
 * looked. {@link SEEN}: in the denominator. {@link COUNTED}: in the numerator too. {@link PARTLY}: in the
 * denominator, with its vacant part in the numerator of floor area only.
 */
export const OUT = 0;
export const UNSEEN = 1;
export const SEEN = 2;
export const COUNTED = 3;
export const PARTLY = 4;

/** Which premises pass, on every date. */
export interface Verdicts {
  /** One of the verdicts per slot (`premises * dates + date`). */
  slots: Uint8Array;
  /** Per date: premises that were observed and left out because their floor area or year is unknown. */
  leftOut: Int32Array;
}

/** Figures under a filter, of every place on every date. */
export interface FilteredTallies extends Verdicts {
  /** MEASURES x dates per place, in the order of `places.keys`; see {@link tallyAt}. */
  values: Int32Array;
}

const OBSERVED = measureIndex('observed');
const VACANT = measureIndex('vacant');
const AREA_KNOWN = measureIndex('areaKnown');
const OBSERVED_AREA = measureIndex('observedArea');
const VACANT_AREA = measureIndex('vacantArea');
const ROWS = MEASURES.length;
/** Rows up to the last that a denominator needs. */
const DENOMINATOR_ROWS = OBSERVED_AREA + 1;
const IS_OBSERVED = Uint8Array.from(STATUSES, status => Number(status.observed));
const IS_VACANT = Uint8Array.from(STATUSES, status => Number(status.vacant));
const PARTLY_VACANT = statusIndex('partly-vacant');

const within = (value: number, { least, most }: Bounds): boolean =>
  (least === null || value >= least) && (most === null || value <= most);
const isOpen = ({ least, most }: Bounds): boolean => least === null && most === null;

/** Per status and duration byte (0: none) the verdict on an observed slot. */
function verdictTable({ statuses, durations }: Filter): Uint8Array {
  const width = 1 + DURATION_CODES.length;
  const table = new Uint8Array(STATUSES.length * width);
  const chosen = (status: number) => (statuses === null ? IS_VACANT[status] === 1 : statuses & (1 << status));
  STATUSES.forEach(({ observed }, status) => {
    for (let duration = 0; duration < width; duration++) {
      let verdict = observed ? SEEN : UNSEEN;
      const lasted = durations === null || (duration > 0 && (durations & (1 << (duration - 1))) !== 0);
      if (observed && lasted && chosen(status)) verdict = COUNTED;
      else if (status === PARTLY_VACANT && statuses === null && durations === null) verdict = PARTLY;
      table[status * width + duration] = verdict;
    }
  });
  return table;
}

/** Per premises 1 when it is in the place asked for and of the building year asked for; 2 when the year is unknown. */
function placeAndYear({ stock, buildYears, places }: Filtered, { place, buildYear }: Filter): Uint8Array {
  const fits = new Uint8Array(stock.premises);
  const anyYear = isOpen(buildYear);
  for (let premises = 0; premises < stock.premises; premises++) {
    const here =
      place === null ||
      places.placeOf.subarray(places.begin[premises], places.begin[premises + 1]).includes(place);
    if (!here) continue;
    const year = buildYears[premises]!;
    if (anyYear) fits[premises] = 1;
    else if (year < 0) fits[premises] = 2;
    else fits[premises] = Number(within(year, buildYear));
  }
  return fits;
}

/** Judges every premises on every date. */
export function judge(filtered: Filtered, filter: Filter): Verdicts {
  const { stock } = filtered;
  const { dates, functions, floorAreas, states, durations } = stock;
  const slots = new Uint8Array(states.length);
  const leftOut = new Int32Array(dates);
  const table = verdictTable(filter);
  const fits = placeAndYear(filtered, filter);
  const anyArea = isOpen(filter.floorArea);
  for (let premises = 0, slot = 0; premises < stock.premises; premises++) {
    const fit = fits[premises]!;
    if (fit === 0) {
      slot += dates;
      continue;
    }
    for (let date = 0; date < dates; date++, slot++) {
      const func = functions[slot]!;
      if (func === ABSENT || (filter.functions & (1 << func)) === 0) continue;
      const floorArea = floorAreas[slot]!;
      const unknown = fit === 2 || (!anyArea && floorArea === NO_AREA);
      if (unknown) leftOut[date]! += IS_OBSERVED[states[slot]!]!;
      else if (anyArea || within(floorArea, filter.floorArea))
        slots[slot] = table[states[slot]! * (1 + DURATION_CODES.length) + durations[slot]!]!;
    }
  }
  return { slots, leftOut };
}

/** What of a counted slot's floor area is in the numerator. */
function countedArea(stock: Stock, slot: number, vacantArea: number): number {
  const state = stock.states[slot]!;
  return IS_VACANT[state] === 1 || state === PARTLY_VACANT ? vacantArea : stock.floorAreas[slot]!;
}

/** Figures of one premises: MEASURES x dates, and a row more that says where a vacant floor area is known. */
type Scratch = Int32Array;

/** Writes the figures of one premises. @returns rows that may hold anything but 0: those of the numerator only when counted */
function writePremises(stock: Stock, premises: number, verdicts: Uint8Array, row: Scratch): number {
  const { dates } = stock;
  let rows = 0;
  row.fill(0);
  for (let date = 0, slot = premises * dates; date < dates; date++, slot++) {
    const verdict = verdicts[slot]!;
    if (verdict < SEEN) continue;
    if (rows === 0) rows = DENOMINATOR_ROWS;
    row[OBSERVED * dates + date] = 1;
    const vacantArea = vacantAreaOf(stock, slot);
    if (vacantArea !== NO_AREA) {
      row[AREA_KNOWN * dates + date] = 1;
      row[OBSERVED_AREA * dates + date] = stock.floorAreas[slot]!;
    }
    if (verdict === SEEN) continue;
    rows = ROWS + 1;
    if (vacantArea !== NO_AREA) {
      const counted = countedArea(stock, slot, vacantArea);
      row[VACANT_AREA * dates + date] = counted;
      row[ROWS * dates + date] = Number(counted > 0);
    }
    if (verdict !== COUNTED) continue;
    row[VACANT * dates + date] = 1;
    const duration = stock.durations[slot]!;
    if (duration > 0) row[(FIRST_DURATION + duration - 1) * dates + date] = 1;
  }
  return rows;
}

/**
 * Figures of every place on every date, in one pass over the premises.
 * Marks stand where a sum would be a lie, as in any tally (`tally.ts`).
 */
export function filteredTallies(filtered: Filtered, filter: Filter): FilteredTallies {
  const { stock, places } = filtered;
  const verdicts = judge(filtered, filter);
  const size = (ROWS + 1) * stock.dates;
  const sums = new Int32Array(places.keys.length * size);
  const row: Scratch = new Int32Array(size);
  for (let premises = 0; premises < stock.premises; premises++) {
    const length = writePremises(stock, premises, verdicts.slots, row) * stock.dates;
    if (length === 0) continue;
    for (let member = places.begin[premises]!; member < places.begin[premises + 1]!; member++) {
      const first = places.placeOf[member]! * size;
      for (let index = 0; index < length; index++) sums[first + index]! += row[index]!;
    }
  }
  const values = new Int32Array(places.keys.length * ROWS * stock.dates);
  for (let place = 0; place < places.keys.length; place++) {
    const tally = sums.subarray(place * size, (place + 1) * size);
    markUnknown(tally, stock.covered);
    values.set(tally.subarray(0, ROWS * stock.dates), place * ROWS * stock.dates);
  }
  return { ...verdicts, values };
}

/** The marks of `tally.ts`, on the figures of one place with the row more. */
function markUnknown(tally: Scratch, covered: Uint8Array): void {
  const dates = covered.length;
  for (let date = 0; date < dates; date++) {
    if (tally[OBSERVED * dates + date] === 0) {
      for (let measure = 0; measure < ROWS; measure++) tally[measure * dates + date] = NOT_OBSERVED;
      continue;
    }
    const noArea = tally[AREA_KNOWN * dates + date] === 0;
    const vacantUnknown = tally[VACANT * dates + date]! > 0 && tally[ROWS * dates + date] === 0;
    if (noArea || vacantUnknown) tally[VACANT_AREA * dates + date] = NOT_OBSERVED;
    if (noArea) tally[OBSERVED_AREA * dates + date] = NOT_OBSERVED;
    if (covered[date] === 0)
      for (const measure of [OBSERVED, AREA_KNOWN, OBSERVED_AREA])
        tally[measure * dates + date] = NOT_OBSERVED;
  }
}

/** The tally of one place: MEASURES x dates, as one key of the published cube has it. */
export function tallyAt({ values }: FilteredTallies, place: number, dates: number): Int32Array {
  return values.subarray(place * ROWS * dates, (place + 1) * ROWS * dates);
}
