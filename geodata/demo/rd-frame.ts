import { MARKET_RD } from './plan/frame.ts';
import type { Line } from './plane/line.ts';
import { type Point, polar } from './plane/point.ts';
import { counterClockwise, type Ring } from './plane/ring.ts';
import type { Polygon, Position } from './town.ts';

/** The town lies askew, as towns do: degrees by which the plan is turned counter-clockwise. */
const TURN = 17;
const [COSINE, SINE] = polar([0, 0], TURN, 1);

/** A place of the plan in RD New, rounded to millimetres. */
export function toRd([x, y]: Point): Position {
  const millimetres = (value: number) => Math.round(value * 1000) / 1000;
  return [
    millimetres(MARKET_RD[0] + x * COSINE - y * SINE),
    millimetres(MARKET_RD[1] + x * SINE + y * COSINE),
  ];
}

/** A line of the plan in RD New. */
export const lineToRd = (line: Line): Position[] => line.map(toRd);

/** A ring of the plan as a closed ring in RD New. */
export function ringToRd(ring: Ring): Position[] {
  const positions = lineToRd(counterClockwise(ring));
  return [...positions, positions[0]!];
}

/** A ring of the plan, with holes, as a polygon in RD New. */
export const polygonToRd = (ring: Ring, holes: readonly Ring[] = []): Polygon => [
  ringToRd(ring),
  ...holes.map(hole => ringToRd(hole).toReversed()),
];
