/**
 * Clipping to a square from `low` to `high` on both axes. Positions are flat x, y pairs. Whether a
 * ring repeats its first position at the end makes no difference.
 */

/**
 * The part of a ring inside the square: Sutherland and Hodgman (1974), one edge of the square after the
 * other. A ring that falls apart comes back as one, joined along the edge by lines without area; its signed
 * area is exactly that of the part inside. Empty when nothing is inside.
 */
export function clipRing(ring: ArrayLike<number>, low: number, high: number): number[] {
  const west = clipRingEdge(ring, 0, 1, low);
  const east = clipRingEdge(west, 0, -1, -high);
  const north = clipRingEdge(east, 1, 1, low);
  return clipRingEdge(north, 1, -1, -high);
}

/** Keeps what has `sign * coordinate >= bound` on the given axis (0: x, 1: y). */
function clipRingEdge(ring: ArrayLike<number>, axis: 0 | 1, sign: 1 | -1, bound: number): number[] {
  const kept: number[] = [];
  const length = ring.length;
  if (length === 0) return kept;
  let fromX = ring[length - 2]!;
  let fromY = ring[length - 1]!;
  let from = sign * (axis === 0 ? fromX : fromY) - bound;
  for (let index = 0; index < length; index += 2) {
    const x = ring[index]!;
    const y = ring[index + 1]!;
    const to = sign * (axis === 0 ? x : y) - bound;
    if (from < 0 !== to < 0) {
      const part = from / (from - to);
      // The crossing lies on the edge to the last bit, or it would stick out by a rounding error.
      if (axis === 0) kept.push(sign * bound, fromY + part * (y - fromY));
      else kept.push(fromX + part * (x - fromX), sign * bound);
    }
    if (to >= 0) kept.push(x, y);
    fromX = x;
    fromY = y;
    from = to;
  }
  return kept;
}

/** The pieces of a line inside the square (Liang and Barsky, 1984, for each segment); none when outside. */
export function clipLine(line: ArrayLike<number>, low: number, high: number): number[][] {
  const pieces: number[][] = [];
  let piece: number[] | undefined;
  for (let index = 2; index < line.length; index += 2) {
    const [x, y, nextX, nextY] = [line[index - 2]!, line[index - 1]!, line[index]!, line[index + 1]!];
    const span = insideSpan(x, y, nextX - x, nextY - y, low, high);
    if (span === undefined) {
      piece = undefined;
      continue;
    }
    const [enters, leaves] = span;
    if (piece === undefined || enters > 0) {
      piece = [x + enters * (nextX - x), y + enters * (nextY - y)];
      pieces.push(piece);
    }
    if (leaves < 1) piece.push(x + leaves * (nextX - x), y + leaves * (nextY - y));
    else piece.push(nextX, nextY);
    if (leaves < 1) piece = undefined;
  }
  return pieces;
}

/** From which to which part of its length (0 to 1) a segment is inside; undefined when nowhere. */
function insideSpan(
  x: number,
  y: number,
  deltaX: number,
  deltaY: number,
  low: number,
  high: number,
): [number, number] | undefined {
  let enters = 0;
  let leaves = 1;
  for (const [start, delta] of [
    [x, deltaX],
    [y, deltaY],
  ] as const) {
    if (delta === 0) {
      if (start < low || start > high) return undefined;
      continue;
    }
    const a = (low - start) / delta;
    const b = (high - start) / delta;
    enters = Math.max(enters, Math.min(a, b));
    leaves = Math.min(leaves, Math.max(a, b));
  }
  return enters <= leaves ? [enters, leaves] : undefined;
}
