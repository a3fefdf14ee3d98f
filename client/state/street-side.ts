import type { StreetSide } from '#contract/street-side.ts';
import type { Shown } from '#contract/vacancy.ts';
import type { Explore } from './explore.ts';
import type { Figure } from './figure.ts';
import { measuredRate } from './measured-rate.ts';

/** One side of a street with its figure for what is chosen. */
export interface StreetSideFigure {
  side: StreetSide;
  /** Undefined where the series says nothing of it. */
  figure: Figure | undefined;
  /** By the chosen measure. */
  rate: Shown;
}

/** The sides of streets that are on the map: those with a line, in the areas of the chosen kind. */
export function shownStreetSides(explore: Explore): StreetSideFigure[] {
  const areas = new Set(explore.shownAreas.map(({ id }) => id));
  const sides = explore.streetSides.value?.streetSides ?? [];
  const { measure } = explore.view.value;
  return sides
    .filter(({ geometry, area }) => geometry !== null && areas.has(area))
    .map(side => {
      const figure = explore.figure(side.id);
      return { side, figure, rate: figure ? measuredRate(figure, measure) : null };
    });
}
