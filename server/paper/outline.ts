/** A point of a TrueType outline, font units; those that are not on the curve pull it. */
export interface OutlinePoint {
  x: number;
  y: number;
  onCurve: boolean;
}

/** Signed two-byte numbers, big-endian. */
export function int16s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, at) => {
    bytes.writeInt16BE(value, 2 * at);
  });
  return bytes;
}

/** West, south, east, north of points. */
function boxOf(points: readonly OutlinePoint[]): number[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Fills up to four bytes, which offsets in a font count in. */
export function filled(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.byteLength & 3)]);
}

/** An entry of table `glyf`. Every step in two bytes: longer than need be, and embedded for few glyphs only. */
export function glyphBytes(contours: readonly (readonly OutlinePoint[])[]): Buffer {
  if (contours.length === 0) return Buffer.alloc(0);
  const points = contours.flat();
  let last = -1;
  const ends = contours.map(contour => {
    last += contour.length;
    return last;
  });
  const steps = (axis: 'x' | 'y') => points.map((point, at) => point[axis] - (points[at - 1]?.[axis] ?? 0));
  return filled(
    Buffer.concat([
      int16s([contours.length, ...boxOf(points), ...ends, 0]),
      Uint8Array.from(points, ({ onCurve }) => (onCurve ? 1 : 0)),
      int16s(steps('x')),
      int16s(steps('y')),
    ]),
  );
}
