import { add, cross, dot, left, mix, type Point, polar, scale, subtract } from './point.ts';

/** Outline of an area: counter-clockwise, the first point not repeated at the end. */
export type Ring = readonly Point[];

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

/** Area in m2, negative when the ring runs clockwise. */
export function areaOf(ring: Ring): number {
  let twice = 0;
  for (let index = 0; index < ring.length; index += 1)
    twice += cross(ring[index]!, ring[(index + 1) % ring.length]!);
  return twice / 2;
}

/** The same ring, running counter-clockwise. */
export function counterClockwise(ring: Ring): Ring {
  return areaOf(ring) < 0 ? ring.toReversed() : ring;
}

/** Mean of the corners: inside a convex ring, near the middle of any. */
export function middleOf(ring: Ring): Point {
  const sum = ring.reduce<Point>((total, point) => add(total, point), [0, 0]);
  return scale(sum, 1 / ring.length);
}

/** Smallest box around points. */
export function boxOf(ring: Ring): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return [west, south, east, north];
}

/** Whether a point lies in any simple ring (even-odd rule). */
export function contains(ring: Ring, point: Point): boolean {
  let inside = false;
  for (let index = 0, last = ring.length - 1; index < ring.length; last = index, index += 1) {
    const [x, y] = ring[index]!;
    const [px, py] = ring[last]!;
    if (y > point[1] !== py > point[1] && point[0] < ((px - x) * (point[1] - y)) / (py - y) + x)
      inside = !inside;
  }
  return inside;
}

/** Part of a convex ring left of the line through `at` with direction `along`; empty when nothing is. */
export function clip(ring: Ring, at: Point, along: Point): Ring {
  const result: Point[] = [];
  for (let index = 0; index < ring.length; index += 1) {
    const from = ring[index]!;
    const to = ring[(index + 1) % ring.length]!;
    const here = cross(along, subtract(from, at));
    const there = cross(along, subtract(to, at));
    if (here >= 0) result.push(from);
    if ((here > 0 && there < 0) || (here < 0 && there > 0)) result.push(mix(from, to, here / (here - there)));
  }
  return result.length < 3 ? [] : result;
}

/** Slack below which two rings that touch do not count as overlapping, metres. */
const SLACK = 0.004;

function parted(a: Ring, b: Ring): boolean {
  for (let index = 0; index < a.length; index += 1) {
    const from = a[index]!;
    const edge = subtract(a[(index + 1) % a.length]!, from);
    const length = Math.hypot(edge[0], edge[1]);
    if (length < 1e-6) continue;
    let nearest = -Infinity;
    for (const point of b) {
      const inwards = cross(edge, subtract(point, from));
      if (inwards > nearest) nearest = inwards;
    }
    if (nearest <= SLACK * length) return true;
  }
  return false;
}

/** Whether two convex, counter-clockwise rings have more than a shared edge in common (separating axes). */
export function overlap(a: Ring, b: Ring): boolean {
  return !parted(a, b) && !parted(b, a);
}

/** Convex ring with every edge moved inwards by a distance; empty when nothing is left. */
export function inset(ring: Ring, by: number): Ring {
  let result = ring;
  for (let index = 0; index < ring.length && result.length > 0; index += 1) {
    const from = ring[index]!;
    const edge = subtract(ring[(index + 1) % ring.length]!, from);
    const length = Math.hypot(edge[0], edge[1]);
    if (length < 1e-6) continue;
    result = clip(result, add(from, scale(left(edge), by / length)), edge);
  }
  return result;
}

/** Rectangle around a centre; `along` is the direction of its width. */
export function rectangle(centre: Point, along: Point, width: number, depth: number): Ring {
  const side = scale(along, width / 2);
  const back = scale(left(along), depth / 2);
  return [
    subtract(subtract(centre, side), back),
    subtract(add(centre, side), back),
    add(add(centre, side), back),
    add(subtract(centre, side), back),
  ];
}

/** Polygon of many equal sides. */
export function disc(centre: Point, radius: number, sides = 16): Ring {
  return Array.from({ length: sides }, (_, index) => polar(centre, (index * 360) / sides, radius));
}

/** Extent of a ring along a direction: lowest and highest dot product. */
export function spanOf(ring: Ring, along: Point): [number, number] {
  const values = ring.map(point => dot(point, along));
  return [Math.min(...values), Math.max(...values)];
}
