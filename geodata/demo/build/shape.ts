import { add, type Point, scale } from '../plane/point.ts';
import { counterClockwise, type Ring } from '../plane/ring.ts';

/** A place in which to draw: an origin on the front line, a direction along it and one away from the street. */
export interface Frame {
  origin: Point;
  along: Point;
  away: Point;
}

/** Point at metres along the front and metres away from it. */
export const at = (frame: Frame, along: number, away: number): Point =>
  add(frame.origin, add(scale(frame.along, along), scale(frame.away, away)));

/** Outline drawn in a frame, counter-clockwise whatever the side of the street. */
export const draw = (frame: Frame, corners: readonly (readonly [number, number])[]): Ring =>
  counterClockwise(corners.map(([along, away]) => at(frame, along, away)));

/** Half a centimetre of air to the neighbour, so that rounding never makes two buildings overlap. */
const AIR = 0.005;

/** Rectangle from one corner to another. */
export const block = (frame: Frame, from: number, front: number, to: number, back: number): Ring =>
  draw(frame, [
    [from + AIR, front],
    [to - AIR, front],
    [to - AIR, back],
    [from + AIR, back],
  ]);

/** Rectangle with an extension behind its left or right part. */
export function winged(
  frame: Frame,
  from: number,
  front: number,
  to: number,
  back: number,
  wing: { width: number; depth: number; right: boolean },
): Ring {
  const [start, end] = [from + AIR, to - AIR];
  const far = back + wing.depth;
  return wing.right
    ? draw(frame, [
        [start, front],
        [end, front],
        [end, far],
        [end - wing.width, far],
        [end - wing.width, back],
        [start, back],
      ])
    : draw(frame, [
        [start, front],
        [end, front],
        [end, back],
        [start + wing.width, back],
        [start + wing.width, far],
        [start, far],
      ]);
}
