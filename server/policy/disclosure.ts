import { BELOW_FIVE, CONFIDENTIAL, isNumber, NOT_OBSERVED } from '../../geodata/figures/mark.ts';
import { FIRST_DURATION, measureIndex, UNIT_MEASURES } from '../../geodata/figures/measure.ts';
import type { Tally } from '../../geodata/figures/tally.ts';
import type { FunctionScope } from '../../geodata/vocabulary/function.ts';
import type { DisclosureProfile } from '../../geodata/vocabulary/series.ts';
import { hideComplements } from './complement.ts';

/**
 * What of an exact figure may be published. Two profiles:
 *
 * `strict`, for homes and for anything from personal or tax registers or reports. A figure of fewer than ten
 * premises is hidden whole; one to four vacant is `<5`; counts are rounded to five and floor areas to 100 m2;
 * a floor area is hidden with its count, when fewer than ten premises have one, when one to four make up the
 * vacant part, or when one premises is more than three quarters of it.
 *
 * `visible`, for what anybody sees from the pavement: shops, hospitality, services. Exact from three premises
 * on, hidden below. Other functions, and `all` where it holds any of them, stay strict within such a series.
 *
 * Rates are no matter of this module: they are made of the published numbers (`shown.ts`), so a rate of a
 * `<5` is confidential. When one function of a place (or one duration of a figure) is hidden in a total that
 * is shown, the next smallest is hidden too (`complement.ts`).
 *
 * Sources: thresholds of five to ten and rounding to five are the practice of Statistics Netherlands for
 * squares and neighbourhoods; dominance and complementary suppression follow Hundepool et al., Statistical
 * Disclosure Control (2012), chapters 4 and 5, with 75 % as the bound for the largest contributor.
 */

/** Premises that a strict figure is of at least, and that one of what is seen from the pavement is of at least. */
export const STRICT_LEAST = 10;
export const VISIBLE_LEAST = 3;
/** Strict: a count below this is `<5`; counts are rounded to this step, floor areas to that, m2. */
export const SMALL = 5;
export const COUNT_STEP = 5;
export const AREA_STEP = 100;
/** Strict: part of a floor area that one premises may be. */
export const DOMINANT_SHARE = 0.75;

/** Functions that anybody sees from the pavement. */
export const VISIBLE_FUNCTIONS: readonly FunctionScope[] = ['retail', 'hospitality', 'services'];

const OBSERVED = measureIndex('observed');
const VACANT = measureIndex('vacant');
const AREA_KNOWN = measureIndex('areaKnown');
const OBSERVED_AREA = measureIndex('observedArea');
const VACANT_AREA = measureIndex('vacantArea');
const LARGEST_OBSERVED = UNIT_MEASURES.indexOf('largestObserved');
const LARGEST_VACANT = UNIT_MEASURES.indexOf('largestVacant');
const VACANT_UNITS = UNIT_MEASURES.indexOf('vacantUnits');

/** One figure: a number or mark per measure (with or without durations), and UNIT_MEASURES beside it. */
interface Figure {
  values: number[];
  units: number[];
}

/**
 * How many premises a figure is of. A list without coverage knows only what is vacant: then that.
 */
function size({ values }: Figure): number {
  return Math.max(isNumber(values[OBSERVED]!) ? values[OBSERVED]! : values[VACANT]!, 0);
}

const rounded = (value: number, step: number): number =>
  isNumber(value) ? Math.round(value / step) * step : value;

/** A count as published: `<5`, or rounded. */
function strictCount(value: number): number {
  return value > 0 && value < SMALL ? BELOW_FIVE : rounded(value, COUNT_STEP);
}

/** A floor area as published, unless one premises dominates it. */
function strictArea(area: number, largest: number): number {
  if (isNumber(area) && largest > DOMINANT_SHARE * area) return CONFIDENTIAL;
  return rounded(area, AREA_STEP);
}

function strictVacantArea({ values, units }: Figure, vacant: number): number {
  const few = units[VACANT_UNITS]! > 0 && units[VACANT_UNITS]! < SMALL;
  if (!isNumber(values[VACANT_AREA]!)) return values[VACANT_AREA]!;
  if (vacant === BELOW_FIVE || few) return CONFIDENTIAL;
  return strictArea(values[VACANT_AREA]!, units[LARGEST_VACANT]!);
}

