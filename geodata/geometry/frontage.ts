/**
 * Which part of a building's outline is its front on a street. The rule: an edge of the outer ring counts
 * when the nearest point of the street lies within 30 m of its middle, in front of it (at most 45 degrees
 * off its outward normal), and nothing of the same building stands between. Party walls, back walls and
 * courtyards fall away by themselves; a building on a corner has its front on the street of its address.
 */
export type Position = readonly [number, number];
export type Edge = readonly [Position, Position];

/** Metres from wall to street line beyond which a wall does not front it. */
const REACH = 30;
const LEAST_COSINE = Math.SQRT1_2;
/** Shorter edges are drawing noise. */
const LEAST_LENGTH = 0.1;

/** Length of an edge, metres. */
export function edgeLength([a, b]: Edge): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** The edges of a ring or line, in order. */
function edgesOf(positions: readonly Position[]): Edge[] {
  return positions.slice(1).map((end, index) => [positions[index]!, end]);
}

/** Nearest point of a segment to a point. */
function nearestOnEdge(point: Position, [a, b]: Edge): Position {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square;
  const t = Math.max(0, Math.min(1, along));
  return [a[0] + t * dx, a[1] + t * dy];
}

function nearest(point: Position, edges: readonly Edge[]): Position | undefined {
  let best: Position | undefined;
  let least = REACH;
  for (const edge of edges) {
    const candidate = nearestOnEdge(point, edge);
    const distance = edgeLength([point, candidate]);
    if (distance > least) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

const turn = (a: Position, b: Position, c: Position): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Whether two segments properly cross. */
function cross([a, b]: Edge, [c, d]: Edge): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

/** True when the ring runs counter-clockwise. */
function isCounterClockwise(ring: readonly Position[]): boolean {
  return edgesOf(ring).reduce((sum, [a, b]) => sum + a[0] * b[1] - b[0] * a[1], 0) > 0;
}

/**
 * Edges of a building's outer ring that front a street.
 * @param ring closed, metres (RD), either direction
 * @param lines of the street, metres (RD)
 */
export function frontEdges(ring: readonly Position[], lines: readonly (readonly Position[])[]): Edge[] {
  const street = lines.flatMap(edgesOf);
  const walls = edgesOf(ring);
  const outward = isCounterClockwise(ring) ? 1 : -1;
  return walls.filter(wall => {
    const length = edgeLength(wall);
    if (length < LEAST_LENGTH) return false;
    const [a, b] = wall;
    const middle: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const target = nearest(middle, street);
    if (target === undefined) return false;
    const distance = edgeLength([middle, target]);
    const facing = (b[1] - a[1]) * (target[0] - middle[0]) - (b[0] - a[0]) * (target[1] - middle[1]);
    if (outward * facing < LEAST_COSINE * length * distance || distance === 0) return false;
    return !walls.some(other => other !== wall && cross([middle, target], other));
  });
}
