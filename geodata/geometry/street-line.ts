import { type Edge, edgeLength, type Position } from './frontage.ts';

/** Where a point lies beside a line. */
export interface Beside {
  /** Metres along the line to the nearest point on it. */
  along: number;
  /** Metres from the line. */
  distance: number;
  /** 1 to the left of the line's direction, -1 to the right (also on the line itself). */
  hand: 1 | -1;
}

/** A mitre at a sharp bend is cut at this many times the offset. */
const LONGEST_MITRE = 2;

const edgesOf = (line: readonly Position[]): Edge[] =>
  line.slice(1).map((end, index) => [line[index]!, end] as const);

/** Metres from end to end along a line. */
export function lineLength(line: readonly Position[]): number {
  return edgesOf(line).reduce((total, edge) => total + edgeLength(edge), 0);
}

/** Where a point lies beside a line. @throws RangeError for a line of less than two positions */
export function besideLine(point: Position, line: readonly Position[]): Beside {
  let best: Beside | undefined;
  let passed = 0;
  for (const edge of edgesOf(line)) {
    const [a, b] = edge;
    const length = edgeLength(edge);
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const [px, py] = [point[0] - a[0], point[1] - a[1]];
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / (length * length)));
    const distance = Math.hypot(px - share * dx, py - share * dy);
    if (best === undefined || distance < best.distance)
      best = { along: passed + share * length, distance, hand: dx * py - dy * px > 0 ? 1 : -1 };
    passed += length;
  }
  if (best === undefined) throw new RangeError('a line has at least two positions');
  return best;
}

/** The part of a line between two distances along it, metres; those beyond its ends are its ends. */
export function partOfLine(line: readonly Position[], from: number, to: number): Position[] {
  const part: Position[] = [];
  let passed = 0;
  for (const edge of edgesOf(line)) {
    const length = edgeLength(edge);
    const [begin, end] = [Math.max(from, passed), Math.min(to, passed + length)];
    if (length > 0 && begin < end) {
      if (part.length === 0) part.push(pointOn(edge, (begin - passed) / length));
      part.push(pointOn(edge, (end - passed) / length));
    }
    passed += length;
  }
  return part;
}

function pointOn([a, b]: Edge, share: number): Position {
  return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
}

/**
 * A line beside another: to its left for a positive offset, to its right for a negative one. Bends are
 * mitred: each position moves along the bisector of its two normals, so that both parts stay at the offset.
 * Positions in the same place twice are one.
 */
export function offsetLine(line: readonly Position[], metres: number): Position[] {
  const bends = line.filter((position, index) => index === 0 || edgeLength([line[index - 1]!, position]) > 0);
  if (bends.length < 2) return [];
  const normals = edgesOf(bends).map((edge): Position => {
    const [a, b] = edge;
    const length = edgeLength(edge);
    return [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  });
  return bends.map((position, index): Position => {
    const before = normals[Math.max(index - 1, 0)]!;
    const after = normals[Math.min(index, normals.length - 1)]!;
    const [x, y] = [before[0] + after[0], before[1] + after[1]];
    const square = x * x + y * y;
    // |bisector| = 2 cos(half the bend), and the mitre is offset / cos: bisector * 2 / |bisector|^2.
    const stretch = square === 0 ? 0 : Math.min(2 / square, LONGEST_MITRE / Math.sqrt(square));
    return [position[0] + metres * x * stretch, position[1] + metres * y * stretch];
  });
}
