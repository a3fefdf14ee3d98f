import type { Area } from '#contract/area.ts';
import type { Shown } from '#contract/vacancy.ts';
import type { Explore } from './explore.ts';
import type { Figure } from './figure.ts';
import { measuredRate } from './vacancy-class.ts';

/** An area with its figure for what is chosen; undefined where the series says nothing of it. */
export interface AreaFigure {
  area: Area;
  figure: Figure | undefined;
  /** By the chosen measure. */
  rate: Shown;
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

/** Areas of the municipality with their figures, most vacancy first, then by name. */
export function rankedAreas(explore: Explore): AreaFigure[] {
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
