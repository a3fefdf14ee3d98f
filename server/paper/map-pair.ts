import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import { mapLegend } from './map-legend.ts';
import type { Reading } from './map-sides.ts';
import type { Language } from './map-words.ts';
import { type Paper, SHEET, TEXT_WIDTH } from './paper.ts';
import { drawLegend, legendHeight } from './paper-legend.ts';
import { drawFigure } from './pdf-drawing.ts';
import { stillMap } from './still-map.ts';
import { WORDS } from './words.ts';

const GAP = 12;
const MAP_TYPE = 5.5;
const CAPTION = { size: 9, bold: true } as const;
const CAPTION_HEIGHT = 9 * 1.25 + 2;
const LEGEND = { size: 8, columns: 2 } as const;
/** Width that is kept beside the maps, for the legend and a paragraph; less where the maps may be high. */
const BESIDE = 270;
const BESIDE_HIGH = 190;
const HIGH = 225;
const HEADING = { size: 12, bold: true } as const;
const LOOKS = 8;

/** A paragraph with its heading. */
export interface MapSaying {
  title: string;
  text: string;
  size: number;
}

/** Height of a paragraph beside the maps with what stands above it: the legend has four rows of at most two lines. */
export function besideHeight(paper: Paper, { title, text, size }: MapSaying): number {
  const legend = (LOOKS / 2) * 1.6 * LEGEND.size + 12;
  const heading = paper.heightOf(title, { ...HEADING, width: BESIDE });
  return CAPTION_HEIGHT + legend + heading + paper.heightOf(text, { size, width: BESIDE });
}

/** The two small maps of now and then side by side, with captions above; to their right the legend and a paragraph. @returns height */
export function drawMapPair(
  paper: Paper,
  { scenario, ground }: { scenario: PublishedScenario; ground: ScenarioGround },
  {
    language,
    height,
    y,
    saying,
  }: { language: Language; height: number; y: number; saying: MapSaying | null },
): number {
  const words = WORDS[language];
  const [first, last] = [scenario.years[0]!, scenario.years.at(-1)!];
  const most = (TEXT_WIDTH - (height < HIGH ? BESIDE : BESIDE_HIGH) - 2 * GAP) / 2;
  let x: number = SHEET.margin;
  let bottom = y;
  const draw = (reading: Reading, title: string) => {
    const size = { width: most, height: height - CAPTION_HEIGHT, type: MAP_TYPE };
    const map = stillMap(ground, scenario, { reading, language, ...size });
    paper.block(paper.root, 'P', title, { ...CAPTION, x, y });
    drawFigure(paper, paper.root, map, x, y + CAPTION_HEIGHT);
    bottom = Math.max(bottom, y + CAPTION_HEIGHT + map.height);
    // A caption may be wider than a narrow map.
    x += Math.max(map.width, paper.widthOf(title, CAPTION)) + GAP;
  };
  draw('before', words.mapNow(first));
  draw('after', words.mapThen(last));
  const width = SHEET.width - SHEET.margin - x;
  // The other signs are explained under the large map.
  const entries = mapLegend(scenario, 'before', { language, type: LEGEND.size }).slice(0, LOOKS);
  const legend = { ...LEGEND, x, y: y + CAPTION_HEIGHT, width };
  drawLegend(paper, paper.root, entries, legend);
  const top = legend.y + legendHeight(paper, entries, legend) + 10;
  if (saying === null) return Math.max(bottom, top) - y;
  const heading = paper.block(paper.root, 'H2', saying.title, { ...HEADING, width, x, y: top });
  const text = paper.block(paper.root, 'P', saying.text, { size: saying.size, width, x, y: top + heading });
  return Math.max(bottom, top + heading + text) - y;
}
