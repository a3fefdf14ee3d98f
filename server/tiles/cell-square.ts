import { rdToWebMercator, wgs84ToRd } from '#geometry/rd.ts';
import type { Coordinates, Geometry } from '#geometry/wkb.ts';
import type { Box } from '../queries/tile.ts';
import { lonLat } from './grid.ts';

/** Around the Netherlands in EPSG:3857, wider than RD New is defined for: nothing is looked for outside it. */
const NETHERLANDS: Box = [278_000, 6_446_000, 891_000, 7_256_000];

/**
 * CBS square with its south-west corner at x, y (RD metres) as a polygon in EPSG:3857. Its sides are
 * straight there too: over 500 m the curve is less than a centimetre.
 */
export function cellSquare(x: number, y: number, size: number): Geometry {
  const corners: [number, number][] = [
    [x, y],
    [x, y + size],
    [x + size, y + size],
    [x + size, y],
    [x, y],
  ];
  const ring: Coordinates = new Float64Array(corners.flatMap(corner => [...rdToWebMercator(corner)]));
  return { kind: 'polygon', polygons: [[ring]] };
}

/** Id of a cell, the same in tiles, frames and addresses: `500:84000:447000`. */
export function cellId(x: number, y: number, size: number): string {
  return `${size}:${x}:${y}`;
}

/**
 * Box in RD metres in which the south-west corner of every square lies that touches the given box in
 * EPSG:3857. Undefined when the box is nowhere near the Netherlands.
 */
export function cellCorners([west, south, east, north]: Box, size: number): Box | undefined {
  const left = Math.max(west, NETHERLANDS[0]);
  const bottom = Math.max(south, NETHERLANDS[1]);
  const right = Math.min(east, NETHERLANDS[2]);
  const top = Math.min(north, NETHERLANDS[3]);
  if (left > right || bottom > top) return undefined;
  const corners = [
    [left, bottom],
    [left, top],
    [right, bottom],
    [right, top],
  ].map(([x, y]) => wgs84ToRd(lonLat(x!, y!)));
  const xs = corners.map(corner => corner[0]);
  const ys = corners.map(corner => corner[1]);
  // The sides of the box are slightly curved in RD: over its whole width by less than a fiftieth.
  const bulge = (right - left) / 50;
  return [
    Math.min(...xs) - size - bulge,
    Math.min(...ys) - size - bulge,
    Math.max(...xs) + bulge,
    Math.max(...ys) + bulge,
  ];
}
