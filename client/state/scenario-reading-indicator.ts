import type { PublishedFigure, PublishedScenario, ShownRange } from '#contract/published-scenario.ts';
import { type ScenarioFigureTerm, scenarioFigure } from '#vocabulary/scenario-figure.ts';
import { type Judgement, judge } from './scenario-reading-judgement.ts';

/** One figure in one year, ready to be read: what is now, doing nothing, the proposal and what that means. */
export interface FigureReading {
  term: ScenarioFigureTerm;
  now: ShownRange;
  baseline: ShownRange;
  proposal: ShownRange;
  difference: ShownRange;
  /** Null where gross is the same as net. */
  gross: ShownRange | null;
  judgement: Judgement;
  norm: PublishedScenario['indicators'][number]['norm'];
}

const NOT_KNOWN: ShownRange = { low: null, mid: null, high: null };

/** A figure in the year with an index. */
export function readFigure(
  figure: PublishedFigure,
  year: number,
  norm: FigureReading['norm'] = null,
): FigureReading {
  const term = scenarioFigure(figure.id);
  const difference = figure.difference[year] ?? NOT_KNOWN;
  return {
    term,
    now: figure.baseline[0] ?? NOT_KNOWN,
    baseline: figure.baseline[year] ?? NOT_KNOWN,
    proposal: figure.proposal[year] ?? NOT_KNOWN,
    difference,
    gross: grossOf(figure, year),
    judgement: judge(difference, term.good),
    norm,
  };
}

/** Gross where it says something else than net. */
function grossOf({ gross, difference }: PublishedFigure, year: number): ShownRange | null {
  const [range, net] = [gross?.[year], difference[year]];
  if (range === undefined || net === undefined) return range ?? null;
  return range.low === net.low && range.mid === net.mid && range.high === net.high ? null : range;
}

/** The figures that come first, in the planner's order; one that the scenario does not have is left out. */
export function readIndicators(
  scenario: PublishedScenario,
  figures: readonly PublishedFigure[],
  year: number,
): FigureReading[] {
  return scenario.indicators.flatMap(({ figure: id, norm }) => {
    const figure = figures.find(each => each.id === id);
    return figure ? [readFigure(figure, year, norm)] : [];
  });
}