function strict(figure: Figure): number[] {
  const { values, units } = figure;
  if (size(figure) < STRICT_LEAST) return hidden(values);
  const vacant = strictCount(values[VACANT]!);
  const known = values[AREA_KNOWN]!;
  const fewKnown = known > 0 && known < STRICT_LEAST;
  return [
    rounded(values[OBSERVED]!, COUNT_STEP),
    vacant,
    fewKnown ? CONFIDENTIAL : rounded(known, COUNT_STEP),
    fewKnown ? CONFIDENTIAL : strictArea(values[OBSERVED_AREA]!, units[LARGEST_OBSERVED]!),
    fewKnown && isNumber(values[VACANT_AREA]!) ? CONFIDENTIAL : strictVacantArea(figure, vacant),
    ...values.slice(FIRST_DURATION).map(value => (vacant === BELOW_FIVE ? CONFIDENTIAL : strictCount(value))),
  ];
}

/** A figure hidden whole. What nobody observed stays so: hiding it would claim that there is something. */
function hidden(values: readonly number[]): number[] {
  return values.every(value => value === NOT_OBSERVED) ? [...values] : values.map(() => CONFIDENTIAL);
}

function visible(figure: Figure): number[] {
  return size(figure) < VISIBLE_LEAST ? hidden(figure.values) : [...figure.values];
}

/** Whether everything that a figure counts can be seen from the pavement. */
function isVisible(scope: FunctionScope, figures: ReadonlyMap<FunctionScope, Figure>): boolean {
  if (scope !== 'all') return VISIBLE_FUNCTIONS.includes(scope);
  return Array.from(figures).every(
    ([other, figure]) => other === 'all' || VISIBLE_FUNCTIONS.includes(other) || size(figure) === 0,
  );
}

/** What may be published of the figures of one place on one date, by function and `all`. */
function discloseDate(
  figures: ReadonlyMap<FunctionScope, Figure>,
  profile: DisclosureProfile,
): Map<FunctionScope, number[]> {
  const published = new Map(
    Array.from(figures, ([scope, figure]) => {
      const exact = profile === 'visible' && isVisible(scope, figures);
      return [scope, exact ? visible(figure) : strict(figure)] as const;
    }),
  );
  hideComplements(published, new Map(Array.from(figures, ([scope, { values }]) => [scope, values])));
  return published;
}

/**
 * The published tallies of one place in one series.
 * @param tallies exact, by function and `all`: MEASURES (or CELL_MEASURES) x dates
 * @param dates how many reference dates
 * @returns tallies of the same shape, with marks (`figures/mark.ts`) where something is hidden
 */
export function disclose(
  tallies: ReadonlyMap<FunctionScope, Tally>,
  dates: number,
  profile: DisclosureProfile,
): Map<FunctionScope, Int32Array> {
  const published = new Map(
    Array.from(tallies, ([scope, { values }]) => [scope, new Int32Array(values.length)] as const),
  );
  const column = (rows: Int32Array, date: number) =>
    Array.from({ length: rows.length / dates }, (_, row) => rows[row * dates + date]!);
  for (let date = 0; date < dates; date++) {
    const figures = new Map(
      Array.from(tallies, ([scope, { values, units }]) => {
        return [scope, { values: column(values, date), units: column(units, date) }] as const;
      }),
    );
    for (const [scope, numbers] of discloseDate(figures, profile)) {
      numbers.forEach((number, row) => {
        published.get(scope)![row * dates + date] = number;
      });
    }
  }
  return published;
}

/**
 * The published fronts of one street side in one series: metres of vacant front say of which shop they are, so
 * they are shown on dates only on which both figures that they belong to are exact and shown, and hidden on
 * all others.
 * @param fronts exact, by function and `all`: FRONT_MEASURES x dates
 * @param tallies exact, of the same place
 * @param published what {@link disclose} made of those
 */
export function discloseFronts(
  fronts: ReadonlyMap<FunctionScope, Int32Array>,
  tallies: ReadonlyMap<FunctionScope, Tally>,
  published: ReadonlyMap<FunctionScope, Int32Array>,
  dates: number,
  profile: DisclosureProfile,
): Map<FunctionScope, Int32Array> {
  const isExact = (scope: FunctionScope, date: number): boolean => {
    const figures = new Map<FunctionScope, Figure>();
    for (const [other, { values }] of tallies)
      figures.set(other, { values: [OBSERVED, VACANT].map(row => values[row * dates + date]!), units: [] });
    const shown = [OBSERVED, VACANT].every(row => isNumber(published.get(scope)![row * dates + date]!));
    return profile === 'visible' && shown && isVisible(scope, figures);
  };
  return new Map(
    Array.from(fronts, ([scope, values]) => {
      const hide = (value: number, index: number) =>
        value === NOT_OBSERVED || isExact(scope, index % dates) ? value : CONFIDENTIAL;
      return [scope, values.map(hide)] as const;
    }),
  );
}
