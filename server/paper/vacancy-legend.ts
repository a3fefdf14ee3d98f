import { formatFor } from '../../geodata/figures/format.ts';
import { VACANCY_CLASSES, type VacancyClass } from '../../geodata/figures/vacancy-class.ts';
import type { EmbedReading } from '../contract/embed.ts';
import type { PlaceView } from '../contract/place-view.ts';
import { type LegendEntry, type Mark, rectangle, swatchWidth } from './drawing.ts';
import { lookMarks } from './map-sides.ts';
import type { Language } from './map-words.ts';
import { circleMarks, circleTally, mostVacant } from './vacancy-circles.ts';
import { countWords, lookCounts } from './vacancy-description.ts';
import { OUTLINE_KINDS, outlineKind, outlineSwatch } from './vacancy-outlines.ts';
import { shownSquares, squareMarks } from './vacancy-squares.ts';
import { classWords, VACANCY_WORDS } from './vacancy-words.ts';

interface LegendOptions {
  language: Language;
  /** Size of the type, page units; swatches are made for it. */
  type: number;
}

/** Level through the middle of a swatch. */
const middle = (type: number) => [0, type / 2, swatchWidth(type), type / 2];

function classSwatch(look: VacancyClass, reading: EmbedReading, type: number): Mark[] {
  if (reading === 'streets') return lookMarks(look, [middle(type)], type);
  const box = rectangle(0.2 * type, -0.1 * type, swatchWidth(type) - 0.4 * type, 1.2 * type);
  return squareMarks(look, [box], type);
}

/** The five classes where there is anything at all, marks where they occur, each with how many there are. */
function classEntries(
  view: PlaceView,
  reading: EmbedReading,
  { language, type }: LegendOptions,
): LegendEntry[] {
  const counts = lookCounts(view, reading);
  if (counts.size === 0) return [];
  const present = VACANCY_CLASSES.filter(look => typeof look === 'number' || counts.has(look));
  return present.map((look): LegendEntry => {
    const count = countWords(counts.get(look) ?? 0, reading, language);
    return { swatch: classSwatch(look, reading, type), words: `${classWords(look, language)} · ${count}` };
  });
}

function circleEntries(view: PlaceView, { language, type }: LegendOptions): LegendEntry[] {
  const words = VACANCY_WORDS[language];
  const squares = shownSquares(view);
  return circleTally(squares).map(({ look, count }) => {
    const text =
      look === 'circle' ? words.circle(formatFor(language).count(mostVacant(squares))) : words.marks[look];
    const swatch = circleMarks(look, [swatchWidth(type) / 2, type / 2], 0.62 * type, type);
    return { swatch, words: `${text} · ${countWords(count, 'concentration', language)}` };
  });
}

function outlineEntries({ areas, area }: PlaceView, { language, type }: LegendOptions): LegendEntry[] {
  const words = VACANCY_WORDS[language];
  const kinds = new Set(areas.map(each => outlineKind(each.area.kind)));
  return OUTLINE_KINDS.filter(kind => kinds.has(kind)).map(kind => ({
    swatch: [outlineSwatch(kind, middle(type), type)],
    words: area === null ? words.outlines[kind] : words.outline,
  }));
}

/**
 * The legend of a map of vacancy, as data: classes in words with how many squares or street sides are in each, marks
 * that occur, and the kinds of edges that occur.
 */
export function vacancyLegend(view: PlaceView, reading: EmbedReading, options: LegendOptions): LegendEntry[] {
  const figures =
    reading === 'concentration' ? circleEntries(view, options) : classEntries(view, reading, options);
  return [...figures, ...outlineEntries(view, options)];
}
