import { DURATION_CODES } from '#vocabulary/duration.ts';
import { ANNOUNCED, FIRST_VACANT, IN_USE, NOT_OBSERVED, STARTS } from './holding.ts';

/** Shares a year: of what is in use becoming vacant, of what is vacant being filled. */
export interface Flow {
  inflow: number;
  outflow: number;
}

/** Columns of a course per year: expected share vacant by DURATION_CODES. What is not vacant is in use. */
export const COURSE_COLUMNS = DURATION_CODES.length;

/** Shares by age in years: 0, 1, 2, 3 or more, and of unknown age. */
type Ages = [age0: number, age1: number, age2: number, age3: number, unknown: number];

/** Vacant for one to three years: nobody says which, so half is in its second and half in its third year. */
function agesOf(start: number): Ages {
  const duration = DURATION_CODES[start - FIRST_VACANT];
  if (duration === 'under-1') return [1, 0, 0, 0, 0];
  if (duration === '1-to-3') return [0, 0.5, 0.5, 0, 0];
  return duration === 'over-3' ? [0, 0, 0, 1, 0] : [0, 0, 0, 0, start >= FIRST_VACANT ? 1 : 0];
}

function aged([age0, age1, age2, age3, unknown]: Ages, { inflow, outflow }: Flow): Ages {
  const stays = 1 - outflow;
  const inUse = 1 - (age0 + age1 + age2 + age3 + unknown);
  return [inUse * inflow, age0 * stays, age1 * stays, (age2 + age3) * stays, unknown * stays];
}

function write(course: Float64Array, year: number, [age0, age1, age2, age3, unknown]: Ages): void {
  course.set([age0, age1 + age2, age3, unknown], year * COURSE_COLUMNS);
}

/**
 * Expected vacancy of one holding through the years, from a start: years x COURSE_COLUMNS, shares 0 to 1. Each year a
 * share of what is in use becomes vacant and a share of what was vacant is filled; what stays vacant grows a year
 * older. An announced closing is vacant a year later. What nobody observes has no vacancy.
 * @param flow null: nothing is known of it, or everything is frozen: all years are as the first, durations too
 * @param years how many years after the start are wanted, the start itself included
 * @param announced whether announced closings happen
 */
export function courseOf(start: number, flow: Flow | null, years: number, announced: boolean): Float64Array {
  const course = new Float64Array(years * COURSE_COLUMNS);
  if (start === NOT_OBSERVED) return course;
  let ages = agesOf(start);
  for (let year = 0; year < years; year++) {
    write(course, year, ages);
    if (year === 0 && start === ANNOUNCED && announced) ages = [1, 0, 0, 0, 0];
    else if (flow !== null) ages = aged(ages, flow);
  }
  return course;
}

/** Courses of every start, by index in STARTS. */
export function coursesOf(flow: Flow | null, years: number, announced: boolean): Float64Array[] {
  return STARTS.map((_, start) => courseOf(start, flow, years, announced));
}

/** Expected share vacant, of any duration. */
export function vacantShare(course: Float64Array, year: number): number {
  const at = year * COURSE_COLUMNS;
  return course[at]! + course[at + 1]! + course[at + 2]! + course[at + 3]!;
}

/** True for a start whose vacancy is counted. */
export function isObserved(start: number): boolean {
  return start >= IN_USE;
}
