import { rateOfPixel, type Surface, type SurfacePoint, surfaceOf } from '#figures/surface.ts';
import { type VacancyClass, vacancyClass } from '#figures/vacancy-class.ts';
import type { CellFigure } from './cell.ts';
import type { Figure } from './figure.ts';
import type { View } from './view.ts';

/** How the percentage is smoothed, by the size of the squares it is made of; the legend says so. */
export interface Smoothing {
  /** Metres. */
  bandwidth: number;
  /** Metres per pixel of the raster. */
  resolution: number;
  /** Weighted number of premises below which nothing is drawn. */
  least: number;
  /** Zoom from which the squares themselves are drawn, with their numbers. */
  squaresFrom: number;
}

/** The squares of 500 m are few and rounded, so they are spread wider and shown as squares sooner. */
const SMOOTHING: Record<number, Smoothing> = {
  100: { bandwidth: 300, resolution: 25, least: 10, squaresFrom: 14.5 },
  500: { bandwidth: 1000, resolution: 50, least: 10, squaresFrom: 13 },
};

/** Smoothing of squares of a size in metres. */
export const smoothingOf = (size: number): Smoothing => SMOOTHING[size] ?? SMOOTHING[500]!;

/** What a square adds to the surface; null where its figures are no numbers. */
function countsOf({ observed, vacant, observedArea, vacantArea, areaKnown }: Figure, byArea: boolean) {
  const [whole, part, premises] = byArea
    ? [observedArea, vacantArea, areaKnown]
    : [observed, vacant, observed];
  if (typeof whole !== 'number' || typeof part !== 'number' || typeof premises !== 'number') return null;
  return { observed: whole, vacant: part, premises };
}

const NOTHING = { observed: 0, vacant: 0, premises: 0 };

/** How many squares were looked at and still have no numbers to add: `<5` and confidential are no 0. */
export function leftOutOfSurface(cells: readonly CellFigure[], measure: View['measure']): number {
  const byArea = measure === 'floor-area';
  return cells.filter(({ figure }) => figure.observed !== null && countsOf(figure, byArea) === null).length;
}

const known = new WeakMap<readonly CellFigure[], Partial<Record<View['measure'], Surface>>>();

/** The smoothed percentage of squares of one size, made once; undefined where there are none. */
export function cellSurface(cells: readonly CellFigure[], measure: View['measure']): Surface | undefined {
  const made = known.get(cells) ?? {};
  known.set(cells, made);
  made[measure] ??= smoothed(cells, measure);
  return made[measure];
}

function smoothed(cells: readonly CellFigure[], measure: View['measure']): Surface | undefined {
  const byArea = measure === 'floor-area';
  const points = cells.map(({ x, y, size, figure }): SurfacePoint => {
    return { x: x + size / 2, y: y + size / 2, ...(countsOf(figure, byArea) ?? NOTHING) };
  });
  return surfaceOf(points, smoothingOf(cells[0]?.size ?? 500));
}

/** West, south, east and north edge in metres RD. */
export type RdBox = readonly [west: number, south: number, east: number, north: number];

/** Hectares of the surface within a box by class; places with too little behind them are in none. */
export function surfaceHectares(surface: Surface, least: number, box: RdBox): Map<VacancyClass, number> {
  const { width, height, west, north, resolution } = surface;
  const [left, bottom, right, top] = box;
  const hectares = new Map<VacancyClass, number>();
  const each = resolution ** 2 / 10_000;
  const column = (x: number) => Math.min(width, Math.max(0, Math.round((x - west) / resolution)));
  const row = (y: number) => Math.min(height, Math.max(0, Math.round((north - y) / resolution)));
  for (let r = row(top); r < row(bottom); r++)
    for (let c = column(left); c < column(right); c++) {
      const rate = rateOfPixel(surface, r * width + c, least);
      if (Number.isNaN(rate)) continue;
      const drawn = vacancyClass(rate);
      hectares.set(drawn, (hectares.get(drawn) ?? 0) + each);
    }
  return hectares;
}
