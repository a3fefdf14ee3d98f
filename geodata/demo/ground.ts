import type { Line } from './plane/line.ts';
import { add, direction, distance, left, type Point, scale, subtract } from './plane/point.ts';
import { areaOf, boxOf, clip, contains, overlap, type Ring, rectangle } from './plane/ring.ts';

/** What already lies on a piece of ground. */
export type Occupant = 'water' | 'rail' | 'road' | 'plot' | 'green';

/** A convex piece of occupied ground. */
export interface Piece {
  ring: Ring;
  occupant: Occupant;
}

/** Metres per square of the index: about the size of a plot. */
const SQUARE = 24;

/**
 * The ground that is taken, in an index of squares. Everything that is laid out asks here first, which is
 * why nothing in the town stands on anything else. All pieces are convex.
 */
export class Ground {
  readonly #squares = new Map<number, Piece[]>();

  #keys(ring: Ring): number[] {
    const [west, south, east, north] = boxOf(ring);
    const keys: number[] = [];
    for (let x = Math.floor(west / SQUARE); x <= Math.floor(east / SQUARE); x += 1)
      for (let y = Math.floor(south / SQUARE); y <= Math.floor(north / SQUARE); y += 1)
        keys.push((x + 5000) * 10000 + y + 5000);
    return keys;
  }

  /** Takes a convex, counter-clockwise piece of ground. */
  take(ring: Ring, occupant: Occupant): void {
    const piece = { ring, occupant };
    for (const key of this.#keys(ring)) {
      const square = this.#squares.get(key);
      if (square === undefined) this.#squares.set(key, [piece]);
      else square.push(piece);
    }
  }

  /** Takes a strip along a line; the ends are drawn out a little so that bends leave no gap. */
  takeLine(line: Line, halfWidth: number, occupant: Occupant): void {
    for (let index = 1; index < line.length; index += 1) {
      const [from, to] = [line[index - 1]!, line[index]!];
      if (distance(from, to) < 0.01) continue;
      const along = scale(direction(from, to), Math.min(halfWidth * 0.25, 1.5));
      const side = scale(left(direction(from, to)), halfWidth);
      const [a, b] = [subtract(from, along), add(to, along)];
      this.take([subtract(a, side), subtract(b, side), add(b, side), add(a, side)], occupant);
    }
  }

  /** Takes a ring of any shape: its edge and, in squares, what lies within. */
  takeArea(ring: Ring, occupant: Occupant): void {
    this.takeLine([...ring, ring[0]!], 2, occupant);
    const [west, south, east, north] = boxOf(ring);
    const size = 7;
    for (let x = west; x < east; x += size)
      for (let y = south; y < north; y += size)
        if (contains(ring, [x + size / 2, y + size / 2]))
          this.take(rectangle([x + size / 2, y + size / 2], [1, 0], size, size), occupant);
  }

  /** Pieces that overlap a convex ring, of the given kinds (all when none is named). */
  blockers(ring: Ring, kinds?: readonly Occupant[]): Piece[] {
    const found = new Set<Piece>();
    for (const key of this.#keys(ring))
      for (const piece of this.#squares.get(key) ?? [])
        if (!found.has(piece) && (kinds?.includes(piece.occupant) ?? true) && overlap(ring, piece.ring))
          found.add(piece);
    return [...found];
  }

  isFree(ring: Ring, kinds?: readonly Occupant[]): boolean {
    for (const key of this.#keys(ring))
      for (const piece of this.#squares.get(key) ?? [])
        if ((kinds?.includes(piece.occupant) ?? true) && overlap(ring, piece.ring)) return false;
    return true;
  }

  /**
   * What is left of a convex ring when everything it meets is cut off, each along the edge that costs
   * least: how a plot fits itself in between its neighbours. Empty when less than `least` m2 is left.
   */
  carve(ring: Ring, least: number): Ring {
    let result = ring;
    for (const piece of this.blockers(ring)) {
      if (result.length === 0 || areaOf(result) < least) return [];
      if (overlap(result, piece.ring)) result = cutAlong(result, piece.ring);
    }
    return result.length > 0 && areaOf(result) >= least && this.isFree(result) ? result : [];
  }
}

function cutAlong(ring: Ring, obstacle: Ring): Ring {
  let best: Ring = [];
  let most = 0;
  for (let index = 0; index < obstacle.length; index += 1) {
    const from: Point = obstacle[index]!;
    const edge = subtract(obstacle[(index + 1) % obstacle.length]!, from);
    if (Math.hypot(edge[0], edge[1]) < 0.05) continue;
    const rest = clip(ring, from, scale(edge, -1));
    const area = rest.length === 0 ? 0 : areaOf(rest);
    if (area > most) [best, most] = [rest, area];
  }
  return best;
}
