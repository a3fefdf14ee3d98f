import { clipLine, clipRing } from '#geometry/clip.ts';
import { simplify } from '#geometry/simplify.ts';
import type { Coordinates, Geometry } from '#geometry/wkb.ts';
import { BUFFER, EXTENT, type TileWindow } from './grid.ts';

/** Geometry types of the Vector Tile Specification 2.1, 4.3.4. */
export const POINT = 1;
export const LINE = 2;
export const POLYGON = 3;

/**
 * A geometry in whole units of a tile, ready to be written: points as one part, lines, or rings without a
 * closing position. Outer rings have a positive area in tile coordinates (y down), holes a negative one and
 * follow their outer ring (specification 4.3.4.4).
 */
export interface Shape {
  type: typeof POINT | typeof LINE | typeof POLYGON;
  parts: number[][];
}

/** A tile is drawn 512 to 1,024 screen pixels wide before the next zoom takes over. */
const PIXEL_AT_FIRST = EXTENT / 512;
const PIXEL_AT_LAST = EXTENT / 1024;

/** Area below which a polygon or a hole is left out: one pixel when the tile is first drawn; units squared. */
export const LEAST_AREA = PIXEL_AT_FIRST ** 2;

/** How far a line may move when it is simplified, in units: one pixel at the largest the tile is drawn. */
export const TOLERANCE = PIXEL_AT_LAST;

/** Tolerance for tiles that are magnified beyond the next zoom because there is none: what rounding moves. */
export const FINE_TOLERANCE = 0.5;

const LOW = -BUFFER;
const HIGH = EXTENT + BUFFER;

/**
 * Moves a geometry into a tile: units, clipped to the buffer, simplified, rounded. The coordinates are
 * changed in place. Undefined when nothing of it is left to see.
 */
export function shapeOf(geometry: Geometry, window: TileWindow, tolerance: number): Shape | undefined {
  switch (geometry.kind) {
    case 'point':
      return some(POINT, pointParts(geometry.points, window));
    case 'line':
      return some(
        LINE,
        geometry.lines.flatMap(line => lineParts(line, window, tolerance)),
      );
    case 'polygon':
      return some(
        POLYGON,
        geometry.polygons.flatMap(rings => polygonParts(rings, window, tolerance)),
      );
  }
}

function some(type: Shape['type'], parts: number[][]): Shape | undefined {
  return parts.length > 0 ? { type, parts } : undefined;
}

/** A point belongs to exactly one tile: labels and circles are drawn over the border anyway. */
function pointParts(points: Coordinates, window: TileWindow): number[][] {
  toUnits(points, window);
  const kept: number[] = [];
  for (let index = 0; index < points.length; index += 2) {
    const x = rounded(points[index]!);
    const y = rounded(points[index + 1]!);
    if (x >= 0 && x < EXTENT && y >= 0 && y < EXTENT) kept.push(x, y);
  }
  return kept.length > 0 ? [kept] : [];
}

function lineParts(line: Coordinates, window: TileWindow, tolerance: number): number[][] {
  const inside = toUnits(line, window);
  if (inside === 'outside') return [];
  const pieces = inside === 'inside' ? [line] : clipLine(line, LOW, HIGH);
  return pieces.map(piece => wholeUnits(simplify(piece, tolerance))).filter(piece => piece.length > 2);
}

function polygonParts(rings: readonly Coordinates[], window: TileWindow, tolerance: number): number[][] {
  const parts: number[][] = [];
  let area = 0;
  for (const ring of rings) {
    const part = ringPart(ring, window, tolerance);
    const outer = ring === rings[0];
    if (part !== undefined) {
      const signed = ringArea(part);
      if (signed > 0 !== outer) turn(part);
      parts.push(part);
      area += outer ? Math.abs(signed) : -Math.abs(signed);
    } else if (outer) return [];
  }
  // A tile that lies wholly in a hole has the square twice, once as ring and once as hole.
  return area >= 1 ? parts : [];
}

function ringPart(ring: Coordinates, window: TileWindow, tolerance: number): number[] | undefined {
  const inside = toUnits(ring, window);
  if (inside === 'outside') return undefined;
  const closed = inside === 'inside' ? ring : closedRing(clipRing(ring, LOW, HIGH));
  if (Math.abs(ringArea(closed)) < LEAST_AREA) return undefined;
  const simplified = openRing(wholeUnits(simplify(closed, tolerance)));
  // A narrow ring may fold up; then it is shown with all its corners.
  const part = ringArea(simplified) === 0 ? openRing(wholeUnits(closed)) : simplified;
  return ringArea(part) === 0 ? undefined : part;
}

function closedRing(ring: number[]): number[] {
  if (ring.length > 0) ring.push(ring[0]!, ring[1]!);
  return ring;
}

/** Twice-signed area halved (surveyor's formula); positive is clockwise on a screen, where y points down. */
export function ringArea(ring: ArrayLike<number>): number {
  let twice = 0;
  const length = ring.length;
  for (let index = 0, before = length - 2; index < length; before = index, index += 2) {
    twice += ring[before]! * ring[index + 1]! - ring[index]! * ring[before + 1]!;
  }
  return twice / 2;
}

/** The same ring the other way round, in place. */
function turn(ring: number[]): void {
  ring.reverse();
  for (let index = 0; index < ring.length; index += 2) {
    const y = ring[index]!;
    ring[index] = ring[index + 1]!;
    ring[index + 1] = y;
  }
}

/** Metres in EPSG:3857 to units of the tile, in place; tells where the box of it all lies. */
function toUnits(line: Coordinates, window: TileWindow): 'inside' | 'outside' | 'crossing' {
  const { west, north } = window;
  const scale = 1 / window.unit;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let index = 0; index < line.length; index += 2) {
    const x = (line[index]! - west) * scale;
    const y = (north - line[index + 1]!) * scale;
    line[index] = x;
    line[index + 1] = y;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  if (left >= LOW && top >= LOW && right <= HIGH && bottom <= HIGH) return 'inside';
  return right < LOW || bottom < LOW || left > HIGH || top > HIGH ? 'outside' : 'crossing';
}

/** Never -0, which would be another key in a set of positions. */
function rounded(value: number): number {
  return Math.round(value) + 0;
}

/** Rounded, without a position that repeats the one before it. */
function wholeUnits(line: ArrayLike<number>): number[] {
  const whole: number[] = [];
  for (let index = 0; index < line.length; index += 2) {
    const x = rounded(line[index]!);
    const y = rounded(line[index + 1]!);
    const end = whole.length;
    if (end === 0 || whole[end - 2] !== x || whole[end - 1] !== y) whole.push(x, y);
  }
  return whole;
}

/** Without the closing position, in place. */
function openRing(ring: number[]): number[] {
  const end = ring.length;
  if (end > 2 && ring[0] === ring[end - 2] && ring[1] === ring[end - 1]) ring.length = end - 2;
  return ring;
}
