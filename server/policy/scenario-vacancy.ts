import { isNumber } from '../../geodata/figures/mark.ts';
import type { ScenarioUnit } from '../../geodata/vocabulary/scenario-figure.ts';
import type { PublishedFigure, ShownRange } from '../contract/published-scenario.ts';
import type { ScenarioRange } from '../contract/scenario.ts';
import type { ResultFigure } from '../contract/scenario-result.ts';
import type { Shown } from '../contract/vacancy.ts';
import {
  type Grain,
  marked,
  type Rounding,
  roundingOf,
  shownDifference,
  shownRange,
  toStep,
} from './scenario-rounding.ts';
import type { StartFigure } from './scenario-start.ts';
import { shown } from './shown.ts';

/** Grain of what is modelled from a start. */
export function grainOf({ exact }: StartFigure): Grain {
  return exact ? 'exact' : 'rounded';
}

/** How a number that is modelled from a number of the base date is published. */
export interface Modelled {
  /** On the base date: the model's, and as published. */
  from: number;
  published: number;
  rounding: Rounding;
  /** Nought stands for one to four. */
  small: boolean;
}

/**
 * The published start plus the rounded change since. Rounding the number itself would cross from one step to the next
 * in a year that tells where within the step it began; the change says next to nothing of that.
 */
export function modelledNumber(value: number, { from, published, rounding, small }: Modelled): Shown {
  if (value === 0) return 0;
  const number = Math.max(0, toStep(published + rounding(value - from), 0.1));
  return number === 0 && small && value > 0 ? '<5' : number;
}

/** What follows a start that is a mark: the mark itself in the base year, then hidden; unknown stays unknown. */
function withoutNumber(mark: number, years: number): ShownRange[] {
  const first = shown(mark);
  return Array.from({ length: years }, (_, year) =>
    marked(year > 0 && first !== null ? 'confidential' : first),
  );
}

/** Ranges per year, without and with the measures. */
export interface Course {
  baseline: ShownRange[];
  proposal: ShownRange[];
}

/** Completes a figure of vacancy: differences are those of what is shown, gross follows what the rest may say. */
export function finished(
  figure: ResultFigure,
  { baseline, proposal }: Course,
  rounding: Rounding,
): PublishedFigure {
  const isHidden = baseline.some(({ mid }) => mid === null || mid === 'confidential');
  const gross = figure.gross?.map((range, year) =>
    isHidden ? marked(baseline[year]!.mid === null ? null : 'confidential') : shownRange(range, rounding),
  );
  const difference = figure.difference.map((range, year) =>
    shownDifference(proposal[year]!, baseline[year]!, range, rounding),
  );
  return { id: figure.id, baseline, proposal, difference, gross: gross ?? null };
}

/** A count or a floor area of vacancy as published: on the base date what the cube shows, then what follows from that. */
export function publishedVacancy(figure: ResultFigure, start: StartFigure, row: number): PublishedFigure {
  const unit: ScenarioUnit = figure.id === 'vacant-area' ? 'square-metres' : 'premises';
  const rounding = roundingOf(unit, grainOf(start));
  const published = start.shown[row]!;
  const model = {
    from: figure.baseline[0]!.mid,
    published,
    rounding,
    small: unit === 'premises' && !start.exact,
  };
  const course = (ranges: readonly ScenarioRange[]): ShownRange[] =>
    isNumber(published)
      ? ranges.map((range, year) =>
          year === 0 ? marked(published) : shownRange(range, value => modelledNumber(value, model)),
        )
      : withoutNumber(published, ranges.length);
  return finished(figure, { baseline: course(figure.baseline), proposal: course(figure.proposal) }, rounding);
}
