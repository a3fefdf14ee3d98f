import { scenarioFigure } from '../../geodata/vocabulary/scenario-figure.ts';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import { differenceText, shownRangeText, valueText } from '../planning/telling.ts';
import type { Language } from './map-words.ts';
import { WORDS } from './words.ts';

type Indicator = PublishedScenario['indicators'][number];

function normText({ figure, norm }: Indicator, language: Language): string {
  const words = WORDS[language];
  if (norm === null) return words.noNorm;
  const { unit, good } = scenarioFigure(figure);
  const value = valueText(norm.value, unit, language);
  if (good === 'neutral') return value;
  return `${good === 'lower' ? words.most : words.least} ${value}`;
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Cells of the table of indicators, row by row: subject, now, doing nothing, proposal, difference, norm. */
export function indicatorRows(scenario: PublishedScenario, language: Language): string[][] {
  const last = scenario.years.length - 1;
  const nothing = { low: null, mid: null, high: null };
  return scenario.indicators.map(indicator => {
    const { unit, good, [language]: name } = scenarioFigure(indicator.figure);
    const figure = scenario.figures.find(({ id }) => id === indicator.figure);
    return [
      capital(name),
      valueText(figure?.baseline[0]?.mid ?? null, unit, language),
      shownRangeText(figure?.baseline[last] ?? nothing, unit, language),
      shownRangeText(figure?.proposal[last] ?? nothing, unit, language),
      differenceText(figure?.difference[last] ?? nothing, unit, good, language),
      normText(indicator, language),
    ];
  });
}

/** Head of the table of indicators. */
export function indicatorHead({ years }: PublishedScenario, language: Language): string[] {
  const words = WORDS[language];
  const [first, last] = [years[0]!, years.at(-1)!];
  return [
    words.indicator,
    words.now(first),
    words.nothing(last),
    words.proposal(last),
    words.change,
    words.norm,
  ];
}

/** Where the norms come from, in one sentence; empty where there are none. */
export function normSources({ indicators }: PublishedScenario, language: Language): string {
  const sources = indicators.flatMap(({ figure, norm }) =>
    norm === null ? [] : [`${scenarioFigure(figure)[language]}: ${norm.source}`],
  );
  return sources.length === 0 ? '' : `${WORDS[language].norms}: ${sources.join('; ')}.`;
}
