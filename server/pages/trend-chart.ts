import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { html, raw } from 'hono/html';
import { dayOf } from '../../geodata/figures/calendar.ts';
import type { PlaceView } from '../contract/place-view.ts';
import type { VacancyFigure } from '../contract/vacancy.ts';
import { placeName } from './sentence.ts';
import type { PageLanguage } from './words.ts';

/** Size of the drawing in its own units, and what is left around the lines. */
const [WIDTH, HEIGHT] = [640, 260];
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 622, 24, 200];
/** Marks of what is no number stand apart, under the axis: on it they would read as 0. */
const MARKS = 214;
const MOST_YEARS = 8;

type Placed = { x: (figure: VacancyFigure) => number; y: (rate: number) => number; ticks: number[] };
type Numbered = VacancyFigure & { rate: number };

const isNumbered = (figure: VacancyFigure): figure is Numbered => typeof figure.rate === 'number';
const tenth = (value: number): number => Math.round(value * 10) / 10;

function placed(history: readonly VacancyFigure[]): Placed {
  const rates = history.filter(isNumbered).map(({ rate }) => rate);
  const y = scaleLinear([0, Math.max(1, ...rates)], [BOTTOM, TOP]).nice(4);
  const days = history.map(({ referenceDate }) => dayOf(referenceDate));
  const [first, last] = [days[0]!, days.at(-1)!];
  const x = scaleLinear([first, Math.max(last, first + 1)], [LEFT + 10, RIGHT - 8]);
  return {
    x: ({ referenceDate }) => tenth(x(dayOf(referenceDate))),
    y: rate => tenth(y(rate)),
    ticks: y.ticks(4),
  };
}

/** The first date of each year, thinned out to what fits. */
function yearStarts(history: readonly VacancyFigure[]): VacancyFigure[] {
  const first = new Map<string, VacancyFigure>();
  for (const figure of history) {
    const year = figure.referenceDate.slice(0, 4);
    if (!first.has(year)) first.set(year, figure);
  }
  const step = Math.ceil(first.size / MOST_YEARS);
  const all = [...first.values()];
  return all.filter((_, index) => (all.length - 1 - index) % step === 0);
}

function axes(history: readonly VacancyFigure[], { x, y, ticks }: Placed, { write }: PageLanguage) {
  const tickText = (tick: number) => (Number.isInteger(tick) ? write.count(tick) : write.tenth(tick));
  return html`${ticks.map(tick => html`<line class="${tick === 0 ? 'zero' : 'rule'}" x1="${LEFT}" x2="${RIGHT}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${LEFT - 8}" y="${y(tick) + 5}" text-anchor="end">${tickText(tick)}${tick === ticks.at(-1) ? '\u00a0%' : ''}</text>`)}${yearStarts(history).map(figure => html`<text x="${Math.min(x(figure), RIGHT - 16)}" y="${HEIGHT - 8}" text-anchor="middle">${figure.referenceDate.slice(0, 4)}</text>`)}`;
}

function breakLines({ history, trend }: PlaceView, { x }: Placed) {
  return trend.breaks.map(index => {
    const at = tenth((x(history[index - 1]!) + x(history[index]!)) / 2);
    return html`<line class="break" x1="${at}" x2="${at}" y1="${TOP - 8}" y2="${BOTTOM + 6}"/>`;
  });
}

/** The line that the chosen date is on is drawn stronger: the others looked at something else. */
function lines({ history, trend, referenceDate }: PlaceView, { x, y }: Placed) {
  const at = history.findIndex(figure => figure.referenceDate === referenceDate);
  const draw = line<Numbered>(x, ({ rate }) => y(rate));
  return trend.lines
    .filter(({ length }) => length > 1)
    .map(piece => {
      const path = draw(piece.map(index => history[index]!).filter(isNumbered));
      return html`<path class="${piece.includes(at) ? 'line' : 'line other'}" d="${raw(path ?? '')}"/>`;
    });
}

/** A number is a dot on its height; a hidden one an open dot, one nobody looked at a cross, under the axis. */
function dot(figure: VacancyFigure, { x, y }: Placed) {
  const at = x(figure);
  if (isNumbered(figure)) return html`<circle class="dot" cx="${at}" cy="${y(figure.rate)}" r="3"/>`;
  if (figure.observed === null || figure.observed === 0)
    return html`<path class="unseen" d="M${at - 3} ${MARKS - 3}l6 6m0-6l-6 6"/>`;
  return html`<circle class="hidden-mark" cx="${at}" cy="${MARKS}" r="3"/>`;
}

/** The chosen date with its value written at it. */
function chosen({ history, referenceDate }: PlaceView, { x, y }: Placed, { rate }: PageLanguage) {
  const figure = history.find(each => each.referenceDate === referenceDate);
  if (figure === undefined || !isNumbered(figure)) return html``;
  const [at, height] = [x(figure), y(figure.rate)];
  const anchor = at > (LEFT + RIGHT) / 2 ? 'end' : 'start';
  const above = height > TOP + 14;
  return html`<circle class="chosen" cx="${at}" cy="${height}" r="6"/><text class="value" x="${at}" y="${above ? height - 12 : height + 26}" text-anchor="${anchor}">${rate(figure.rate)}</text>`;
}

/** The trend in words: how many dates, lowest and highest, where counting changed. */
export function trendWords({ history, trend }: PlaceView, language: PageLanguage): string {
  const { say, write, rate } = language;
  const [first, last] = [history[0], history.at(-1)];
  if (first === undefined || last === undefined) return say.trendNoNumber;
  const sorted = history.filter(isNumbered).toSorted((a, b) => a.rate - b.rate);
  const [low, high] = [sorted[0], sorted.at(-1)];
  const month = ({ referenceDate }: VacancyFigure) => write.month(referenceDate);
  const months = trend.breaks.map(index => month(history[index]!)).join(', ');
  return [
    say.trendFrom(write.count(history.length), month(first), month(last)),
    low && high
      ? say.trendRange(rate(low.rate), month(low), rate(high.rate), month(high))
      : say.trendNoNumber,
    months === '' ? '' : say.trendMethod(months),
    trend.lines.length > trend.breaks.length + 1 ? say.trendCoverage : '',
  ]
    .filter(sentence => sentence !== '')
    .join(' ');
}

/** The line of a place through the reference dates, from 0; nothing where there are not two dates. */
export function trendChart(view: PlaceView, language: PageLanguage) {
  const { history } = view;
  if (history.length < 2) return html``;
  const { say } = language;
  const place = placed(history);
  const hidden = history.some(
    ({ rate, observed }) => typeof rate !== 'number' && observed !== null && observed !== 0,
  );
  const unseen = history.some(({ observed }) => observed === null || observed === 0);
  return html`<figure class="trend-figure"><svg class="trend-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="trend-title trend-words"><title id="trend-title">${say.titleTrend(placeName(view))}</title>${axes(history, place, language)}${breakLines(view, place)}${lines(view, place)}${history.map(figure => dot(figure, place))}${chosen(view, place, language)}</svg>
    <figcaption><span class="axis-words">${say.trendAxis}</span> <span id="trend-words">${trendWords(view, language)}</span>${hidden ? html` <span class="trend-key"><span aria-hidden="true">○</span> ${say.trendHidden}</span>` : ''}${unseen ? html` <span class="trend-key"><span aria-hidden="true">×</span> ${say.trendUnseen}</span>` : ''}</figcaption></figure>`;
}
