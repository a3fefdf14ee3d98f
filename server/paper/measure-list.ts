import type { PublishedMeasure } from '../contract/published-scenario.ts';
import { measureModel } from '../planning/measures.ts';
import { measureName, measureSentence } from '../planning/telling.ts';
import type { Language } from './map-words.ts';
import { type Element, type Paper, TEXT_WIDTH } from './paper.ts';
import { WORDS } from './words.ts';

/** A measure as the list on paper has it. */
export interface MeasureItem {
  number: string;
  name: string;
  sentence: string;
}

const INDENT = 16;
const GAP = 3;

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The sentences about a measure without the one that says what its kind does: its name says that, more briefly. */
function withoutMeaning(sentence: string, kind: string, language: Language): string {
  const meaning = measureModel(kind)?.meaning[language] ?? '';
  return sentence.startsWith(meaning) ? sentence.slice(meaning.length).trimStart() : sentence;
}

/** The measures as they are listed: how, and how many of them. */
export interface ShownMeasures {
  items: readonly MeasureItem[];
  shown: number;
  size: number;
  /** Lines at most of one measure. */
  lines: number;
  language: Language;
}

/** All measures in sentences. @param short without what measures of each kind do */
export function shownMeasures(
  measures: readonly PublishedMeasure[],
  { language, size, short, lines }: { language: Language; size: number; short: boolean; lines: number },
): ShownMeasures {
  const items = measures.map(measure => {
    const sentence = measureSentence(measure, language);
    const place = measure.geometry === null ? ` ${WORDS[language].offMap}` : '';
    return {
      number: `${measure.number}.`,
      name: `${capital(measureName(measure, language))}.`,
      sentence: `${short ? withoutMeaning(sentence, measure.kind, language) : sentence}${place}`,
    };
  });
  return { items, shown: items.length, size, lines, language };
}

const settings = ({ size, lines }: ShownMeasures) => ({
  name: { size, bold: true, width: TEXT_WIDTH - INDENT, lines: 1 },
  sentence: { size, width: TEXT_WIDTH - INDENT, lines },
});

function itemHeight(paper: Paper, { name, sentence }: MeasureItem, content: ShownMeasures): number {
  const setting = settings(content);
  return paper.heightOf(name, setting.name) + paper.heightOf(sentence, setting.sentence) + GAP;
}

/** What is said below the list: how many more there are, or that there are none. */
function closingText({ items, shown, language }: ShownMeasures): string {
  if (items.length === 0) return WORDS[language].noMeasures;
  return shown < items.length ? WORDS[language].more(items.length - shown) : '';
}

/** Height of the list. */
export function measuresHeight(paper: Paper, content: ShownMeasures): number {
  const { items, shown, size } = content;
  const closing = paper.heightOf(closingText(content), { size, width: TEXT_WIDTH });
  return items.slice(0, shown).reduce((sum, item) => sum + itemHeight(paper, item, content), closing);
}

/** As many measures as find room, the first ones. */
export function fittingMeasures(paper: Paper, content: ShownMeasures, room: number): ShownMeasures {
  let { shown } = content;
  while (shown > 0 && measuresHeight(paper, { ...content, shown }) > room) shown -= 1;
  return { ...content, shown };
}

function drawItem(
  paper: Paper,
  list: Element,
  measure: MeasureItem,
  { x, y, content }: { x: number; y: number; content: ShownMeasures },
): void {
  const { size } = content;
  const setting = settings(content);
  const item = paper.pdf.struct('LI');
  list.add(item);
  paper.block(item, 'Lbl', measure.number, { size, bold: true, width: INDENT, x, y });
  const body = paper.pdf.struct('LBody');
  item.add(body);
  const name = paper.block(body, 'P', measure.name, { ...setting.name, x: x + INDENT, y });
  paper.block(body, 'P', measure.sentence, { ...setting.sentence, x: x + INDENT, y: y + name });
  body.end();
  item.end();
}

/** Draws the list, numbers as on the map. @returns its height */
export function drawMeasures(
  paper: Paper,
  parent: Element,
  content: ShownMeasures,
  { x, y }: { x: number; y: number },
): number {
  const { items, shown, size } = content;
  let top = y;
  if (shown > 0) {
    const list = paper.pdf.struct('L');
    parent.add(list);
    for (const measure of items.slice(0, shown)) {
      drawItem(paper, list, measure, { x, y: top, content });
      top += itemHeight(paper, measure, content);
    }
    list.end();
  }
  top += paper.block(parent, 'P', closingText(content), { size, width: TEXT_WIDTH, x, y: top });
  return top - y;
}
