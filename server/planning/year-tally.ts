import { FUNCTION_CODES } from '#vocabulary/function.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import { RETAIL } from './case-run.ts';
import { COURSE_COLUMNS, coursesOf, type Flow, isObserved, vacantShare } from './course.ts';
import { HOLDING_FUNCTIONS, type Holding } from './holding.ts';
import {
  countHolding,
  eachGroupYear,
  emptyGroups,
  type GroupYear,
  type HoldingGroups,
} from './holding-group.ts';

/** What is counted per year; arrays have one entry per year. Premises and m2 that are vacant are expected ones. */
export interface YearTally {
  observed: Float64Array;
  /** Of observed premises whose floor area is known. */
  observedArea: Float64Array;
  /** Observed premises by function: years x HOLDING_FUNCTIONS, see {@link areaAt}; and their expected vacant m2. */
  observedBy: Float64Array;
  vacantAreaBy: Float64Array;
  /** Expected vacant premises by function and duration: years x HOLDING_FUNCTIONS x COURSE_COLUMNS. */
  vacantBy: Float64Array;
  /** m2 by function, and of those what is in use. */
  areas: Float64Array;
  areasInUse: Float64Array;
  /** m2 of shops inside the core: in use, and vacant. */
  shopsInCore: Float64Array;
  vacantInCore: Float64Array;
}

/**
 * The course of every function and start.
 * @param flows by FUNCTION_CODES index, null where there is none; shared space has none
 */
export function coursesFor(
  flows: readonly (Flow | null)[],
  years: number,
  announced: boolean,
): Float64Array[][] {
  return Array.from({ length: HOLDING_FUNCTIONS }, (_, func) =>
    coursesOf(flows[func] ?? null, years, announced),
  );
}

/** What a tally is made with. */
export interface TallyRules {
  years: number;
  /** Courses by function of holdings and start, see {@link coursesFor}. */
  courses: readonly (readonly Float64Array[])[];
  /** By index of the premises: 1 inside the core. Undefined where there is no core. */
  core: Uint8Array | undefined;
  /** By FUNCTION_CODES index: 1 for functions whose vacancy is counted. Left out: all that the series observes. */
  counted?: Uint8Array | undefined;
}

const emptyTally = (years: number): YearTally => ({
  observed: new Float64Array(years),
  observedArea: new Float64Array(years),
  observedBy: new Float64Array(years * HOLDING_FUNCTIONS),
  vacantAreaBy: new Float64Array(years * HOLDING_FUNCTIONS),
  vacantBy: new Float64Array(years * HOLDING_FUNCTIONS * COURSE_COLUMNS),
  areas: new Float64Array(years * HOLDING_FUNCTIONS),
  areasInUse: new Float64Array(years * HOLDING_FUNCTIONS),
  shopsInCore: new Float64Array(years),
  vacantInCore: new Float64Array(years),
});

/** Whether a holding lies in the core; what is built on a site lies nowhere. */
export function isInCore({ premises }: Holding, { core }: Pick<TallyRules, 'core'>): boolean {
  return core !== undefined && premises >= 0 && core[premises] === 1;
}

/**
 * Adds holdings up, year by year. Holdings are first counted in groups, in whole numbers; only then come the expected
 * shares, group by group in one order: so the order of measures and of premises changes no digit of the outcome.
 */
export function tallyGroups(
  groups: HoldingGroups,
  { courses, counted }: Pick<TallyRules, 'courses' | 'counted'>,
): YearTally {
  const tally = emptyTally(groups.years);
  eachGroupYear(groups, group =>
    addYear(
      tally,
      group,
      courses[group.func]![group.start]!,
      isObserved(group.start) && isCounted(group.func, counted),
    ),
  );
  return tally;
}

/** The same of a list. @param until year (index) in which each holding ends, Infinity where it stays */
export function tallyYears(
  holdings: readonly Holding[],
  until: readonly number[],
  rules: TallyRules,
): YearTally {
  const groups = emptyGroups(rules.years);
  holdings.forEach((holding, index) => {
    countHolding(groups, holding, until[index]!, isInCore(holding, rules));
  });
  return tallyGroups(groups, rules);
}

/** Whether the vacancy of a function is counted. */
export function isCounted(func: number, counted: Uint8Array | undefined): boolean {
  return counted === undefined || counted[func] === 1;
}

function addYear(
  tally: YearTally,
  { year, func, count, area, part, inCore, since }: GroupYear,
  course: Float64Array,
  isSeen: boolean,
): void {
  const share = vacantShare(course, year - since);
  const vacantArea = share * (area - part) + part;
  const by = areaAt(year, func);
  tally.areas[by]! += area;
  tally.areasInUse[by]! += area - vacantArea;
  if (func === RETAIL && inCore) {
    tally.shopsInCore[year]! += area - vacantArea;
    tally.vacantInCore[year]! += vacantArea;
  }
  if (!isSeen) return;
  tally.observed[year]! += count;
  tally.observedArea[year]! += area;
  tally.observedBy[by]! += count;
  tally.vacantAreaBy[by]! += vacantArea;
  const at = (year - since) * COURSE_COLUMNS;
  for (let column = 0; column < COURSE_COLUMNS; column++)
    tally.vacantBy[by * COURSE_COLUMNS + column]! += course[at + column]! * count;
}

/** Sum over the functions of one year. */
function overFunctions(values: Float64Array, year: number): number {
  let sum = 0;
  for (let func = 0; func < HOLDING_FUNCTIONS; func++) sum += values[areaAt(year, func)]!;
  return sum;
}

/** Expected vacant premises per year: of one duration (column), or of all. */
export function vacantOf(tally: YearTally, column?: number): Float64Array {
  const columns =
    column === undefined ? Array.from({ length: COURSE_COLUMNS }, (_, index) => index) : [column];
  return tally.observed.map((_, year) => {
    let sum = 0;
    for (const each of columns)
      for (let func = 0; func < HOLDING_FUNCTIONS; func++)
        sum += tally.vacantBy[areaAt(year, func) * COURSE_COLUMNS + each]!;
    return sum;
  });
}

/** Expected vacant m2 per year. */
export function vacantAreaOf(tally: YearTally): Float64Array {
  return tally.observed.map((_, year) => overFunctions(tally.vacantAreaBy, year));
}

/** Expected vacant premises of one function in one year. */
export function vacantIn(tally: YearTally, year: number, func: number): number {
  let sum = 0;
  for (let column = 0; column < COURSE_COLUMNS; column++)
    sum += tally.vacantBy[areaAt(year, func) * COURSE_COLUMNS + column]!;
  return sum;
}

/** Where a function stands in arrays of years x HOLDING_FUNCTIONS. */
export const areaAt = (year: number, func: number): number => year * HOLDING_FUNCTIONS + func;

/** Whether the base says anywhere what the plan allows. */
export function knowsPlan(base: ScenarioBase): boolean {
  return base.premises.allowed.some(func => func >= 0 && func < FUNCTION_CODES.length);
}
