import type { TileAddress } from '../tiles/grid.ts';

/**
 * Number of a tile in an archive (PMTiles 3, section 4.1): zooms one after the other, each along its Hilbert curve, so
 * that what lies together on the map lies together in the file.
 */
export function tileNumber({ z, x, y }: TileAddress): number {
  let [column, row] = [x, y];
  let along = 0;
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const [right, below] = [column & side ? 1 : 0, row & side ? 1 : 0];
    along += side * side * ((3 * right) ^ below);
    // Only the bits below `side` are looked at from here on: the quarter is turned or mirrored by them alone.
    if (below === 0) {
      if (right === 1) [column, row] = [~column, ~row];
      [column, row] = [row, column];
    }
  }
  return (4 ** z - 1) / 3 + along;
}

/** The four tiles of the next zoom in one tile, in the order of their numbers. */
export function childrenOf({ z, x, y }: TileAddress): TileAddress[] {
  const corners = [0, 1].flatMap(right => [0, 1].map(below => [2 * x + right, 2 * y + below] as const));
  return corners
    .map(([column, row]) => ({ z: z + 1, x: column, y: row }))
    .sort((one, other) => tileNumber(one) - tileNumber(other));
}
