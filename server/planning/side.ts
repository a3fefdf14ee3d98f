import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { SideResult } from '../contract/scenario-result.ts';
import type { CaseRun } from './case-run.ts';
import { isObserved, vacantShare } from './course.ts';
import { baseHoldings, type Holding } from './holding.ts';
import type { Filling } from './staying.ts';
import { areaAt, type TallyRules } from './year-tally.ts';

/** Observed and expected vacant premises per street side in one year. */
function sidesIn(
  base: ScenarioBase,
  holdings: readonly Holding[],
  until: (index: number) => number,
  year: number,
  courses: readonly (readonly Float64Array[])[],
  filling?: Filling,
): { observed: number; vacant: number }[] {
  const sides = base.streetSides.map(() => ({ observed: 0, vacant: 0 }));
  holdings.forEach((holding, index) => {
    const side = sides[base.premises.streetSides[holding.premises] ?? -1];
    if (side === undefined || !isObserved(holding.start)) return;
    if (holding.from > year || until(index) <= year) return;
    const weight = holding.homes > 0 ? holding.homes : 1;
    side.observed += weight;
    const rest = filling?.all[areaAt(year, holding.func)] ?? 1;
    side.vacant += weight * rest * vacantShare(courses[holding.func]![holding.start]!, year - holding.since);
  });
  return sides;
}

/** Street sides in the expected case: on the base date, and in the last year without and with the measures. */
export function sideResults(
  base: ScenarioBase,
  { run, filling }: { run: CaseRun; filling: Filling | undefined },
  rules: TallyRules,
): SideResult[] {
  const { courses } = rules;
  const last = rules.years - 1;
  const never = () => Number.POSITIVE_INFINITY;
  const now = sidesIn(base, baseHoldings(base), never, 0, courses);
  const without = sidesIn(base, baseHoldings(base), never, last, courses);
  const withThem = sidesIn(base, run.holdings, index => run.until[index]!, last, courses, filling);
  return base.streetSides.map(({ id }, side) => ({
    id,
    ...now[side]!,
    baseline: without[side]!,
    proposal: withThem[side]!,
  }));
}
