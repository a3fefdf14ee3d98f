import { FUNCTION_CODES } from '#vocabulary/function.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { SideResult } from '../contract/scenario-result.ts';
import type { CaseRun } from './case-run.ts';
import { isObserved, vacantShare } from './course.ts';
import { baseHoldings, type Holding } from './holding.ts';
import type { Filling } from './staying.ts';
import { areaAt, type TallyRules } from './year-tally.ts';

interface Count {
  observed: number;
  vacant: number;
}

const FUNCTIONS = FUNCTION_CODES.length;

/** Observed and expected vacant premises per street side and function in one year: sides x functions. */
function countsIn(
  base: ScenarioBase,
  holdings: readonly Holding[],
  until: (index: number) => number,
  year: number,
  courses: readonly (readonly Float64Array[])[],
  filling?: Filling,
): Count[] {
  const counts = Array.from({ length: base.streetSides.length * FUNCTIONS }, () => ({
    observed: 0,
    vacant: 0,
  }));
  holdings.forEach((holding, index) => {
    const side = base.premises.streetSides[holding.premises] ?? -1;
    if (side < 0 || !isObserved(holding.start)) return;
    if (holding.from > year || until(index) <= year) return;
    const count = counts[side * FUNCTIONS + holding.func]!;
    const weight = holding.homes > 0 ? holding.homes : 1;
    const rest = filling?.all[areaAt(year, holding.func)] ?? 1;
    count.observed += weight;
    count.vacant += weight * rest * vacantShare(courses[holding.func]![holding.start]!, year - holding.since);
  });
  return counts;
}

const sumOf = (counts: readonly Count[]): Count =>
  counts.reduce(
    (sum, { observed, vacant }) => ({ observed: sum.observed + observed, vacant: sum.vacant + vacant }),
    {
      observed: 0,
      vacant: 0,
    },
  );

/** Street sides in the expected case: on the base date, and in the last year without and with the measures. */
export function sideResults(
  base: ScenarioBase,
  { run, filling }: { run: CaseRun; filling: Filling | undefined },
  rules: TallyRules,
): SideResult[] {
  const { courses } = rules;
  const last = rules.years - 1;
  const never = () => Number.POSITIVE_INFINITY;
  const now = countsIn(base, baseHoldings(base), never, 0, courses);
  const without = countsIn(base, baseHoldings(base), never, last, courses);
  const withThem = countsIn(base, run.holdings, index => run.until[index]!, last, courses, filling);
  return base.streetSides.map(({ id }, side) => {
    const of = (counts: readonly Count[]) => counts.slice(side * FUNCTIONS, (side + 1) * FUNCTIONS);
    const [before, baseline, proposal] = [of(now), of(without), of(withThem)];
    const functions = FUNCTION_CODES.flatMap((code, func) => {
      const [first, second, third] = [before[func]!, baseline[func]!, proposal[func]!];
      if (first.observed + second.observed + third.observed === 0) return [];
      return [{ function: code, ...first, baseline: second, proposal: third }];
    });
    return { id, ...sumOf(before), baseline: sumOf(baseline), proposal: sumOf(proposal), functions };
  });
}
