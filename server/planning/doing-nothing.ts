import { FUNCTION_CODES } from '#vocabulary/function.ts';
import type { HardPlan, ScenarioBaseline } from '../contract/scenario.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import type { Flow } from './course.ts';
import type { Case } from './range.ts';
import type { YearTally } from './year-tally.ts';
import { areaAt } from './year-tally.ts';

/** Flows fill more and empty less where much effect is looked at, and the other way round. */
const OTHER: Record<Case, Case> = { low: 'high', mid: 'mid', high: 'low' };

/** Flows of each function in a case; null where everything is frozen or nothing was observed. */
export function flowsIn(base: ScenarioBase, { mode }: ScenarioBaseline, name: Case): (Flow | null)[] {
  return FUNCTION_CODES.map(code => {
    const flow = base.flows.find(({ function: func }) => func === code);
    if (mode === 'frozen' || flow === undefined) return null;
    return { inflow: flow.inflow[OTHER[name]], outflow: flow.outflow[name] };
  });
}

function addPlan(tally: YearTally, plan: HardPlan, year: number, observed: boolean, name: Case): void {
  const func = FUNCTION_CODES.indexOf(plan.function);
  const area = plan.floorArea[name];
  tally.areas[areaAt(year, func)]! += area;
  tally.areasInUse[areaAt(year, func)]! += area;
  if (!observed) return;
  tally.observed[year]! += plan.premises;
  tally.observedArea[year]! += area;
}

/**
 * Adds the plans that go ahead whatever is decided to a tally: from their year on, in use. What they draw from vacant
 * premises elsewhere nobody can say; it is not guessed.
 * @param baseYear calendar year of index 0
 */
export function addHardPlans(
  tally: YearTally,
  base: ScenarioBase,
  { hardPlans }: ScenarioBaseline,
  { name, years, baseYear }: { name: Case; years: number; baseYear: number },
): void {
  for (const plan of hardPlans) {
    const observed = base.flows.some(({ function: code }) => code === plan.function);
    for (let year = Math.max(1, plan.year - baseYear); year < years; year++)
      addPlan(tally, plan, year, observed, name);
  }
}
