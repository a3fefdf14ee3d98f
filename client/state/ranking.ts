import type { Area } from '#contract/area.ts';
import type { Series } from '#contract/series.ts';
import type { Shown } from '#contract/vacancy.ts';
import { FUNCTION_CODES } from '#vocabulary/function.ts';
import type { Explore } from './explore.ts';
import { type Figure, figureIn } from './figure.ts';
import { measuredRate } from './measured-rate.ts';
import { scopeOf } from './trend.ts';

/** An area with its figure for what is chosen; undefined where the series says nothing of it. */
export interface AreaFigure {
  area: Area;
  figure: Figure | undefined;
  /** By the chosen measure. */
  rate: Shown;
}

/** Why an area has no rank. */
export type ApartReason = 'unseen' | 'hidden' | 'no-rate' | 'no-area' | 'coverage';

/** Areas that may be compared, most vacancy first; and the others, each with its reason. */
export interface Ranking {
  ranked: readonly AreaFigure[];
  apart: readonly (AreaFigure & { reason: ApartReason })[];
}

/** Where values that are no number come in a ranking: after all numbers, never as 0. */
const ORDER = ['<5', 'confidential', null];

/** Compares two shown values, most vacancy first. */
export function compareShown(a: Shown, b: Shown): number {
  if (typeof a === 'number' && typeof b === 'number') return b - a;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return ORDER.indexOf(a) - ORDER.indexOf(b);
}

/** Areas of the chosen kind with their figures, most vacancy first, then by name. */
function areaFigures(explore: Explore): AreaFigure[] {
  const { measure } = explore.view.value;
  const names = new Intl.Collator(explore.wording.language);
  const rows = explore.shownAreas.map(area => {
    const figure = explore.figure(area.id);
    return { area, figure, rate: figure ? measuredRate(figure, measure) : null };
  });
  return rows.sort(
    (a, b) =>
      compareShown(a.rate, b.rate) ||
      names.compare(a.area.name, b.area.name) ||
      (a.area.id < b.area.id ? -1 : 1),
  );
}

function reasonOf({ figure, rate }: AreaFigure): ApartReason | undefined {
  if (typeof rate === 'number') return undefined;
  if (rate !== null) return 'hidden';
  if (typeof figure?.vacant === 'number' && figure.observed === null) return 'no-rate';
  const seen = figure !== undefined && figure.observed !== null && figure.observed !== 0;
  return seen ? 'no-area' : 'unseen';
}

/** How many premises of a function were seen; a hidden number weighs as one. */
function weight(explore: Explore, area: string, index: number): number {
  const { wholeCube, referenceDate } = explore;
  if (wholeCube.value === undefined || referenceDate === undefined) return 0;
  const seen = figureIn(wholeCube.value, area, FUNCTION_CODES[index]!, referenceDate)?.observed ?? 0;
  return typeof seen === 'number' ? seen : 1;
}

type Rule = Series['referenceDates'][number]['coverage'][number];

/** Text of a rule: rounds by polygon and by house numbers that look for the same are the same. */
const ruleKey = ({ functions, leastFloorArea }: Rule): string =>
  JSON.stringify([functions?.toSorted() ?? null, leastFloorArea]);

/** What was looked at in an area: the rule of the round that accounts for most of what was seen there. */
function ruleOf(explore: Explore, rules: readonly Rule[], area: string): string {
  const weights = FUNCTION_CODES.map((_, index) => weight(explore, area, index));
  const sums = rules.map(({ functions }) =>
    weights.reduce(
      (sum, count, index) =>
        functions === null || functions.includes(FUNCTION_CODES[index]!) ? sum + count : sum,
      0,
    ),
  );
  const most = rules[sums.indexOf(Math.max(...sums))];
  return most ? ruleKey(most) : '';
}

/** Of more things the one that is there most often; of equals the first. */
function commonest(keys: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/**
 * Ranks the areas. A round that looks at shops in the centres and at businesses elsewhere gives rates that do not
 * compare: the areas that were looked at alike, and are most, are ranked; the others stand apart. A chosen function
 * makes them comparable again.
 */
export function rankingOf(explore: Explore): Ranking {
  const rows = areaFigures(explore);
  const { series, referenceDate } = explore;
  const rules = series?.referenceDates.find(({ date }) => date === referenceDate)?.coverage ?? [];
  const alike = scopeOf(explore) !== 'all' || explore.narrows || new Set(rules.map(ruleKey)).size < 2;
  const numbered = rows.filter(row => reasonOf(row) === undefined);
  const keys = new Map(numbered.map(({ area }) => [area.id, alike ? '' : ruleOf(explore, rules, area.id)]));
  const common = commonest([...keys.values()]);
  const isRanked = ({ area }: AreaFigure) => keys.has(area.id) && keys.get(area.id) === common;
  return {
    ranked: rows.filter(isRanked),
    apart: rows
      .filter(row => !isRanked(row))
      .map(row => ({ ...row, reason: reasonOf(row) ?? ('coverage' as const) })),
  };
}
