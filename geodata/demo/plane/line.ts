import { add, cross, direction, distance, left, mix, type Point, scale, subtract } from './point.ts';
import { type Box, boxOf, contains, counterClockwise, type Ring } from './ring.ts';

/** A street, a ditch, a railway: points in order. */
export type Line = readonly Point[];

/** Length in metres. */
export function lengthOf(line: Line): number {
  let length = 0;
  for (let index = 1; index < line.length; index += 1) length += distance(line[index - 1]!, line[index]!);
  return length;
}

/** A place along a line and the direction in which the line runs there. */
export interface Station {
  point: Point;
  along: Point;
}

/** Station at a distance from the start; beyond the ends the first or last one. */
export function stationAt(line: Line, metres: number): Station {
  let rest = Math.max(metres, 0);
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1]!, line[index]!];
    const length = distance(from, to);
    if (rest <= length || index === line.length - 1)
      return {
        point: mix(from, to, length === 0 ? 0 : Math.min(rest / length, 1)),
        along: direction(from, to),
      };
    rest -= length;
  }
  return { point: line[0]!, along: [1, 0] };
}

/** Part of a line between two distances from its start. */
export function part(line: Line, from: number, to: number): Line {
  const result: Point[] = [stationAt(line, from).point];
  let passed = 0;
  for (let index = 1; index < line.length; index += 1) {
    passed += distance(line[index - 1]!, line[index]!);
    if (passed > from + 0.01 && passed < to - 0.01) result.push(line[index]!);
  }
  result.push(stationAt(line, to).point);
  return result;
}

function spline(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const at = (p: number, q: number, r: number, s: number) =>
    0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t * t * t);
  return [at(a[0], b[0], c[0], d[0]), at(a[1], b[1], c[1], d[1])];
}

/** Curve through all points (uniform Catmull-Rom), a point about every `step` metres. */
export function smooth(points: Line, step = 12): Line {
  const result: Point[] = [points[0]!];
  for (let index = 0; index < points.length - 1; index += 1) {
    const [from, to] = [points[index]!, points[index + 1]!];
    const before = points[index - 1] ?? subtract(scale(from, 2), to);
    const after = points[index + 2] ?? subtract(scale(to, 2), from);
    const pieces = Math.max(1, Math.round(distance(from, to) / step));
    for (let piece = 1; piece <= pieces; piece += 1)
      result.push(spline(before, from, to, after, piece / pieces));
  }
  return result;
}

/** Closed curve through all points, as a ring. */
export function smoothRing(points: Ring, step = 12): Ring {
  const around = [points.at(-1)!, ...points, points[0]!, points[1]!];
  const [start, end] = [points[0]!, points.at(-1)!];
  const curve = smooth(around, step);
  const first = curve.findIndex(point => distance(point, start) < 1e-6);
  const last = curve.findIndex((point, index) => index > first && distance(point, end) < 1e-6);
  const closing = curve.slice(
    last + 1,
    curve.findIndex((p, i) => i > last && distance(p, start) < 1e-6),
  );
  return [...curve.slice(first, last + 1), ...closing];
}

/** The line moved sideways: positive to the left. Bends must be wider than the distance. */
export function shifted(line: Line, by: number): Line {
  return line.map((point, index) => {
    const before = direction(line[Math.max(index - 1, 0)]!, line[Math.max(index, 1)]!);
    const after = direction(
      line[Math.min(index, line.length - 2)]!,
      line[Math.min(index + 1, line.length - 1)]!,
    );
    const sum = add(before, after);
    const middle = direction([0, 0], sum);
    const stretch = Math.min(1 / Math.max(Math.hypot(sum[0], sum[1]) / 2, 0.3), 2);
    return add(point, scale(left(middle), by * stretch));
  });
}

/** Outline of a line of some width: a canal, a quay. */
export function band(line: Line, halfWidth: number): Ring {
  return [...shifted(line, -halfWidth), ...shifted(line, halfWidth).toReversed()];
}

function crossings(from: Point, to: Point, ring: Ring): number[] {
  const edge = subtract(to, from);
  const found: number[] = [];
  for (let index = 0; index < ring.length; index += 1) {
    const start = ring[index]!;
    const end = ring[(index + 1) % ring.length]!;
    if (apart(from, to, start, end)) continue;
    const side = subtract(end, start);
    const turn = cross(edge, side);
    if (Math.abs(turn) < 1e-9) continue;
    const along = cross(subtract(start, from), side) / turn;
    const across = cross(subtract(start, from), edge) / turn;
    if (along > 0 && along < 1 && across >= 0 && across < 1) found.push(along);
  }
  return found.sort((a, b) => a - b);
}

