import type { PublishedScenario } from '#contract/published-scenario.ts';
import { SCENARIO_FIGURE_IDS, type ScenarioFigureId } from '#vocabulary/scenario-figure.ts';

/** What must be the same for figures of two scenarios to be held side by side without a warning. */
export type CompareCaution = 'area' | 'series' | 'date' | 'horizon' | 'baseline';

/** In what two scenarios start from, or look at, something else. */
export function cautionsOf(one: PublishedScenario, other: PublishedScenario): CompareCaution[] {
  const checks: [CompareCaution, boolean][] = [
    ['area', one.area.id === other.area.id],
    ['series', one.series.name.nl === other.series.name.nl && one.series.source === other.series.source],
    ['date', one.series.referenceDate === other.series.referenceDate],
    ['horizon', one.years.at(-1) === other.years.at(-1)],
    ['baseline', sameBaseline(one, other)],
  ];
  return checks.filter(([, same]) => !same).map(([caution]) => caution);
}

/** Whether doing nothing is the same for both: the same plans go ahead, and as many users stay. */
function sameBaseline({ baseline: one }: PublishedScenario, { baseline: other }: PublishedScenario): boolean {
  const told = ({ mode, announced, staying, hardPlans }: PublishedScenario['baseline']) => [
    mode,
    announced,
    staying && [staying.low, staying.mid, staying.high],
    hardPlans.map(({ function: code, floorArea, year }) => [code, floorArea, year]),
  ];
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}

/** Figures that any of the scenarios puts first, each once, in the order of the vocabulary. */
export function comparedFigures(scenarios: readonly PublishedScenario[]): ScenarioFigureId[] {
  const first = new Set(scenarios.flatMap(({ indicators }) => indicators.map(({ figure }) => figure)));
  return SCENARIO_FIGURE_IDS.filter(id => first.has(id));
}
