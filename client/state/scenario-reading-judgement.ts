import type { ShownRange } from '#contract/published-scenario.ts';
import type { ScenarioRange } from '#contract/scenario.ts';
import type { ScenarioFigureTerm } from '#vocabulary/scenario-figure.ts';

/**
 * What a difference with doing nothing means. `better-unsure` and `worse-unsure`: so it is expected, but the range
 * reaches to the other side of nothing. `more`, `less`: of a figure that is neither good nor bad. `unknown`: a part of it
 * may not be shown or is not known.
 */
export type Judgement =
  | 'better'
  | 'worse'
  | 'same'
  | 'better-unsure'
  | 'worse-unsure'
  | 'unsure'
  | 'more'
  | 'less'
  | 'unknown';

/** A range of which every part is a number, else undefined: a mark is never read as one. */
export function numbersOf({ low, mid, high }: ShownRange): ScenarioRange | undefined {
  const known = typeof low === 'number' && typeof mid === 'number' && typeof high === 'number';
  return known ? { low, mid, high } : undefined;
}

/** What a difference means for a figure. */
export function judge(difference: ShownRange, good: ScenarioFigureTerm['good']): Judgement {
  const range = numbersOf(difference);
  if (range === undefined) return 'unknown';
  const { low, mid, high } = range;
  if (low === 0 && mid === 0 && high === 0) return 'same';
  if (mid === 0) return 'unsure';
  if (good === 'neutral') return mid > 0 ? 'more' : 'less';
  const better = mid > 0 === (good === 'higher');
  const sure = low >= 0 || high <= 0;
  if (sure) return better ? 'better' : 'worse';
  return better ? 'better-unsure' : 'worse-unsure';
}
