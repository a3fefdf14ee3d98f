/**
 * CBS statistics squares: 100 m and 500 m, aligned to RD (EPSG:28992), named by their south-west corner
 * in hectometres (`E1550N4630`), as in the CBS vierkantstatistieken. A 500 m square holds exactly
 * twenty-five 100 m squares.
 */
export const CELL_SIZES = [100, 500] as const;
export type CellSize = (typeof CELL_SIZES)[number];

/** South-west corner of the square that holds a point (RD, metres). Edges west and south belong to the square. */
export function cellOf(point: readonly [number, number], size: CellSize): [number, number] {
  return [Math.floor(point[0] / size) * size, Math.floor(point[1] / size) * size];
}

/** CBS code of a square, from its south-west corner in metres. The size is not in the code. */
export function cellCode(x: number, y: number): string {
  const hectometres = (metres: number) => String(metres / 100).padStart(4, '0');
  return `E${hectometres(x)}N${hectometres(y)}`;
}

/** South-west corner in metres of a CBS code, or undefined when it is none. */
export function cellCorner(code: string): [number, number] | undefined {
  const match = /^E(\d{4})N(\d{4})$/.exec(code);
  return match ? [Number(match[1]) * 100, Number(match[2]) * 100] : undefined;
}

/** Closed ring of a square, counter-clockwise from the south-west corner (RD, metres). */
export function cellRing(x: number, y: number, size: CellSize): [number, number][] {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
}
