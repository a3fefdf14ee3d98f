/** A place or a direction in the plane, metres. The town is planned around its market; RD comes at the end. */
export type Point = readonly [x: number, y: number];

/** Sums, differences and products of places and directions. */
export const add = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]];
export const subtract = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
export const scale = (a: Point, factor: number): Point => [a[0] * factor, a[1] * factor];
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
/** Positive when `b` lies to the left of `a`. */
export const cross = (a: Point, b: Point): number => a[0] * b[1] - a[1] * b[0];
/** Metres between two places; the root is several times as fast as Math.hypot. */
export const distance = (a: Point, b: Point): number => Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);
/** Quarter turn to the left. */
export const left = (a: Point): Point => [-a[1], a[0]];
/** Point between two others: 0 gives the first, 1 the second. */
export const mix = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** Direction of length one; east when both points are the same. */
export function direction(from: Point, to: Point): Point {
  const length = distance(from, to);
  return length === 0 ? [1, 0] : [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

/** Point at an angle (degrees, counter-clockwise from east) and a distance from another. */
export function polar(centre: Point, degrees: number, radius: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [centre[0] + Math.cos(angle) * radius, centre[1] + Math.sin(angle) * radius];
}

/** Angle of a direction in degrees, counter-clockwise from east. */
export const angleOf = (a: Point): number => (Math.atan2(a[1], a[0]) * 180) / Math.PI;
