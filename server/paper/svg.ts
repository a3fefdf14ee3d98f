import type { EmbedReading } from '../contract/embed.ts';
import type { PlaceView } from '../contract/place-view.ts';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import { COLOUR } from './colour.ts';
import { type Drawing, type LegendEntry, swatchWidth } from './drawing.ts';
import { mapLegend } from './map-legend.ts';
import type { Reading } from './map-sides.ts';
import type { Language } from './map-words.ts';
import { textWidth } from './room.ts';
import { stillMap } from './still-map.ts';
import { escaped, marksSvg, number } from './svg-marks.ts';
import { UNITS } from './svg-path.ts';
import { vacancyLegend } from './vacancy-legend.ts';
import { vacancyMap } from './vacancy-map.ts';

const FONT = "'Source Sans 3', 'Source Sans 3 Variable', Arial, sans-serif";

/** How large still maps on a page are at most, and the size of their type: CSS pixels. */
export const PAGE_MAP = { width: 640, height: 640, type: 13 } as const;

const viewBox = (width: number, height: number) =>
  `viewBox="0 0 ${number(width * UNITS)} ${number(height * UNITS)}"`;

/**
 * A still map without its legend, for the inside of an HTML page. Presentation attributes only. The page's style
 * sheet makes it as wide as there is room; where that is under three quarters of its own width, it should hide what
 * has class `letters` and show what has class `large-letters` (`display: inline`).
 * @param ids start of the ids of its title and description, of which a page has each once
 */
export function drawingSvg(map: Drawing, language: Language, ids = 'map'): string {
  const { width, height, title, description, marks, small } = map;
  const letters = small === undefined ? '' : `<g class="letters">${marksSvg(marks.slice(small.from))}</g>`;
  const large =
    small === undefined ? '' : `<g class="large-letters" display="none">${marksSvg(small.marks)}</g>`;
  return [
    `<svg class="still-map" ${viewBox(width, height)} width="${Math.round(width)}" height="${Math.round(height)}"`,
    ` lang="${language}" role="img" aria-labelledby="${ids}-title ${ids}-description">`,
    `<title id="${ids}-title">${escaped(title)}</title>`,
    `<desc id="${ids}-description">${escaped(description)}</desc>`,
    `${marksSvg(marks.slice(0, small?.from))}${letters}${large}</svg>`,
  ].join('');
}

/** Sizes of the type around a swatch that its edges may reach into. */
const RIM = 0.3;

/** What stands before the words of a line of a legend in HTML: it says nothing that they do not. */
export function swatchSvg({ swatch }: LegendEntry, type: number = PAGE_MAP.type): string {
  const [width, height] = [swatchWidth(type), (1 + 2 * RIM) * type];
  const box = `0 ${number(-RIM * type * UNITS)} ${number(width * UNITS)} ${number(height * UNITS)}`;
  const size = `width="${number(width)}" height="${number(height)}"`;
  return `<svg class="swatch" viewBox="${box}" ${size} aria-hidden="true">${marksSvg(swatch)}</svg>`;
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

/** The legend in two columns below `top`, in units of {@link marksSvg}. */
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
    const labels = lines.map((text, line) => ({
      kind: 'label' as const,
      x: indent,
      y: (0.85 + 1.35 * line) * type,
      text,
      size: type,
      colour: COLOUR.ink,
      anchor: 'start' as const,
    }));
    const place = `translate(${number(x * UNITS)} ${number(y * UNITS)})`;
    return `<g transform="${place}">${marksSvg([...swatch, ...labels])}</g>`;
  });
  return { text: parts.join(''), bottom: Math.max(...tops) };
}

function documentSvg(
  map: Drawing,
  entries: readonly LegendEntry[],
  { type, language }: { type: number; language: Language },
): string {
  const { width, height, title, description, marks } = map;
  const legend = legendSvg(entries, height + type, width, type);
  const inner = `width="${number(width * UNITS)}" height="${number(height * UNITS)}"`;
  const outer = `width="${number(width)}" height="${number(legend.bottom)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${viewBox(width, legend.bottom)} ${outer}`,
    ` lang="${language}" role="img" aria-labelledby="title description" font-family="${FONT}">`,
    `<title id="title">${escaped(title)}</title><desc id="description">${escaped(description)}</desc>`,
    `<rect width="100%" height="100%" fill="${COLOUR.paper}"/>`,
    // An inner svg shows nothing outside its size.
    `<svg ${inner} overflow="hidden">${marksSvg(marks)}</svg>`,
    `${legend.text}</svg>\n`,
  ].join('');
}

const SCENARIO_MAP = { width: 640, height: 860, type: 12 } as const;

/**
 * A still map with its legend as one SVG: what pages show where no map can be drawn. Presentation attributes only, no
 * script and no style, so that it may stand under any content security policy.
 */
export function stillMapSvg(
  ground: ScenarioGround,
  scenario: PublishedScenario,
  { reading, language }: { reading: Reading; language: Language },
): string {
  const { type } = SCENARIO_MAP;
  const map = stillMap(ground, scenario, { reading, language, ...SCENARIO_MAP });
  return documentSvg(map, mapLegend(scenario, reading, { language, type }), { type, language });
}

/** A still map of vacancy with its legend as one SVG, as {@link stillMapSvg} makes it of a scenario. */
export function vacancyMapSvg(
  view: PlaceView,
  { reading, language }: { reading: EmbedReading; language: Language },
): string {
  const { type } = PAGE_MAP;
  const map = vacancyMap(view, { reading, language, ...PAGE_MAP });
  return documentSvg(map, vacancyLegend(view, reading, { language, type }), { type, language });
}
