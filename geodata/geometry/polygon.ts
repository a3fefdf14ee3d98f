import { isInside, type Ring } from './ring.ts';

/** Vertices that a drawn place may have, over all rings. */
export const MOST_VERTICES = 10_000;
/** The Netherlands with the sea along the coast, degrees: west, south, east, north. */
const ENVELOPE = [2.5, 50.6, 7.4, 53.8] as const;

interface Segment {
  ring: number;
  /** Number within the ring, and how many the ring has: neighbours share an end. */
  index: number;
  count: number;
  from: readonly [number, number];
  to: readonly [number, number];
  west: number;
  east: number;
}

function segmentsOf(ring: Ring, number: number): Segment[] {
  // Two equal vertices in a row make no segment.
  const vertices = ring.filter((vertex, index) => {
    const before = ring[index - 1];
    return before === undefined || vertex[0] !== before[0] || vertex[1] !== before[1];
  });
  const count = vertices.length - 1;
  return vertices.slice(1).map((to, index) => {
    const from = vertices[index]!;
    const [west, east] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
    return { ring: number, index, count, from, to, west, east };
  });
}

type Vertex = Segment['from'];

/** Twice the signed area of a triangle: its sign says on which side of a-b the point c lies. */
function side(a: Vertex, b: Vertex, c: Vertex): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function between(a: Vertex, b: Vertex, c: Vertex): boolean {
  const inside = (axis: 0 | 1) =>
    Math.min(a[axis], b[axis]) <= c[axis] && c[axis] <= Math.max(a[axis], b[axis]);
  return inside(0) && inside(1);
}

/** True when two segments share any point. */
function meet(p: Segment, q: Segment): boolean {
  const [a, b] = [side(p.from, p.to, q.from), side(p.from, p.to, q.to)];
  const [c, d] = [side(q.from, q.to, p.from), side(q.from, q.to, p.to)];
  if (a * b < 0 && c * d < 0) return true;
  return (
    (a === 0 && between(p.from, p.to, q.from)) ||
    (b === 0 && between(p.from, p.to, q.to)) ||
    (c === 0 && between(q.from, q.to, p.from)) ||
    (d === 0 && between(q.from, q.to, p.to))
  );
}

/** Neighbours share an end; more only when one runs back over the other. */
function runsBack(first: Segment, second: Segment): boolean {
  if (side(first.from, first.to, second.to) !== 0) return false;
  const along = (axis: 0 | 1) => (first.to[axis] - first.from[axis]) * (second.to[axis] - second.from[axis]);
  return along(0) + along(1) < 0;
}

function collide(p: Segment, q: Segment): boolean {
  if (p.ring === q.ring && (p.index + 1) % p.count === q.index) return runsBack(p, q);
  if (p.ring === q.ring && (q.index + 1) % q.count === p.index) return runsBack(q, p);
  return meet(p, q);
}

/** Doubles per segment in a sweep: its ends, then its box. */
const STRIDE = 8;

/** Segments from west to east as rows of doubles: a drawing may ask for tens of millions of comparisons. */
function rowsOf(segments: readonly Segment[]): Float64Array {
  const rows = new Float64Array(segments.length * STRIDE);
  segments.forEach(({ from, to, west, east }, index) => {
    const [south, north] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
    rows.set([...from, ...to, west, east, south, north], index * STRIDE);
  });
  return rows;
}

/** Whether two segments lie apart for sure: their boxes do, or one lies on one side of the other. Offsets in rows. */
function areApart(rows: Float64Array, p: number, q: number): boolean {
  if (rows[p + 7]! < rows[q + 6]! || rows[q + 7]! < rows[p + 6]!) return true;
  const [x, y] = [rows[p]!, rows[p + 1]!];
  const alongX = rows[p + 2]! - x;
  const alongY = rows[p + 3]! - y;
  const a = alongX * (rows[q + 1]! - y) - alongY * (rows[q]! - x);
  const b = alongX * (rows[q + 3]! - y) - alongY * (rows[q + 2]! - x);
  return (a > 0 && b > 0) || (a < 0 && b < 0);
}

/** True when any two segments share more than the end that neighbours share; a sweep from west to east. */
export function crossesItself(rings: readonly Ring[]): boolean {
  const segments = rings.flatMap(segmentsOf).sort((p, q) => p.west - q.west);
  const rows = rowsOf(segments);
  const active = new Int32Array(segments.length);
  let count = 0;
  for (let index = 0; index < segments.length; index++) {
    const row = index * STRIDE;
    // What lies west of here is dropped in place: of a comb every tooth stays in to the end.
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const other = active[at]!;
      if (rows[other * STRIDE + 5]! < rows[row + 4]!) continue;
      active[kept++] = other;
      if (areApart(rows, other * STRIDE, row)) continue;
      if (collide(segments[other]!, segments[index]!)) return true;
    }
    count = kept;
    active[count++] = index;
  }
  return false;
}

function isClosed(ring: Ring): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && first[0] === last?.[0] && first[1] === last[1];
}

function inNetherlands([x, y]: Vertex): boolean {
  const [west, south, east, north] = ENVELOPE;
  return x >= west && x <= east && y >= south && y <= north;
}

/** What can be wrong with a polygon, the first that holds. */
export type PolygonFault = 'empty' | 'vertices' | 'open' | 'abroad' | 'flat' | 'crossing' | 'hole';

/**
 * What is wrong with a polygon that a person drew; undefined when no geometry engine would stumble over it.
 * @param rings the outline and its holes, degrees
 */
export function polygonFault(rings: readonly Ring[]): PolygonFault | undefined {
  const [shell, ...holes] = rings;
  if (shell === undefined) return 'empty';
  if (rings.flat().length > MOST_VERTICES) return 'vertices';
  if (!rings.every(isClosed)) return 'open';
  if (!rings.flat().every(inNetherlands)) return 'abroad';
  if (rings.some((ring, number) => segmentsOf(ring, number).length < 3)) return 'flat';
  if (crossesItself(rings)) return 'crossing';
  if (!holes.every(hole => isInside([shell], ...hole[0]!))) return 'hole';
  return undefined;
}
