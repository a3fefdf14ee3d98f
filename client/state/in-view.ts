import type { CellFigure } from './cell.ts';
import type { RdBox } from './surface.ts';

/** Squares of which the middle is in view; all of them while there is no map. */
export function cellsInView(cells: readonly CellFigure[], box: RdBox | null): readonly CellFigure[] {
  if (box === null) return cells;
  const [west, south, east, north] = box;
  return cells.filter(({ x, y, size }) => {
    const [middleX, middleY] = [x + size / 2, y + size / 2];
    return middleX >= west && middleX <= east && middleY >= south && middleY <= north;
  });
}

/** A test whether a place in degrees (CRS84) is in view; everything is while there is no map. */
export function inDegrees(
  bounds: readonly [west: number, south: number, east: number, north: number] | null,
): (position: readonly number[]) => boolean {
  if (bounds === null) return () => true;
  const [west, south, east, north] = bounds;
  return ([longitude, latitude]) =>
    longitude! >= west && longitude! <= east && latitude! >= south && latitude! <= north;
}
