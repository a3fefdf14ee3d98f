/** A place on a flat line. */
export interface Spot {
  x: number;
  y: number;
}

function stretches(line: readonly number[]): { a: Spot; b: Spot; length: number }[] {
  return Array.from({ length: Math.max(0, line.length / 2 - 1) }, (_, at) => {
    const [ax, ay, bx, by] = line.slice(2 * at, 2 * at + 4) as [number, number, number, number];
    return { a: { x: ax, y: ay }, b: { x: bx, y: by }, length: Math.hypot(bx - ax, by - ay) };
  });
}

/** Length of a flat line. */
export function lengthOf(line: readonly number[]): number {
  return stretches(line).reduce((sum, { length }) => sum + length, 0);
}

/** The longest of lines; undefined when there is none. */
export function longestOf(lines: readonly (readonly number[])[]): readonly number[] | undefined {
  return lines.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
}

/** The place at a share (0 to 1) of a line's length. */
export function along(line: readonly number[], share: number): Spot {
  let left = share * lengthOf(line);
  for (const { a, b, length } of stretches(line)) {
    if (left <= length && length > 0) {
      const part = left / length;
      return { x: a.x + part * (b.x - a.x), y: a.y + part * (b.y - a.y) };
    }
    left -= length;
  }
  return { x: line.at(-2) ?? 0, y: line.at(-1) ?? 0 };
}

/** The middle of the longest straight stretch of a line. */
export function middleOfLongest(line: readonly number[]): Spot {
  const longest = stretches(line).toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return { x: line[0] ?? 0, y: line[1] ?? 0 };
  return { x: (longest.a.x + longest.b.x) / 2, y: (longest.a.y + longest.b.y) / 2 };
}

/** The box around flat rings. */
export function extentOf(rings: readonly (readonly number[])[]): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  const flat = rings.flat();
  const xs = flat.filter((_, at) => at % 2 === 0);
  const ys = flat.filter((_, at) => at % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
