import { scaleLinear } from 'd3-scale';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { ShownRange } from '#contract/published-scenario.ts';
import type { ScenarioUnit } from '#vocabulary/scenario-figure.ts';
import { tickText } from '../state/scenario-reading-difference.ts';
import { numbersOf } from '../state/scenario-reading-judgement.ts';
import { extentOf } from '../state/scenario-reading-scale.ts';
import type { Language } from '../text/language.ts';
import type { ScenarioWords } from '../text/scenario-reading-dutch.ts';

/** What one drawing shows. */
export interface Whiskers {
  /** Sentence for who does not see it. */
  title: string;
  now: ShownRange;
  baseline: ShownRange;
  proposal: ShownRange;
  /** The municipality's own norm; null where there is none. */
  norm: number | null;
  unit: ScenarioUnit;
}

/** Size of the drawing in its own units: lines for now, doing nothing and proposal over an axis. */
const [WIDTH, HEIGHT] = [336, 116];
const [LEFT, RIGHT] = [104, 308];
const LINES = { now: 26, baseline: 50, proposal: 74 };
const AXIS = 92;

/**
 * Dots with whiskers: what is now, doing nothing, and the proposal, on one axis of their own. The dot is what is
 * expected, the whisker runs from low to high. A value that is no number is written in its place.
 */
export function whiskers(
  { title, now, baseline, proposal, norm, unit }: Whiskers,
  language: Language,
  say: ScenarioWords,
): TemplateResult | typeof nothing {
  const extent = extentOf([now, baseline, proposal], [norm]);
  if (extent === undefined) return nothing;
  const x = scaleLinear(extent, [LEFT, RIGHT]).nice(4);
  const ticks = x.ticks(3);
  return html`<svg class="whiskers" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${title}>
    <line class="axis" x1=${LEFT} x2=${RIGHT} y1=${AXIS} y2=${AXIS} />
    ${ticks.map(
      tick => svg`<line class=${tick === 0 ? 'zero' : 'rule'} x1=${x(tick)} x2=${x(tick)} y1="16" y2=${AXIS + 4} />
        <text x=${x(tick)} y=${HEIGHT - 6} text-anchor="middle">${tickText(tick, unit, language)}</text>`,
    )}
    ${norm === null ? nothing : normMark(x(norm), say)}
    ${mark('now', LINES.now, now, x, say.now)} ${mark('baseline', LINES.baseline, baseline, x, say.doingNothing)}
    ${mark('proposal', LINES.proposal, proposal, x, say.proposal)}
  </svg>`;
}

/** The norm as a dashed line with its name on top, kept inside the drawing. */
function normMark(at: number, say: ScenarioWords): TemplateResult {
  const anchor = at > RIGHT - 40 ? 'end' : at < LEFT + 40 ? 'start' : 'middle';
  return svg`<line class="norm" x1=${at} x2=${at} y1="16" y2=${AXIS} />
    <text class="norm-name" x=${at} y="12" text-anchor=${anchor}>${say.ownNorm}</text>`;
}

function mark(
  kind: keyof typeof LINES,
  y: number,
  range: ShownRange,
  x: (value: number) => number,
  name: string,
): TemplateResult {
  const { mid: only } = range;
  // An end that may not be shown leaves the dot without a whisker.
  const numbers =
    numbersOf(range) ?? (typeof only === 'number' ? { low: only, mid: only, high: only } : undefined);
  const words = svg`<text class="name" x="0" y=${y + 5}>${name}</text>`;
  if (numbers === undefined) return svg`${words}<text class="none" x=${LEFT} y=${y + 5}>?</text>`;
  const [low, mid, high] = [x(numbers.low), x(numbers.mid), x(numbers.high)];
  const ends = svg`<path class="whisker" d="M${low} ${y}H${high}M${low} ${y - 5}v10M${high} ${y - 5}v10" />`;
  return svg`<g class=${kind}>${words}${low === high ? nothing : ends}<circle cx=${mid} cy=${y} r="5.5" /></g>`;
}
