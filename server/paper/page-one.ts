import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import { countedSentence } from '../planning/counted.ts';
import { summarySentences } from '../planning/telling.ts';
import { COLOUR } from './colour.ts';
import type { LegendEntry } from './drawing.ts';
import { indicatorHead, indicatorRows, normSources } from './indicators.ts';
import { mapLegend } from './map-legend.ts';
import type { Language } from './map-words.ts';
import { BOTTOM, type Paper, SHEET, TEXT_WIDTH } from './paper.ts';
import { drawLegend, legendHeight } from './paper-legend.ts';
import { drawTable, type TableContent, tableHeights } from './paper-table.ts';
import { drawFigure } from './pdf-drawing.ts';
import { stillMap } from './still-map.ts';
import { amendmentText, dateWords, statusLine, WORDS, withdrawalText } from './words.ts';

const X = SHEET.margin;
const HEADING = { size: 12, bold: true, width: TEXT_WIDTH } as const;
const MAP_TYPE = 6.5;
const LEGEND_WIDTH = 160;

/** The largest size of a title that takes two lines at most; the smallest takes what it needs, up to three. */
function titleSetting(paper: Paper, title: string) {
  const setting = (size: number) => ({ size, bold: true, width: TEXT_WIDTH, lines: 3 });
  const size = [21, 18, 16].find(each => paper.linesOf(title, setting(each)).length <= 2) ?? 14;
  return setting(size);
}

/** In a frame: nobody should read on without having seen it. @returns its height */
function drawWithdrawal(paper: Paper, text: string, y: number): number {
  if (text === '') return 0;
  const setting = { size: 10, bold: true, width: TEXT_WIDTH - 16, x: X + 8, y: y + 7 };
  const height = paper.block(paper.root, 'P', text, setting) + 8;
  paper.artifact(() => {
    paper.pdf
      .undash()
      .lineWidth(1.2)
      .strokeColor(COLOUR.ink)
      .rect(X, y + 3, TEXT_WIDTH, height)
      .stroke();
  });
  return height + 8;
}

function drawHead(paper: Paper, scenario: PublishedScenario, language: Language): number {
  const { root } = paper;
  const words = WORDS[language];
  const { municipalityName, fictional, title, summary } = scenario;
  const place = `${words.municipality} ${municipalityName}${fictional ? ` (${words.fictional})` : ''}`;
  let y: number = SHEET.margin - 8;
  const write = (
    type: string,
    text: string,
    setting: { size: number; bold?: boolean; colour?: string; lines?: number },
  ) => {
    y += paper.block(root, type, text, { width: TEXT_WIDTH, ...setting, x: X, y });
  };
  write('P', `${place} · ${words.kind} · ${scenario.area.name}`, { size: 9, colour: COLOUR.muted, lines: 1 });
  y += 2;
  write('H1', title, titleSetting(paper, title));
  y += 2;
  write('P', amendmentText(scenario, language), { size: 9.5, bold: true });
  y += drawWithdrawal(paper, withdrawalText(scenario, language), y);
  write('P', statusLine(scenario, language), { size: 9.5, bold: true });
  y += 4;
  write('P', summary, { size: summary.length > 500 ? 9.5 : 10.5 });
  return y + 6;
}

function tableOf(scenario: PublishedScenario, language: Language): TableContent {
  const shares = [0.19, 0.1, 0.2, 0.2, 0.18, 0.13];
  return {
    columns: shares.map(share => ({ width: share * (TEXT_WIDTH + 6) })),
    head: indicatorHead(scenario, language),
    rows: indicatorRows(scenario, language),
    size: 8.5,
    lines: 3,
  };
}

function notes(scenario: PublishedScenario, language: Language): string {
  const { series } = scenario;
  const words = WORDS[language];
  const date = `${words.referenceDate} ${dateWords(series.referenceDate, language)}`;
  return [
    words.ranges,
    `${language === 'nl' ? 'Leegstand' : 'Vacancy'}: ${series.name[language]}, ${date}.`,
    countedSentence(scenario, language),
    normSources(scenario, language),
  ]
    .filter(part => part !== '')
    .join(' ');
}

