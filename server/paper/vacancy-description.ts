import { formatFor } from '../../geodata/figures/format.ts';
import { lookOfFigure, VACANCY_CLASSES, type VacancyClass } from '../../geodata/figures/vacancy-class.ts';
import type { EmbedReading } from '../contract/embed.ts';
import type { PlaceView } from '../contract/place-view.ts';
import type { Language } from './map-words.ts';
import { circleTally, mostVacant } from './vacancy-circles.ts';
import { shownSquares } from './vacancy-squares.ts';
import { classWords, VACANCY_WORDS } from './vacancy-words.ts';

/** How many squares or street sides of a map look how. */
export function lookCounts(view: PlaceView, reading: EmbedReading): Map<VacancyClass, number> {
  const figures = reading === 'streets' ? view.sides.map(({ figure }) => figure) : shownSquares(view);
  const counts = new Map<VacancyClass, number>();
  for (const figure of figures) {
    const look = lookOfFigure(figure);
    counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  return counts;
}

/** "3 vakken", "1 straatzijde": a number of what a reading shows. */
export function countWords(count: number, reading: EmbedReading, language: Language): string {
  const words = VACANCY_WORDS[language];
  const text = formatFor(language).count(count);
  return reading === 'streets' ? words.sides(text, count) : words.squares(text, count);
}

function circleSentences(view: PlaceView, language: Language): string[] {
  const words = VACANCY_WORDS[language];
  const squares = shownSquares(view);
  const most = mostVacant(squares);
  const parts = circleTally(squares).flatMap(({ look, count }) =>
    look === 'circle' ? [] : [`${countWords(count, 'concentration', language)}: ${words.marks[look]}`],
  );
  const first = most === 0 ? [] : [words.most(formatFor(language).count(most))];
  return parts.length === 0 ? first : [...first, `${parts.join('; ')}.`];
}

function classSentences(view: PlaceView, reading: EmbedReading, language: Language): string[] {
  const counts = lookCounts(view, reading);
  const parts = VACANCY_CLASSES.flatMap(look => {
    const count = counts.get(look);
    return count === undefined
      ? []
      : [`${countWords(count, reading, language)}: ${classWords(look, language)}`];
  });
  return parts.length === 0 ? [] : [`${parts.join('; ')}.`];
}

/** What a map of vacancy shows, in sentences: how many squares or street sides look how. */
export function vacancyDescription(view: PlaceView, reading: EmbedReading, language: Language): string {
  const sentences =
    reading === 'concentration' ? circleSentences(view, language) : classSentences(view, reading, language);
  return sentences.length === 0 ? VACANCY_WORDS[language].nothing : sentences.join(' ');
}
