/** Classes of vacancy duration; `unknown` where even the interval cannot decide. Order = packed order. */
export const DURATION_CODES = ['under-1', '1-to-3', 'over-3', 'unknown'] as const;
export type DurationCode = (typeof DURATION_CODES)[number];

/** Bounds in days, half-open: [0, 365), [365, 1095), [1095, ...). Field practice: initial, long-term, structural. */
export const ONE_YEAR_DAYS = 365;
export const THREE_YEARS_DAYS = 1095;

/** One duration class in both languages, with the term that the field uses for it. */
export interface DurationTerm {
  code: DurationCode;
  nl: string;
  en: string;
  term: string;
}

/** Every class, the shortest first, with the word Dutch practice has for it. */
export const DURATIONS: readonly DurationTerm[] = [
  { code: 'under-1', nl: 'korter dan 1 jaar', en: 'under 1 year', term: 'aanvangs- of frictieleegstand' },
  { code: '1-to-3', nl: '1 tot 3 jaar', en: '1 to 3 years', term: 'langdurige leegstand' },
  { code: 'over-3', nl: '3 jaar of langer', en: '3 years or longer', term: 'structurele leegstand' },
  { code: 'unknown', nl: 'duur onbekend', en: 'duration unknown', term: 'onbekend' },
];