interface BriefPlace {
  language: Language;
  x: number;
  y: number;
  width: number;
  bottom: number;
}

/** The figures in sentences, where the legend leaves room for them: the table has them all the same. */
function drawBrief(
  paper: Paper,
  scenario: PublishedScenario,
  { language, x, width, bottom, ...place }: BriefPlace,
): void {
  const heading = { size: 10, bold: true, width };
  const setting = { size: 9.5, width };
  const sentences = summarySentences(scenario, language);
  const text = sentences.reduce((sum, sentence) => sum + paper.heightOf(sentence, setting) + 4, 0);
  if (place.y + 16 + text > bottom) return;
  let y = place.y + paper.block(paper.root, 'H3', WORDS[language].brief, { ...heading, x, y: place.y }) + 3;
  for (const sentence of sentences) y += paper.block(paper.root, 'P', sentence, { ...setting, x, y }) + 4;
}

interface MapPlace {
  entries: readonly LegendEntry[];
  /** Room for map and legend together. */
  height: number;
  y: number;
}

/** The legend stands beside the map or under it, whichever leaves the map larger. */
function drawMap(
  paper: Paper,
  { scenario, ground }: { scenario: PublishedScenario; ground: ScenarioGround },
  { entries, height, y }: MapPlace,
  language: Language,
): number {
  const [west, south, east, north] = ground.box;
  const scaleIn = (w: number, h: number) => Math.min(w / (east - west), h / (north - south));
  const under = { x: X, y, width: TEXT_WIDTH, columns: 3, size: 8 };
  const legend = legendHeight(paper, entries, under) + 8;
  const besideWidth = TEXT_WIDTH - LEGEND_WIDTH;
  const isBeside = scaleIn(besideWidth, height) >= scaleIn(TEXT_WIDTH, height - legend);
  const map = stillMap(ground, scenario, {
    reading: 'difference',
    language,
    width: isBeside ? besideWidth : TEXT_WIDTH,
    height: isBeside ? height : height - legend,
    type: MAP_TYPE,
  });
  drawFigure(paper, paper.root, map, X, y);
  const beside = { x: X + map.width + 14, y, width: TEXT_WIDTH - map.width - 14, columns: 1, size: 8.5 };
  drawLegend(paper, paper.root, entries, isBeside ? beside : { ...under, y: y + map.height + 8 });
  if (isBeside) {
    const top = y + legendHeight(paper, entries, beside) + 14;
    drawBrief(paper, scenario, {
      language,
      x: beside.x,
      y: top,
      width: beside.width,
      bottom: y + map.height,
    });
  }
  return y + (isBeside ? map.height : map.height + legend);
}

/** The first page: what is proposed, where it makes a difference, and how much. */
export function drawPageOne(
  paper: Paper,
  content: { scenario: PublishedScenario; ground: ScenarioGround },
  language: Language,
): void {
  const { scenario } = content;
  const words = WORDS[language];
  const { root } = paper;
  paper.pdf.addPage();
  let y = drawHead(paper, scenario, language);
  const table = tableOf(scenario, language);
  const { head, rows } = tableHeights(paper, table);
  const noteSetting = { size: 8, colour: COLOUR.muted, width: TEXT_WIDTH, lines: 4 };
  const note = notes(scenario, language);
  const below =
    8 + 18 + head + rows.reduce((sum, row) => sum + row, 0) + 4 + paper.heightOf(note, noteSetting);

  y += paper.block(root, 'H2', `${words.difference}: ${words.inYear(scenario.years.at(-1)!)}`, {
    ...HEADING,
    x: X,
    y,
  });
  y += 3;
  const entries = mapLegend(scenario, 'difference', { language, type: 8 });
  y = drawMap(paper, content, { entries, height: BOTTOM - below - y, y }, language) + 8;
  y += paper.block(root, 'H2', words.figures, { ...HEADING, x: X, y }) + 3;
  y += drawTable(paper, root, table, X, y) + 4;
  paper.block(root, 'P', note, { ...noteSetting, x: X, y });
}
