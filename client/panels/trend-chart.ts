import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Trend, TrendMark } from '../state/trend.ts';
import type { Wording } from '../text/wording.ts';

/** How a trend is drawn and spoken of. */
export interface TrendDrawing {
  trend: Trend;
  /** Name of the place. */
  place: string;
  /** Reference date that is chosen, and the one compared with, if any. */
  chosen: string;
  since: string | null;
  writeRate: (value: number) => string;
  wording: Wording;
}

/** Size of the drawing in its own units, and what is left around the lines. */
const WIDTH = 312;
const HEIGHT = 148;
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 300, 14, 106];
/** Marks of what is no number stand apart, under the axis: on it they would read as 0. */
const MARKS = 116;
const MOST_YEARS = 5;

interface Placed {
  x: (mark: TrendMark) => number;
  y: (rate: number) => number;
  ticks: number[];
}

function scales(marks: readonly TrendMark[]): Placed {
  const rates = marks.map(({ rate }) => rate).filter(rate => typeof rate === 'number');
  const y = scaleLinear([0, Math.max(1, ...rates)], [BOTTOM, TOP]).nice(4);
  const [first, last] = [marks[0]!.day, marks.at(-1)!.day];
  const x = scaleLinear([first, Math.max(last, first + 1)], [LEFT + 8, RIGHT - 4]);
  return { x: ({ day }) => x(day), y: rate => y(rate), ticks: y.ticks(3) };
}

const isNumber = (mark: TrendMark): mark is TrendMark & { rate: number } => typeof mark.rate === 'number';

/** The line of vacancy through the reference dates, from 0, in pieces where dates cannot be compared. */
export function trendChart(drawing: TrendDrawing): TemplateResult {
  const { trend, place, wording } = drawing;
  const { marks } = trend;
  const placed = scales(marks);
  return html`<svg class="trend" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="trend-title trend-words">
    <title id="trend-title">${wording.say.trendTitle(place)}</title>
    <desc id="trend-words">${trendWords(drawing)}</desc>
    ${axes(marks, placed, wording)} ${breakLines(trend, placed)} ${lines(drawing, placed)}
    ${marks.map(mark => dot(mark, placed))} ${chosenMark(drawing, placed)}
  </svg>`;
}

function axes(marks: readonly TrendMark[], { x, y, ticks }: Placed, { write }: Wording): TemplateResult {
  const years = yearStarts(marks);
  const highest = ticks.at(-1);
  return svg`${ticks.map(
    tick => svg`<line class=${tick === 0 ? 'zero' : 'rule'} x1=${LEFT} x2=${RIGHT} y1=${y(tick)} y2=${y(tick)} />
      <text x=${LEFT - 6} y=${y(tick) + 5} text-anchor="end">${
        tick === highest ? `${writeTick(tick, write)}\u00a0%` : writeTick(tick, write)
      }</text>`,
  )}
  ${years.map(
    ({ year, mark }) =>
      svg`<text x=${Math.min(x(mark), RIGHT - 14)} y=${HEIGHT - 6} text-anchor="middle">${year}</text>`,
  )}`;
}

const writeTick = (tick: number, write: Wording['write']): string =>
  Number.isInteger(tick) ? write.count(tick) : write.tenth(tick);

/** The first mark of each year, thinned out to what fits. */
function yearStarts(marks: readonly TrendMark[]): { year: string; mark: TrendMark }[] {
  const first = new Map<string, TrendMark>();
  for (const mark of marks) {
    const year = mark.date.slice(0, 4);
    if (!first.has(year)) first.set(year, mark);
  }
  const step = Math.ceil(first.size / MOST_YEARS);
  const entries = [...first].map(([year, mark]) => ({ year, mark }));
  return entries.filter((_, index) => (entries.length - 1 - index) % step === 0);
}

/** Between the last date of one method and the first of the next. */
function breakLines({ marks, breaks }: Trend, { x }: Placed): TemplateResult[] {
  return breaks.map(index => {
    const at = (x(marks[index - 1]!) + x(marks[index]!)) / 2;
    return svg`<line class="break" x1=${at} x2=${at} y1=${TOP - 6} y2=${BOTTOM + 4} />`;
  });
}

/** The line that the chosen date is on is drawn stronger: the others looked at something else. */
function lines({ trend, chosen }: TrendDrawing, { x, y }: Placed): TemplateResult[] {
  const { marks, lines: pieces } = trend;
  const at = marks.findIndex(({ date }) => date === chosen);
  const draw = line<TrendMark & { rate: number }>(x, ({ rate }) => y(rate));
  return pieces
    .filter(({ length }) => length > 1)
    .map(piece => {
      const path = draw(piece.map(index => marks[index]!).filter(isNumber));
      return svg`<path class=${piece.includes(at) ? 'line' : 'line other'} d=${path ?? ''} />`;
    });
}

/** A number is a dot on its height; a hidden one an open dot, one nobody looked at a cross, under the axis. */
function dot(mark: TrendMark, { x, y }: Placed): TemplateResult {
  if (isNumber(mark)) return svg`<circle class="dot" cx=${x(mark)} cy=${y(mark.rate)} r="2.5" />`;
  if (mark.rate === null)
    return svg`<path class="unseen" d="M${x(mark) - 2.5} ${MARKS - 2.5}l5 5m0-5l-5 5" />`;
  return svg`<circle class="hidden-mark" cx=${x(mark)} cy=${MARKS} r="2.5" />`;
}

/** The chosen date with its value written at it; the one compared with as a ring. */
function chosenMark({ trend, chosen, since, writeRate }: TrendDrawing, { x, y }: Placed) {
  const ring = trend.marks.find(({ date }) => date === since);
  const mark = trend.marks.find(({ date }) => date === chosen);
  const compared =
    ring && isNumber(ring)
      ? svg`<circle class="compared" cx=${x(ring)} cy=${y(ring.rate)} r="5" />`
      : nothing;
  if (mark === undefined) return compared;
  const hairline = svg`<line class="hairline" x1=${x(mark)} x2=${x(mark)} y1=${TOP} y2=${BOTTOM} />`;
  if (!isNumber(mark)) return svg`${compared}${hairline}`;
  const [at, height] = [x(mark), y(mark.rate)];
  const anchor = at > (LEFT + RIGHT) / 2 ? 'end' : 'start';
  return svg`${compared}${hairline}
    <circle class="chosen" cx=${at} cy=${height} r="5.5" />
    <text class="value" x=${at} y=${height > TOP + 10 ? height - 11 : height + 22} text-anchor=${anchor}>${writeRate(mark.rate)}</text>`;
}

/** The trend in words: how many dates, lowest and highest, the chosen one. */
export function trendWords({ trend, chosen, writeRate, wording }: TrendDrawing): string {
  const { say, write } = wording;
  const { marks } = trend;
  const numbers = marks.filter(isNumber).toSorted((a, b) => a.rate - b.rate);
  const [low, high] = [numbers[0], numbers.at(-1)];
  const [first, last] = [write.month(marks[0]!.date), write.month(marks.at(-1)!.date)];
  const words = [say.trendFrom(first, last, write.count(marks.length))];
  if (low === undefined || high === undefined) return `${words} ${say.trendNoNumber}`;
  words.push(
    say.trendRange(writeRate(low.rate), write.month(low.date), writeRate(high.rate), write.month(high.date)),
  );
  const now = numbers.find(({ date }) => date === chosen);
  if (now) words.push(say.trendNow(writeRate(now.rate), write.month(now.date)));
  return words.join(' ');
}
