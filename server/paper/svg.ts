import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import { COLOUR } from './colour.ts';
import { type Drawing, type Label, type LegendEntry, type Mark, type Shape, swatchWidth } from './drawing.ts';
import { mapLegend } from './map-legend.ts';
import type { Reading } from './map-sides.ts';
import type { Language } from './map-words.ts';
import { textWidth } from './room.ts';
import { stillMap } from './still-map.ts';

const FONT = "'Source Sans 3', 'Source Sans 3 Variable', Arial, sans-serif";

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML 1.0 knows no control characters but these, and not the two last code points of the plane. */
const ALLOWED = /[\t\n\r\u{20}-\u{fffd}\u{10000}-\u{10ffff}]/u;

/** Text as XML takes it; characters that it does not know are left out. */
function escaped(text: string): string {
  return [...text]
    .filter(letter => ALLOWED.test(letter))
    .map(letter => ESCAPES[letter] ?? letter)
    .join('');
}

const number = (value: number) => String(Math.round(value * 100) / 100);

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? number(value) : value}"`)
    .join('');
}

function ringPath(ring: readonly number[], closed: boolean): string {
  const points = Array.from(
    { length: ring.length / 2 },
    (_, at) => `${number(ring[2 * at]!)} ${number(ring[2 * at + 1]!)}`,
  );
  return `M${points.join('L')}${closed ? 'Z' : ''}`;
}

function shapeSvg({ rings, closed, fill, stroke, width, dash }: Shape): string {
  if (rings.length === 0) return '';
  const paint = attributes({
    fill: fill ?? 'none',
    'fill-rule': fill === undefined || rings.length < 2 ? undefined : 'evenodd',
    stroke,
    'stroke-width': stroke === undefined ? undefined : width,
    'stroke-linejoin': stroke === undefined ? undefined : 'round',
    'stroke-dasharray': dash?.map(number).join(' '),
  });
  return `<path d="${rings.map(ring => ringPath(ring, closed)).join('')}"${paint}/>`;
}

function labelSvg({ x, y, text, size, bold, colour, anchor, halo }: Label): string {
  const paint = attributes({
    x,
    y,
    'font-size': size,
    'font-weight': bold ? 600 : undefined,
    'text-anchor': anchor === 'middle' ? 'middle' : undefined,
    fill: colour,
    ...(halo === undefined
      ? {}
      : { stroke: halo, 'stroke-width': size / 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
  });
  return `<text${paint}>${escaped(text)}</text>`;
}

function markSvg(mark: Mark): string {
  return mark.kind === 'shape' ? shapeSvg(mark) : labelSvg(mark);
}

/** Words in lines of at most a width; a longer word stands alone. */
function linesOf(words: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The legend in two columns below `top`. */
function legendSvg(entries: readonly LegendEntry[], top: number, width: number, type: number) {
  const column = (width - 3 * type) / 2;
  const indent = swatchWidth(type) + 0.6 * type;
  const tops = [top, top];
  const half = Math.ceil(entries.length / 2);
  const parts = entries.map(({ swatch, words }, at) => {
    const side = at < half ? 0 : 1;
    const [x, y] = [(side + 1) * type + side * column, tops[side]!];
    // Measured a sixth larger: other typefaces than ours are wider.
    const lines = linesOf(words, column - indent, (7 / 6) * type);
    tops[side] = y + Math.max(1, lines.length) * 1.35 * type + 0.35 * type;
    const labels = lines.map((text, line) =>
      labelSvg({
        kind: 'label',
        x: indent,
        y: (0.85 + 1.35 * line) * type,
        text,
        size: type,
        colour: COLOUR.ink,
        anchor: 'start',
      }),
    );
    return `<g transform="translate(${number(x)} ${number(y)})">${swatch.map(markSvg).join('')}${labels.join('')}</g>`;
  });
  return { text: parts.join(''), bottom: Math.max(...tops) };
}

function documentSvg(map: Drawing, legend: { text: string; bottom: number }, language: Language): string {
  const { width, height, title, description, marks } = map;
  const whole = number(legend.bottom);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${whole}" width="${width}" height="${whole}"`,
    ` lang="${language}" role="img" aria-labelledby="title description" font-family="${FONT}">`,
    `<title id="title">${escaped(title)}</title><desc id="description">${escaped(description)}</desc>`,
    `<rect width="${width}" height="${whole}" fill="${COLOUR.paper}"/>`,
    // An inner svg shows nothing outside its size.
    `<svg width="${width}" height="${height}" overflow="hidden">${marks.map(markSvg).join('')}</svg>`,
    `${legend.text}</svg>\n`,
  ].join('');
}

const WIDTH = 640;
const MOST_HEIGHT = 860;
const TYPE = 12;

/**
 * A still map with its legend as one SVG: what pages show where no map can be drawn. Presentation attributes only, no
 * script and no style, so that it may stand under any content security policy.
 */
export function stillMapSvg(
  ground: ScenarioGround,
  scenario: PublishedScenario,
  { reading, language }: { reading: Reading; language: Language },
): string {
  const map = stillMap(ground, scenario, {
    reading,
    language,
    width: WIDTH,
    height: MOST_HEIGHT,
    type: TYPE,
  });
  const entries = mapLegend(scenario, reading, { language, type: TYPE });
  return documentSvg(map, legendSvg(entries, map.height + TYPE, map.width, TYPE), language);
}
