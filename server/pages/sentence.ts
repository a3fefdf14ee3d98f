import { AREA_KIND_TERMS } from '../../geodata/vocabulary/area-kind.ts';
import { FUNCTIONS, type FunctionScope } from '../../geodata/vocabulary/function.ts';
import type { PlaceView } from '../contract/place-view.ts';
import type { Shown, VacancyFigure } from '../contract/vacancy.ts';
import type { PageLanguage } from './words.ts';

/** Name of the place of a view. */
export const placeName = ({ area, municipality }: PlaceView): string => area?.name ?? municipality.name;

/** A function in words; `all` names no function. */
export function useName(scope: FunctionScope, { code, say }: PageLanguage): string {
  return FUNCTIONS.find(term => term.code === scope)?.[code] ?? say.allUses;
}

/** A kind of area in words. */
export const kindName = (kind: string, { code }: PageLanguage): string =>
  AREA_KIND_TERMS.find(term => term.code === kind)?.[code] ?? kind;

/** A sentence with a stop at its end, whoever wrote it. */
export const stopped = (text: string): string =>
  /[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;

function figureSentence(place: string, date: string, figure: VacancyFigure, language: PageLanguage): string {
  const { say, count, rate } = language;
  const { observed, vacant } = figure;
  if (vacant === 'confidential' || observed === 'confidential' || vacant === null)
    return say.summaryConfidential(place, date);
  if (vacant === 0) return say.summaryNone(place, date, count(observed));
  if (vacant === 1) return say.summaryOne(place, date, count(observed), rate(figure.rate));
  return typeof vacant === 'number' && typeof figure.rate === 'number'
    ? say.summary(place, date, count(vacant), count(observed), rate(figure.rate))
    : say.summaryHidden(place, date, count(vacant), count(observed));
}

/** Figures of visitors are rounded: half a percentage point and less is no difference. */
const EQUAL = 0.5;

function yearSentence({ year }: PlaceView, { say, write }: PageLanguage): string {
  if ('reason' in year) {
    const reasons = {
      'no-date': say.yearNoDate,
      method: say.yearMethod,
      coverage: say.yearCoverage,
      'no-number': say.yearNoNumber,
    };
    return reasons[year.reason];
  }
  const size = write.count(Math.abs(year.points));
  if (Math.abs(year.points) < EQUAL) return say.yearEqual;
  return year.points > 0 ? say.yearHigher(size) : say.yearLower(size);
}

/** What there is to say about a place in one or two plain sentences: how much, of what, on which date, more or less. */
export function summaryOf(view: PlaceView, language: PageLanguage): string {
  const place = placeName(view);
  if (view.figure === null) return language.say.summaryUnseen(place);
  const date = language.write.date(view.referenceDate);
  const sentences = [
    figureSentence(place, date, view.figure, language),
    view.function === 'all' ? '' : language.say.ofUse(useName(view.function, language)),
    yearSentence(view, language),
  ];
  return sentences.filter(sentence => sentence !== '').join(' ');
}

/** One place on the map in words: name, how many of how many, rate. */
export function placeSentence(
  name: string,
  figure: { observed: Shown; vacant: Shown; rate: Shown } | null,
  { say, count, rate }: PageLanguage,
): string {
  if (figure === null || figure.observed === null) return say.placeUnseen(name);
  if (figure.observed === 'confidential' || figure.vacant === 'confidential') return say.placeHidden(name);
  return say.placeWords(name, count(figure.vacant), count(figure.observed), rate(figure.rate));
}

/** Where the figures come from: series and reference date. */
export function provenanceOf(
  { series, referenceDate }: PlaceView,
  { code, say, write }: PageLanguage,
): string {
  return say.seriesOn(series.name[code], write.date(referenceDate));
}
