import type { CellHeader } from '#contract/cell.ts';
import type { PremisesHeader } from '#contract/premises.ts';
import { type Filter, type Filtered, filteredTallies, NO_FILTER } from '#figures/filter.ts';
import type { Frame } from '#figures/frame.ts';
import { FRONT_MEASURES, filteredFronts, type SideMember, sideMembers } from '#figures/front.ts';
import { CELL_MEASURES, MEASURES } from '#figures/measure.ts';
import { placesOf } from '#figures/place.ts';
import { columnOf, stockOf } from '#figures/stock-frame.ts';
import { DURATION_CODES } from '#vocabulary/duration.ts';
import { FUNCTION_CODES, type FunctionScope, functionIndex } from '#vocabulary/function.ts';
import { STATUS_CODES } from '#vocabulary/status.ts';
import type { Cells } from './cell.ts';
import type { Cube } from './figure.ts';
import type { PlannerFilter } from './view.ts';

/** Figures of every place under a planner's filter, in the shape in which the server sends unfiltered ones. */
export interface NarrowedValues {
  /** Municipality, areas and street sides, with MEASURES x dates each. */
  keys: readonly string[];
  tallies: Int32Array;
  /** Squares of 100 m, with CELL_MEASURES x dates each. */
  cellKeys: readonly string[];
  cellTallies: Int32Array;
  /** Indexes in `keys` of the street sides, and FRONT_MEASURES x dates for each. */
  frontKeys: Int32Array;
  fronts: Int32Array;
  /** Verdict of `#figures/filter.ts` per premises and date (`premises * dates + date`). */
  slots: Uint8Array;
  /** Per date: premises left out because nobody knows their floor area or year. */
  leftOut: Int32Array;
}

/** Everything that a filter is worked out on. */
export interface FilterGround extends Filtered {
  /** Premises along each street side. */
  sides: readonly SideMember[][];
}

/** What filters are worked out on; made once per frame of premises. */
export function filteredOf(frame: Frame<PremisesHeader>): FilterGround {
  return {
    sides: sideMembers(frame),
    stock: stockOf(frame),
    buildYears: columnOf(frame, 'buildYear') as Int16Array,
    places: placesOf(frame),
  };
}

/** Bits of some words of a list; null when none was chosen. */
function bitsOf<T>(words: readonly T[], chosen: readonly T[]): number | null {
  return chosen.length === 0 ? null : chosen.reduce((bits, word) => bits | (1 << words.indexOf(word)), 0);
}

/** What the reader chose, as the arithmetic wants it. */
export function filterOf(scope: FunctionScope, filter: PlannerFilter): Filter {
  const bounds = ([least, most]: PlannerFilter['floorArea']) => ({ least, most });
  return {
    ...NO_FILTER,
    functions: scope === 'all' ? NO_FILTER.functions : 1 << functionIndex(scope),
    statuses: bitsOf(STATUS_CODES, filter.statuses),
    durations: bitsOf(DURATION_CODES, filter.durations),
    floorArea: bounds(filter.floorArea),
    buildYear: bounds(filter.buildYear),
  };
}

/** The first `rows` rows of every tally: squares do not carry durations. */
function shortened(values: Int32Array, rows: number, dates: number): Int32Array {
  const count = values.length / (MEASURES.length * dates);
  const short = new Int32Array(count * rows * dates);
  for (let place = 0; place < count; place++) {
    const from = place * MEASURES.length * dates;
    short.set(values.subarray(from, from + rows * dates), place * rows * dates);
  }
  return short;
}

/** Works a filter out for every place and date. */
export function narrowedValues(filtered: FilterGround, filter: Filter): NarrowedValues {
  const { keys, first } = filtered.places;
  const { dates } = filtered.stock;
  const { values, slots, leftOut } = filteredTallies(filtered, filter);
  const { sides, stock } = filtered;
  const fronts = new Int32Array(sides.length * FRONT_MEASURES.length * dates);
  sides.forEach((members, side) => {
    fronts.set(filteredFronts(stock, { slots }, members), side * FRONT_MEASURES.length * dates);
  });
  const split = first.cell * MEASURES.length * dates;
  return {
    keys: keys.slice(0, first.cell),
    tallies: values.slice(0, split),
    cellKeys: keys.slice(first.cell),
    cellTallies: shortened(values.subarray(split), CELL_MEASURES.length, dates),
    frontKeys: Int32Array.from(sides, (_, side) => first.side + side),
    fronts,
    slots,
    leftOut,
  };
}

/** The values as the frame of areas that the screen reads. */
export function cubeOf(values: NarrowedValues, scope: FunctionScope, header: PremisesHeader): Cube {
  const { revision, series, referenceDates, methodVersions } = header;
  const keys = values.keys.map((key): [string, FunctionScope] => [key, scope]);
  return {
    header: { revision, series, exact: true, referenceDates, methodVersions, keys },
    columns: { tallies: values.tallies, frontKeys: values.frontKeys, fronts: values.fronts },
  };
}

/** The values as the frame of squares that the screen reads; a key is `100:x:y`. */
export function cellsOf(values: NarrowedValues, scope: FunctionScope, header: PremisesHeader): Cells {
  const { revision, series, referenceDates } = header;
  const corners = values.cellKeys.map(key => key.split(':').map(Number));
  const byte = scope === 'all' ? 0 : FUNCTION_CODES.indexOf(scope) + 1;
  const frameHeader: CellHeader = { revision, series, size: 100, exact: true, referenceDates };
  return {
    header: frameHeader,
    columns: {
      x: Int32Array.from(corners, ([, x]) => x!),
      y: Int32Array.from(corners, ([, , y]) => y!),
      function: new Uint8Array(corners.length).fill(byte),
      tallies: values.cellTallies,
    },
  };
}
