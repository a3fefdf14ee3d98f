import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PublishedFigure, ShownRange } from '#contract/published-scenario.ts';
import type { ScenarioRange } from '#contract/scenario.ts';
import { scenarioFigure } from '#vocabulary/scenario-figure.ts';
import { tickText } from '../state/scenario-reading-difference.ts';
import { numbersOf } from '../state/scenario-reading-judgement.ts';
import { extentOf } from '../state/scenario-reading-scale.ts';
import type { Language } from '../text/language.ts';
import type { ScenarioWords } from '../text/scenario-reading-dutch.ts';

/** Size of the drawing in its own units: on a telephone a narrow one, so that its letters stay readable. */
const WIDE = { width: 600, right: 480 };
const NARROW = { width: 336, right: 234 };
const [LEFT, TOP, BOTTOM, HEIGHT] = [56, 14, 204, 236];
/** Least distance of the names behind the two lines, in the drawing's units. */
const APART = 18;

interface Point extends ScenarioRange {
  index: number;
}

/** Points of a course in pieces: a year that may not be shown is a gap, not a line across. */
function piecesOf(ranges: readonly ShownRange[]): Point[][] {
  const pieces: Point[][] = [[]];
  for (const [index, range] of ranges.entries()) {
    const numbers = numbersOf(range);
    if (numbers) pieces.at(-1)!.push({ ...numbers, index });
    else if (pieces.at(-1)!.length > 0) pieces.push([]);
  }
  return pieces.filter(({ length }) => length > 0);
}

/**
 * The course of one figure: doing nothing and the proposal as lines with their range as a band, named at their ends.
 * @param year index of the year that is chosen
 */
export function lineChart(
  figure: PublishedFigure,
  years: readonly number[],
  year: number,
  { language, say, narrow }: { language: Language; say: ScenarioWords; narrow: boolean },
): TemplateResult {
  const { width, right } = narrow ? NARROW : WIDE;
  const term = scenarioFigure(figure.id);
  const extent = extentOf([...figure.baseline, ...figure.proposal]);
  if (extent === undefined) return html`<p class="note">${say.courseHidden}</p>`;
  const y = scaleLinear(extent, [BOTTOM, TOP]).nice(4);
  const x = scaleLinear([0, Math.max(1, years.length - 1)], [LEFT, right]);
  const step = Math.ceil(years.length / (narrow ? 4 : 6));
  return html`<svg class="course" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label=${say.courseTitle(term[language])}>
    ${y.ticks(4).map(
      tick => svg`<line class=${tick === 0 ? 'zero' : 'rule'} x1=${LEFT} x2=${right} y1=${y(tick)} y2=${y(tick)} />
        <text x=${LEFT - 8} y=${y(tick) + 5} text-anchor="end">${tickText(tick, term.unit, language)}</text>`,
    )}
    ${years.map((number, index) =>
      (years.length - 1 - index) % step === 0
        ? svg`<text x=${x(index)} y=${HEIGHT - 8} text-anchor="middle">${number}</text>`
        : nothing,
    )}
    <line class="hairline" x1=${x(year)} x2=${x(year)} y1=${TOP} y2=${BOTTOM} />
    ${course('baseline', figure.baseline, x, y)} ${course('proposal', figure.proposal, x, y)}
    ${names(figure, y, right, say)}
  </svg>`;
}

function course(
  kind: 'baseline' | 'proposal',
  ranges: readonly ShownRange[],
  x: (index: number) => number,
  y: (value: number) => number,
): TemplateResult {
  const band = area<Point>()
    .x(({ index }) => x(index))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high));
  const middle = line<Point>(
    ({ index }) => x(index),
    ({ mid }) => y(mid),
  );
  return svg`<g class=${kind}>${piecesOf(ranges).map(
    piece => svg`<path class="band" d=${band(piece) ?? ''} /><path class="line" d=${middle(piece) ?? ''} />
      ${piece.map(({ index, mid }) => svg`<circle cx=${x(index)} cy=${y(mid)} r="2.5" />`)}`,
  )}</g>`;
}

/** Each line's name at its end; where they end together the names are kept apart. */
function names(
  figure: PublishedFigure,
  y: (value: number) => number,
  right: number,
  say: ScenarioWords,
): TemplateResult {
  const ends = [numbersOf(figure.baseline.at(-1)!), numbersOf(figure.proposal.at(-1)!)];
  const [nothingEnd, proposalEnd] = ends.map(end => (end ? y(end.mid) : undefined));
  const named = (kind: string, at: number | undefined, words: string) =>
    at === undefined ? nothing : svg`<text class=${`end-${kind}`} x=${right + 8} y=${at + 5}>${words}</text>`;
  if (nothingEnd === undefined || proposalEnd === undefined || Math.abs(nothingEnd - proposalEnd) >= APART)
    return svg`${named('baseline', nothingEnd, say.doingNothing)}${named('proposal', proposalEnd, say.proposal)}`;
  const middle = Math.min(Math.max((nothingEnd + proposalEnd) / 2, TOP + APART / 2), BOTTOM - APART / 2);
  const up = nothingEnd <= proposalEnd ? -1 : 1;
  return svg`${named('baseline', middle + (up * APART) / 2, say.doingNothing)}${named('proposal', middle - (up * APART) / 2, say.proposal)}`;
}
