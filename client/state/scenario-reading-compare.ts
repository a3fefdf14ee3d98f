import type { PublishedScenario } from '#contract/published-scenario.ts';
import { SCENARIO_FIGURE_IDS, type ScenarioFigureId } from '#vocabulary/scenario-figure.ts';

/** What must be the same for figures of two scenarios to be held side by side without a warning. */
export type CompareCaution = 'area' | 'series' | 'date' | 'horizon';

/** In what two scenarios start from, or look at, something else. */
export function cautionsOf(one: PublishedScenario, other: PublishedScenario): CompareCaution[] {
  const checks: [CompareCaution, boolean][] = [
    ['area', one.area.id === other.area.id],
    ['series', one.series.name.nl === other.series.name.nl && one.series.source === other.series.source],
    ['date', one.series.referenceDate === other.series.referenceDate],
    ['horizon', one.years.at(-1) === other.years.at(-1)],
  ];
  return checks.filter(([, same]) => !same).map(([caution]) => caution);
}

/** Figures that any of the scenarios puts first, each once, in the order of the vocabulary. */
export function comparedFigures(scenarios: readonly PublishedScenario[]): ScenarioFigureId[] {
  const first = new Set(scenarios.flatMap(({ indicators }) => indicators.map(({ figure }) => figure)));
  return SCENARIO_FIGURE_IDS.filter(id => first.has(id));
}
