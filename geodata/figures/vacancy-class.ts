/** Bounds between the five classes, per cent, half-open: up to 4, 4 to 8, 8 to 12, 12 to 20, 20 or more. */
export const CLASS_BOUNDS = [4, 8, 12, 20] as const;

/**
 * How a place is drawn: a class of vacancy (1 to 5), `none` where nothing is vacant, or the mark of a
 * value that is no number.
 */
export type VacancyClass = 1 | 2 | 3 | 4 | 5 | 'none' | 'below-five' | 'confidential' | 'not-observed';

/** Every way of drawing, in the order of the legend. */
export const VACANCY_CLASSES: readonly VacancyClass[] = [
  'none',
  1,
  2,
  3,
  4,
  5,
  'below-five',
  'confidential',
  'not-observed',
];

/** Class of a rate in per cent, or of what stands in its place: `<5`, `confidential`, null where nobody looked. */
export function vacancyClass(rate: number | '<5' | 'confidential' | null): VacancyClass {
  if (rate === null) return 'not-observed';
  if (rate === '<5') return 'below-five';
  if (rate === 'confidential') return 'confidential';
  if (rate === 0) return 'none';
  return (1 + CLASS_BOUNDS.filter(bound => rate >= bound).length) as VacancyClass;
}

/** A value as it may be shown: a number, or what stands in its place. */
type Value = Parameters<typeof vacancyClass>[0];

/**
 * How a place with a figure is drawn. A published rate says `confidential` where fewer than five are vacant, so the
 * counts are asked first; and a rate that was rounded to 0 is not "none" where something is vacant.
 * @param figure null where nobody looked
 */
export function lookOfFigure(figure: { observed: Value; vacant: Value; rate: Value } | null): VacancyClass {
  if (figure === null || figure.observed === null) return 'not-observed';
  const { observed, vacant, rate } = figure;
  if (vacant === '<5') return 'below-five';
  if (observed === 'confidential' || vacant === 'confidential') return 'confidential';
  const look = vacancyClass(rate);
  return look === 'none' && vacant !== 0 ? 1 : look;
}
