import { formatFor } from '../../geodata/figures/format.ts';
import type { VacancyClass } from '../../geodata/figures/vacancy-class.ts';
import type { EmbedReading } from '../contract/embed.ts';
import type { PlaceView } from '../contract/place-view.ts';
import { type Language, lookWords } from './map-words.ts';

type Count = (text: string, count: number) => string;

const dutch = {
  title: {
    percentage: (place: string) => `Leegstand in procenten per vak van 500 meter: ${place}`,
    concentration: (place: string) => `Aantal lege panden per vak van 500 meter: ${place}`,
    streets: (place: string) => `Leegstand in procenten per straatzijde: ${place}`,
  },
  on: (series: string, date: string) => `${series}, peildatum ${date}`,
  squares: ((text, count) => `${text} ${count === 1 ? 'vak' : 'vakken'}`) satisfies Count,
  sides: ((text, count) => `${text} ${count === 1 ? 'straatzijde' : 'straatzijden'}`) satisfies Count,
  marks: {
    none: 'geen leegstand',
    'below-five': 'minder dan 5 panden leeg',
    confidential: 'geheim: te weinig panden om te tonen',
    'not-observed': 'niet waargenomen',
  },
  circle: (most: string) => `lege panden in een vak: hoe groter, hoe meer (meeste: ${most})`,
  most: (most: string) => `Meeste lege panden in één vak: ${most}.`,
  nothing: 'Er is niets om te tonen.',
  outlines: {
    centre: 'grens van een centrum',
    village: 'grens van een dorpskern',
    work: 'grens van een werkgebied',
    zone: 'grens van een beleidsgebied',
  },
  outline: 'grens van het gebied',
};

/** Words of still maps of vacancy; English has the same keys. */
export type VacancyWords = typeof dutch;

const english: VacancyWords = {
  title: {
    percentage: place => `Vacancy in per cent by square of 500 metres: ${place}`,
    concentration: place => `Number of vacant premises by square of 500 metres: ${place}`,
    streets: place => `Vacancy in per cent by street side: ${place}`,
  },
  on: (series, date) => `${series}, reference date ${date}`,
  squares: (text, count) => `${text} ${count === 1 ? 'square' : 'squares'}`,
  sides: (text, count) => `${text} street ${count === 1 ? 'side' : 'sides'}`,
  marks: {
    none: 'no vacancy',
    'below-five': 'fewer than 5 premises vacant',
    confidential: 'confidential: too few premises to show',
    'not-observed': 'not observed',
  },
  circle: most => `vacant premises in a square: the larger, the more (most: ${most})`,
  most: most => `Most vacant premises in one square: ${most}.`,
  nothing: 'There is nothing to show.',
  outlines: {
    centre: 'edge of a centre',
    village: 'edge of a village core',
    work: 'edge of a work area',
    zone: 'edge of a policy zone',
  },
  outline: 'edge of the area',
};

/** The words of both languages. */
export const VACANCY_WORDS = { nl: dutch, en: english };

/** A way of drawing in words: bounds of the class, or what the mark means. */
export function classWords(look: VacancyClass, language: Language): string {
  return typeof look === 'number' ? lookWords(look, language) : VACANCY_WORDS[language].marks[look];
}

/** What a map of vacancy shows, where, from which source and of which day. */
export function vacancyTitle(view: PlaceView, reading: EmbedReading, language: Language): string {
  const words = VACANCY_WORDS[language];
  const place = view.area?.name ?? view.municipality.name;
  const date = formatFor(language).date(view.referenceDate);
  return `${words.title[reading](place)} (${words.on(view.series.name[language], date)})`;
}
