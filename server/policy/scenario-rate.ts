import { measureIndex } from '../../geodata/figures/measure.ts';
import type { PublishedFigure } from '../contract/published-scenario.ts';
import type { ScenarioRange } from '../contract/scenario.ts';
import type { ResultFigure } from '../contract/scenario-result.ts';
import type { Shown } from '../contract/vacancy.ts';
import { AREA_STEP, COUNT_STEP } from './disclosure.ts';
import { marked, roundingOf, shownRange, toStep } from './scenario-rounding.ts';
import type { StartFigure } from './scenario-start.ts';
import { type Course, finished, grainOf } from './scenario-vacancy.ts';
import { shownRate } from './shown.ts';

/** Which figure a rate is the share of, and the rows of part and whole in a start. */
const RATES = {
  'vacancy-rate': {
    of: 'vacant',
    part: measureIndex('vacant'),
    whole: measureIndex('observed'),
    step: COUNT_STEP,
  },
  'vacancy-area-rate': {
    of: 'vacant-area',
    part: measureIndex('vacantArea'),
    whole: measureIndex('observedArea'),
    step: AREA_STEP,
  },
} as const;

/** Id of a rate of vacancy. */
export type VacancyRateId = keyof typeof RATES;

/** Whether a figure is a rate of vacancy. */
export function isVacancyRate(id: string): id is VacancyRateId {
  return id in RATES;
}

/** Id of the figure that a rate of vacancy is the share of. */
export function partOf(id: VacancyRateId): ResultFigure['id'] {
  return RATES[id].of;
}

/** What was divided by, per year, rounded as its start was: the expected count over the expected rate. */
function wholes(
  part: readonly ScenarioRange[],
  rate: readonly ScenarioRange[],
  truth: number,
  published: number,
  step: number,
) {
  let last = truth;
  return part.map(({ mid }, year) => {
    const rated = rate[year]!.mid;
    if (rated > 0) last = (mid / rated) * 100;
    return Math.max(0, published + toStep(last - truth, step));
  });
}

function rateOf(part: Shown, whole: number): Shown {
  if (part === '<5') return 'confidential';
  return typeof part === 'number' ? shownRate(part, whole, false) : part;
}

/** Rounded rates are made of the rounded numbers, as those of the cube are. */
function roundedCourse(
  rate: ResultFigure,
  part: ResultFigure,
  shownPart: PublishedFigure,
  start: StartFigure,
): Course {
  const { whole, step } = RATES[rate.id as VacancyRateId];
  const course = (side: 'baseline' | 'proposal') => {
    const divided = wholes(part[side], rate[side], start.truth[whole]!, start.shown[whole]!, step);
    return shownPart[side].map((range, year) => {
      const { low, mid, high } = range;
      return {
        low: rateOf(low, divided[year]!),
        mid: rateOf(mid, divided[year]!),
        high: rateOf(high, divided[year]!),
      };
    });
  };
  return { baseline: course('baseline'), proposal: course('proposal') };
}

/**
 * A rate of vacancy as published, per cent: one decimal of exact numbers, whole per cent of rounded ones.
 * @param part the figure that it is the share of, exact and as published
 */
export function publishedRate(
  figure: ResultFigure,
  start: StartFigure,
  part: { exact: ResultFigure; published: PublishedFigure },
): PublishedFigure {
  const rows = RATES[figure.id as VacancyRateId];
  const rounding = roundingOf('per-cent', grainOf(start));
  const first = shownRate(start.shown[rows.part]!, start.shown[rows.whole]!, start.exact);
  if (typeof first !== 'number') {
    const hidden = figure.baseline.map(() => marked(first));
    return finished(figure, { baseline: hidden, proposal: hidden }, rounding);
  }
  if (!start.exact)
    return finished(figure, roundedCourse(figure, part.exact, part.published, start), rounding);
  const course = (ranges: readonly ScenarioRange[]) =>
    ranges.map((range, year) => (year === 0 ? marked(first) : shownRange(range, rounding)));
  return finished(figure, { baseline: course(figure.baseline), proposal: course(figure.proposal) }, rounding);
}
