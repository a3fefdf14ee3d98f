import { rdToWgs84 } from '../../geodata/geometry/rd.ts';
import type { Bbox } from '../contract/primitives.ts';

/** Seven decimals of a degree: one centimetre, more than the sources have. */
const DECIMALS = 1e7;

const rounded = (degrees: number): number => Math.round(degrees * DECIMALS) / DECIMALS;

/** Columns `x`, `y` in metres RD as longitude and latitude in degrees. */
export function positionOf(row: { x: number; y: number }): [number, number] {
  const [longitude, latitude] = rdToWgs84([row.x, row.y]);
  return [rounded(longitude), rounded(latitude)];
}

/** Columns of an envelope in metres RD. */
export type EnvelopeRow = {
  west: number;
  south: number;
  east: number;
  north: number;
};

/**
 * An envelope in degrees, in the order of GeoJSON: that of the four RD corners, which leaves a little room
 * where the two grids are turned against each other (1.5 degrees at most).
 */
export function bboxOf({ west, south, east, north }: EnvelopeRow): Bbox {
  const corners = [west, east].flatMap(x => [south, north].map(y => positionOf({ x, y })));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
