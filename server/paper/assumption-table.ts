import type { PublishedScenario } from '../contract/published-scenario.ts';
import { type AssumptionLine, assumptionLines, sourceMark, sourcesOf } from './assumptions.ts';
import type { Language } from './map-words.ts';
import { type Element, type Paper, TEXT_WIDTH } from './paper.ts';
import { drawTable, type TableContent, tableHeights } from './paper-table.ts';
import { WORDS } from './words.ts';

/** How tightly the table is set. */
export interface AssumptionSetting {
  size: number;
  padding: number;
  language: Language;
}

const SHARES = [0.54, 0.12, 0.12, 0.12, 0.1];
const SOURCE_LINES = 4;
const GAP = 3;

/** The assumptions of a scenario, and how many of them are shown. */
export interface ShownAssumptions {
  lines: readonly AssumptionLine[];
  shown: number;
}

/** All assumptions of a scenario. */
export function allAssumptions(scenario: PublishedScenario, language: Language): ShownAssumptions {
  const lines = assumptionLines(scenario, language);
  return { lines, shown: lines.length };
}

function tableOf(
  { lines, shown }: ShownAssumptions,
  { size, padding, language }: AssumptionSetting,
): TableContent {
  const words = WORDS[language];
  const sources = sourcesOf(lines);
  return {
    columns: SHARES.map((share, at) => ({
      width: share * (TEXT_WIDTH + 6),
      align: at === 0 ? 'left' : 'right',
    })),
    head: [words.assumption, words.low, words.mid, words.high, words.source],
    rows: lines
      .slice(0, shown)
      .map(line => [line.words, line.low, line.mid, line.high, sourceMark(sources.indexOf(line.source))]),
    size,
    padding,
    lines: 2,
  };
}

function sourcesText({ lines, shown }: ShownAssumptions, language: Language): string {
  const sources = sourcesOf(lines.slice(0, shown));
  if (sources.length === 0) return '';
  const list = sources.map((source, at) => `${sourceMark(at)}. ${source}`);
  return `${WORDS[language].sources}: ${list.join('; ')}.`;
}

const sourceSetting = (size: number) => ({ size, width: TEXT_WIDTH, lines: SOURCE_LINES });

/** The line that says how many are not shown; empty when all are. */
function moreText({ lines, shown }: ShownAssumptions, language: Language): string {
  return shown < lines.length ? WORDS[language].more(lines.length - shown) : '';
}

/** Height of the table with its sources. */
export function assumptionsHeight(
  paper: Paper,
  content: ShownAssumptions,
  setting: AssumptionSetting,
): number {
  const { size, language } = setting;
  const { head, rows } = tableHeights(paper, tableOf(content, setting));
  const more = paper.heightOf(moreText(content, language), { size, width: TEXT_WIDTH });
  const sources = paper.heightOf(sourcesText(content, language), sourceSetting(size));
  return rows.reduce((sum, row) => sum + row, head) + more + GAP + sources;
}

/** As many assumptions as find room, the first ones. */
export function fittingAssumptions(
  paper: Paper,
  content: ShownAssumptions,
  setting: AssumptionSetting,
  room: number,
): ShownAssumptions {
  let { shown } = content;
  while (shown > 0 && assumptionsHeight(paper, { ...content, shown }, setting) > room) shown -= 1;
  return { ...content, shown };
}

/** Draws the table, how many more there are, and the sources by their letters. */
export function drawAssumptions(
  paper: Paper,
  parent: Element,
  content: ShownAssumptions,
  { x, y, ...setting }: AssumptionSetting & { x: number; y: number },
): void {
  const { size, language } = setting;
  let top = y + drawTable(paper, parent, tableOf(content, setting), x, y);
  top += paper.block(parent, 'P', moreText(content, language), { size, width: TEXT_WIDTH, x, y: top });
  paper.block(parent, 'P', sourcesText(content, language), { ...sourceSetting(size), x, y: top + GAP });
}
