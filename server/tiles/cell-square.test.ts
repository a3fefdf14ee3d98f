import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rdToWebMercator } from '#geometry/rd.ts';
import { cellCorners, cellId, cellSquare } from './cell-square.ts';
import { tileWindow } from './grid.ts';

describe('cellSquare', () => {
  it('is a closed ring whose corners are those of the square in RD', () => {
    const square = cellSquare(84_000, 447_000, 500);
    const ring = square.kind === 'polygon' ? square.polygons[0]?.[0] : undefined;
    expect(ring).toHaveLength(10);
    expect(ring?.slice(0, 2)).toEqual(ring?.slice(8));
    expect(ring?.slice(4, 6)).toEqual(Float64Array.from(rdToWebMercator([84_500, 447_500])));
  });

  it('is named by size and south-west corner', () => {
    expect(cellId(84_000, 447_000, 500)).toBe('500:84000:447000');
  });
});

describe('cellCorners', () => {
  it('has every square that touches the tile, at every zoom', () => {
    const place = fc.record({
      east: fc.integer({ min: 20_000, max: 275_000 }),
      north: fc.integer({ min: 320_000, max: 610_000 }),
    });
    fc.assert(
      fc.property(
        place,
        fc.integer({ min: 0, max: 18 }),
        fc.constantFrom(100, 500),
        ({ east, north }, z, size) => {
          const [x, y] = rdToWebMercator([east, north]);
          const half = Math.PI * 6378137;
          const count = 2 ** z;
          const column = Math.floor(((x + half) / (2 * half)) * count);
          const row = Math.floor(((half - y) / (2 * half)) * count);
          const corners = cellCorners(tileWindow({ z, x: column, y: row }).box, size);
          const [west, south] = [Math.floor(east / size) * size, Math.floor(north / size) * size];
          expect(corners).toBeDefined();
          const [left, bottom, right, top] = corners!;
          expect(west >= left && west <= right && south >= bottom && south <= top).toBe(true);
        },
      ),
    );
  });

  it('is not much larger than the tile', () => {
    const [left, bottom, right, top] = cellCorners(tileWindow({ z: 14, x: 8420, y: 5400 }).box, 100)!;
    expect(right - left).toBeLessThan(1800);
    expect(top - bottom).toBeLessThan(1800);
  });

  it('is nowhere outside the Netherlands', () => {
    expect(cellCorners(tileWindow({ z: 10, x: 0, y: 0 }).box, 500)).toBeUndefined();
  });
});