/** Whether two boxes have anything in common. */
const meet = (a: Box, b: Box): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** Pieces of a line that lie inside (or outside) a ring, split exactly where it crosses. */
export function pieces(line: Line, ring: Ring, inside: boolean): Line[] {
  if (!meet(boxOf(line), boxOf(ring))) return inside ? [] : [line];
  const result: Point[][] = [];
  let current: Point[] = [];
  for (let index = 1; index < line.length; index += 1) {
    const [from, to] = [line[index - 1]!, line[index]!];
    const stops = [0, ...crossings(from, to, ring), 1];
    for (let stop = 1; stop < stops.length; stop += 1) {
      const a = mix(from, to, stops[stop - 1]!);
      const b = mix(from, to, stops[stop]!);
      if (contains(ring, mix(a, b, 0.5)) === inside) current.push(...(current.length === 0 ? [a, b] : [b]));
      else if (current.length > 0) {
        result.push(current);
        current = [];
      }
    }
  }
  if (current.length > 0) result.push(current);
  return result.filter(piece => lengthOf(piece) > 1);
}

/** Whether two segments lie wholly beside each other: most do, and need no further look. */
function apart(a: Point, b: Point, c: Point, d: Point): boolean {
  return (
    Math.max(a[0], b[0]) < Math.min(c[0], d[0]) ||
    Math.max(c[0], d[0]) < Math.min(a[0], b[0]) ||
    Math.max(a[1], b[1]) < Math.min(c[1], d[1]) ||
    Math.max(c[1], d[1]) < Math.min(a[1], b[1])
  );
}

/** Where two lines cross, in the order of the first; at most one place per pair of segments. */
export function meetings(a: Line, b: Line): Point[] {
  const found: Point[] = [];
  for (let index = 1; index < a.length; index += 1)
    for (let other = 1; other < b.length; other += 1) {
      const [from, start] = [a[index - 1]!, b[other - 1]!];
      if (apart(from, a[index]!, start, b[other]!)) continue;
      const [edge, side] = [subtract(a[index]!, from), subtract(b[other]!, start)];
      const turn = cross(edge, side);
      if (Math.abs(turn) < 1e-9) continue;
      const along = cross(subtract(start, from), side) / turn;
      const across = cross(subtract(start, from), edge) / turn;
      if (along >= 0 && along <= 1 && across >= 0 && across <= 1) found.push(mix(from, a[index]!, along));
    }
  return found;
}

/** Distance from a point to a line, and how far along it the nearest place is. */
export function nearest(line: Line, point: Point): { distance: number; along: number } {
  const [px, py] = point;
  let [least, best, passed] = [Infinity, 0, 0];
  for (let index = 1; index < line.length; index += 1) {
    const [ax, ay] = line[index - 1]!;
    const [bx, by] = line[index]!;
    const [dx, dy] = [bx - ax, by - ay];
    const square = dx * dx + dy * dy;
    const length = Math.sqrt(square);
    const share = square === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square;
    const kept = share < 0 ? 0 : share > 1 ? 1 : share;
    const away = (px - ax - dx * kept) ** 2 + (py - ay - dy * kept) ** 2;
    if (away < least) {
      least = away;
      best = passed + kept * length;
    }
    passed += length;
  }
  return { distance: Math.sqrt(least), along: best };
}

/** Ring moved inwards; corners that would fold over are left out. Empty when nothing is left. */
export function shrunk(anyway: Ring, by: number): Ring {
  const ring = counterClockwise(anyway);
  const closed = [...ring, ring[0]!];
  const inner = shifted(densified(closed, 15), by).filter(
    point => contains(ring, point) && nearest(closed, point).distance > by * 0.93,
  );
  if (inner.length < 4) return [];
  return unfolded(inner.filter((point, index) => distance(point, inner[(index + 1) % inner.length]!) > 3));
}

/** Points over which a moved outline may have folded at a sharp corner. */
const FOLD = 12;

/** The ring without the small loops that moving it left at sharp corners. */
function unfolded(ring: Ring): Ring {
  for (let index = 0; index < ring.length; index += 1) {
    const turned = [...ring.slice(index), ...ring.slice(0, index)];
    for (let other = Math.min(FOLD, turned.length - 2); other > 1; other -= 1) {
      const [crossing] = meetings(turned.slice(0, 2), turned.slice(other, other + 2));
      if (crossing !== undefined) return unfolded([crossing, ...turned.slice(other + 1)]);
    }
  }
  return ring;
}

/** The same line with a point at least every `step` metres. */
export function densified(line: Line, step: number): Line {
  return line.flatMap((point, index) => {
    const next = line[index + 1];
    if (next === undefined) return [point];
    const pieces = Math.max(1, Math.ceil(distance(point, next) / step));
    return Array.from({ length: pieces }, (_, piece) => mix(point, next, piece / pieces));
  });
}

/** Whether two simple rings, of any shape, have ground in common. */
export function shareGround(a: Ring, b: Ring): boolean {
  return (
    a.some(point => contains(b, point)) ||
    b.some(point => contains(a, point)) ||
    meetings([...a, a[0]!], [...b, b[0]!]).length > 0
  );
}
