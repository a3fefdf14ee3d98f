import type { CubeHeader, Shown } from '#contract/vacancy.ts';
import type { Frame } from '#figures/frame.ts';
import { BELOW_FIVE, CONFIDENTIAL, isNumber, NOT_OBSERVED } from '#figures/mark.ts';
import { MEASURES, type Measure, measureIndex } from '#figures/measure.ts';
import { DURATION_CODES, type DurationCode } from '#vocabulary/duration.ts';
import { FUNCTION_CODES, type FunctionCode, type FunctionScope } from '#vocabulary/function.ts';

/** The figures of one place on one reference date, as they may be shown. Floor areas in m2, rates in per cent. */
export interface Figure {
  observed: Shown;
  vacant: Shown;
  rate: Shown;
  /** How many of the observed premises have a known floor area. */
  areaKnown: Shown;
  observedArea: Shown;
  vacantArea: Shown;
  floorAreaRate: Shown;
  /** Vacant premises by how long; undefined for squares, which do not carry it. */
  durations: Record<DurationCode, Shown> | undefined;
}

/** A packed value as it may be shown: marks become words, never numbers. */
export function shownOf(value: number | undefined): Shown {
  if (value === undefined || value === NOT_OBSERVED) return null;
  if (value === BELOW_FIVE) return '<5';
  return value === CONFIDENTIAL ? 'confidential' : value;
}

/** Share of two packed values in per cent. A mark in either is the answer; nothing of nothing is no rate. */
export function rateOf(part: number, whole: number): Shown {
  if (!isNumber(whole)) return shownOf(whole);
  if (!isNumber(part)) return shownOf(part);
  return whole === 0 ? null : (100 * part) / whole;
}

/**
 * Figure of one tally on one date.
 * @param tally `measures` x `dates`, row by row, as `#figures/measure.ts` orders them
 * @param measures rows in the tally: all of `MEASURES`, or the shorter list of squares
 */
export function figureOf(tally: Int32Array, dates: number, date: number, measures: number): Figure {
  const raw = (measure: Measure): number => tally[measureIndex(measure) * dates + date] ?? NOT_OBSERVED;
  const known = raw('areaKnown');
  // Nothing known of the floor area: the sums are unknown, not 0.
  const areas = known === 0 ? NOT_OBSERVED : undefined;
  const [observedArea, vacantArea] = [areas ?? raw('observedArea'), areas ?? raw('vacantArea')];
  const whole = measures === MEASURES.length;
  return {
    observed: shownOf(raw('observed')),
    vacant: shownOf(raw('vacant')),
    rate: rateOf(raw('vacant'), raw('observed')),
    areaKnown: shownOf(known),
    observedArea: shownOf(observedArea),
    vacantArea: shownOf(vacantArea),
    floorAreaRate: rateOf(vacantArea, observedArea),
    durations: whole ? durationsOf(raw) : undefined,
  };
}

function durationsOf(raw: (measure: Measure) => number): Record<DurationCode, Shown> {
  const entries = DURATION_CODES.map(code => [code, shownOf(raw(code))]);
  return Object.fromEntries(entries) as Record<DurationCode, Shown>;
}

/** Every area's tallies in one series, as the server sent them. */
export type Cube = Frame<CubeHeader>;

/** Rows of a cube by place and function: made once per cube, because every panel asks for many at every step. */
const rowsOf = new WeakMap<Cube, Map<string, number>>();

function rowOf(cube: Cube, area: string, scope: FunctionScope): number | undefined {
  let rows = rowsOf.get(cube);
  if (rows === undefined) {
    rows = new Map(cube.header.keys.map(([id, code], row) => [`${code} ${id}`, row]));
    rowsOf.set(cube, rows);
  }
  return rows.get(`${scope} ${area}`);
}

/** Tally (`MEASURES` x dates) of an area or the municipality for a function; undefined where the cube has none. */
export function tallyIn(cube: Cube, area: string, scope: FunctionScope): Int32Array | undefined {
  const row = rowOf(cube, area, scope);
  const size = MEASURES.length * cube.header.referenceDates.length;
  if (row === undefined) return undefined;
  return (cube.columns.tallies as Int32Array).subarray(row * size, (row + 1) * size);
}

/**
 * Functions of which anything was ever looked at in a place: the cube has a row for no other. Every function
 * where the cube is not parted by function, as one that was counted through a filter.
 */
export function functionsSeen(cube: Cube, area: string): readonly FunctionCode[] {
  const seen = FUNCTION_CODES.filter(code => rowOf(cube, area, code) !== undefined);
  return seen.length === 0 ? FUNCTION_CODES : seen;
}

/**
 * Figure of an area (or of the municipality, by its code) for a function on a date.
 * @returns undefined where the cube has no such area, function or date
 */
export function figureIn(cube: Cube, area: string, scope: FunctionScope, on: string): Figure | undefined {
  const { referenceDates } = cube.header;
  const tally = tallyIn(cube, area, scope);
  const date = referenceDates.indexOf(on);
  if (tally === undefined || date < 0) return undefined;
  return figureOf(tally, referenceDates.length, date, MEASURES.length);
}
