import { HOLDING_FUNCTIONS, type Holding, STARTS } from './holding.ts';

/**
 * Holdings counted in whole numbers by function, start, year of the start, and whether they lie in the core: all of a
 * group share one course. Arrays are groups x (years + 1), as changes from one year to the next.
 */
export interface HoldingGroups {
  years: number;
  counts: Float64Array;
  /** m2 whose size is known. */
  areas: Float64Array;
  /** m2 of partly vacant premises that stand empty all the time. */
  partVacant: Float64Array;
  /** 1 for a group that was ever counted in. */
  used: Uint8Array;
}

/** Groups without anything in them. */
export function emptyGroups(years: number): HoldingGroups {
  const groups = HOLDING_FUNCTIONS * STARTS.length * years * 2;
  const row = () => new Float64Array(groups * (years + 1));
  return { years, counts: row(), areas: row(), partVacant: row(), used: new Uint8Array(groups) };
}

/** The same numbers in arrays of their own. */
export function copyOfGroups({ years, counts, areas, partVacant, used }: HoldingGroups): HoldingGroups {
  return {
    years,
    counts: counts.slice(),
    areas: areas.slice(),
    partVacant: partVacant.slice(),
    used: used.slice(),
  };
}

/**
 * Counts a holding in, from its year until another. Whole numbers only: whatever order holdings come in, sums are the
 * same to the last digit.
 * @param until year (index) in which it ends, Infinity where it stays
 * @param times 1, or -1 to take back what was counted
 */
export function countHolding(
  groups: HoldingGroups,
  holding: Holding,
  until: number,
  inCore: boolean,
  times: 1 | -1 = 1,
): void {
  const { years, counts, areas, partVacant } = groups;
  const group =
    ((holding.func * STARTS.length + holding.start) * years + holding.since) * 2 + (inCore ? 1 : 0);
  groups.used[group] = 1;
  const row = group * (years + 1);
  const [from, end] = [row + holding.from, row + Math.min(until, years)];
  const weight = times * (holding.homes > 0 ? holding.homes : 1);
  const area = times * Math.max(0, holding.floorArea);
  const part = times * holding.partVacant;
  counts[from]! += weight;
  counts[end]! -= weight;
  areas[from]! += area;
  areas[end]! -= area;
  partVacant[from]! += part;
  partVacant[end]! -= part;
}

/** One group in one year. */
export interface GroupYear {
  year: number;
  func: number;
  start: number;
  /** Year (index) in which the start holds. */
  since: number;
  inCore: boolean;
  count: number;
  area: number;
  part: number;
}

/** Every group in every year in which there is something in it, in one order. */
export function eachGroupYear(groups: HoldingGroups, visit: (group: GroupYear) => void): void {
  const { years, counts, areas, partVacant, used } = groups;
  const starts = STARTS.length;
  for (let group = 0; group < used.length; group++) {
    if (used[group] === 0) continue;
    const half = group >> 1;
    const at: GroupYear = {
      year: 0,
      func: Math.floor(half / years / starts),
      start: Math.floor(half / years) % starts,
      since: half % years,
      inCore: group % 2 === 1,
      count: 0,
      area: 0,
      part: 0,
    };
    const row = group * (years + 1);
    for (let year = 0; year < years; year++) {
      at.year = year;
      at.count += counts[row + year]!;
      at.area += areas[row + year]!;
      at.part += partVacant[row + year]!;
      if (at.count !== 0) visit(at);
    }
  }
}
