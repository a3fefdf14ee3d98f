import { FUNCTION_CODES } from '#vocabulary/function.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import { RETAIL } from './case-run.ts';
import { COURSE_COLUMNS, coursesOf, type Flow, isObserved, NO_FLOW, vacantShare } from './course.ts';
import { HOLDING_FUNCTIONS, type Holding, STARTS } from './holding.ts';

/** What is counted per year; arrays have one entry per year. Premises and m2 that are vacant are expected ones. */
export interface YearTally {
  observed: Float64Array;
  vacant: Float64Array;
  /** Of observed premises whose floor area is known. */
  observedArea: Float64Array;
  vacantArea: Float64Array;
  /** COURSE_COLUMNS per year, in the order of DURATION_CODES. */
  durations: Float64Array;
  /** m2 by function of holdings: HOLDING_FUNCTIONS x years; and of those what is in use. */
  areas: Float64Array;
  areasInUse: Float64Array;
  /** m2 of shops in use inside the core, and in the whole area. */
  shopsInCore: Float64Array;
  shopsInUse: Float64Array;
}

/**
 * The course of every function and start.
 * @param flows by FUNCTION_CODES index; shared space has none
 */
export function coursesFor(flows: readonly Flow[], years: number, announced: boolean): Float64Array[][] {
  return Array.from({ length: HOLDING_FUNCTIONS }, (_, func) =>
    coursesOf(flows[func] ?? NO_FLOW, years, announced),
  );
}

/** How a group of holdings is counted: holdings of one function, start and beginning share one course. */
interface Groups {
  counts: Float64Array;
  areas: Float64Array;
  /** m2 of partly vacant premises that stand empty all the time. */
  partVacant: Float64Array;
}

/** What a tally is made with. */
export interface TallyRules {
  years: number;
  /** Courses by function of holdings and start, see {@link coursesFor}. */
  courses: readonly (readonly Float64Array[])[];
  /** Premises (index) inside the core; undefined where there is no core. */
  core: ReadonlySet<number> | undefined;
}

const emptyTally = (years: number): YearTally => ({
  observed: new Float64Array(years),
  vacant: new Float64Array(years),
  observedArea: new Float64Array(years),
  vacantArea: new Float64Array(years),
  durations: new Float64Array(years * COURSE_COLUMNS),
  areas: new Float64Array(years * HOLDING_FUNCTIONS),
  areasInUse: new Float64Array(years * HOLDING_FUNCTIONS),
  shopsInCore: new Float64Array(years),
  shopsInUse: new Float64Array(years),
});

/**
 * Adds holdings up, year by year. Holdings are first counted in groups, in whole numbers; only then come the expected
 * shares, group by group in one order: so the order of measures and of premises changes no digit of the outcome.
 * @param until year (index) in which each holding ends, Infinity where it stays
 */
export function tallyYears(
  holdings: readonly Holding[],
  until: readonly number[],
  rules: TallyRules,
): YearTally {
  const { years } = rules;
  const size = years + 1;
  const starts = STARTS.length;
  const groups = HOLDING_FUNCTIONS * starts * years * 2;
  const counted: Groups = {
    counts: new Float64Array(groups * size),
    areas: new Float64Array(groups * size),
    partVacant: new Float64Array(groups * size),
  };
  const used = new Uint8Array(groups);
  for (let index = 0; index < holdings.length; index++) {
    const holding = holdings[index]!;
    const inCore = rules.core?.has(holding.premises) ? 1 : 0;
    const group = ((holding.func * starts + holding.start) * years + holding.since) * 2 + inCore;
    used[group] = 1;
    addTo(counted, group * size, holding, Math.min(until[index]!, years));
  }
  return sumGroups(counted, used, rules);
}

function addTo({ counts, areas, partVacant }: Groups, row: number, holding: Holding, until: number): void {
  const weight = holding.homes > 0 ? holding.homes : 1;
  const area = Math.max(0, holding.floorArea);
  counts[row + holding.from]! += weight;
  counts[row + until]! -= weight;
  areas[row + holding.from]! += area;
  areas[row + until]! -= area;
  partVacant[row + holding.from]! += holding.partVacant;
  partVacant[row + until]! -= holding.partVacant;
}

function sumGroups({ counts, areas, partVacant }: Groups, used: Uint8Array, rules: TallyRules): YearTally {
  const { years, courses } = rules;
  const tally = emptyTally(years);
  for (let group = 0; group < used.length; group++) {
    if (used[group] === 0) continue;
    const inCore = group % 2 === 1;
    const since = (group >> 1) % years;
    const start = Math.floor((group >> 1) / years) % STARTS.length;
    const func = Math.floor((group >> 1) / years / STARTS.length);
    const row = group * (years + 1);
    let [count, area, part] = [0, 0, 0];
    for (let year = 0; year < years; year++) {
      count += counts[row + year]!;
      area += areas[row + year]!;
      part += partVacant[row + year]!;
      if (count === 0) continue;
      addYear(tally, { year, func, start, count, area, part, inCore, since, course: courses[func]![start]! });
    }
  }
  return tally;
}

interface GroupYear {
  year: number;
  func: number;
  start: number;
  count: number;
  area: number;
  part: number;
  inCore: boolean;
  since: number;
  course: Float64Array;
}

function addYear(
  tally: YearTally,
  { year, func, start, count, area, part, inCore, since, course }: GroupYear,
): void {
  const share = vacantShare(course, year - since);
  const vacantArea = share * (area - part) + part;
  tally.areas[year * HOLDING_FUNCTIONS + func]! += area;
  tally.areasInUse[year * HOLDING_FUNCTIONS + func]! += area - vacantArea;
  if (func === RETAIL) {
    tally.shopsInUse[year]! += area - vacantArea;
    if (inCore) tally.shopsInCore[year]! += area - vacantArea;
  }
  if (!isObserved(start)) return;
  tally.observed[year]! += count;
  tally.vacant[year]! += share * count;
  tally.observedArea[year]! += area;
  tally.vacantArea[year]! += vacantArea;
  const at = (year - since) * COURSE_COLUMNS;
  for (let column = 0; column < COURSE_COLUMNS; column++)
    tally.durations[year * COURSE_COLUMNS + column]! += course[at + column]! * count;
}

/** Column of a function in `areas`. */
export const areaAt = (year: number, func: number): number => year * HOLDING_FUNCTIONS + func;

/** Whether the base says anywhere what the plan allows. */
export function knowsPlan(base: ScenarioBase): boolean {
  return base.premises.allowed.some(func => func >= 0 && func < FUNCTION_CODES.length);
}
