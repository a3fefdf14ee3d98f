import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellCode, cellCorner, cellOf, cellRing } from './cell.ts';

test('names a square by its south-west corner in hectometres', () => {
  expect(cellOf([155_049.9, 463_099.9], 100)).toEqual([155_000, 463_000]);
  expect(cellCode(155_000, 463_000)).toBe('E1550N4630');
  expect(cellCode(...cellOf([84_512, 446_731], 500))).toBe('E0845N4465');
  expect(cellCorner('E0845N4465')).toEqual([84_500, 446_500]);
  expect(cellCorner('E845N4465')).toBeUndefined();
});

test('the west and south edge belong to the square, the others to its neighbours', () => {
  expect(cellOf([500, 1000], 500)).toEqual([500, 1000]);
  expect(cellOf([999.99, 1499.99], 500)).toEqual([500, 1000]);
  expect(cellOf([1000, 1500], 500)).toEqual([1000, 1500]);
});

test('a square of 100 m nests in the square of 500 m of the same point', () => {
  const metres = fc.double({ min: 0, max: 620_000, noNaN: true });
  fc.assert(
    fc.property(metres, metres, (x, y) => {
      const small = cellOf([x, y], 100);
      expect(cellOf(small, 500)).toEqual(cellOf([x, y], 500));
    }),
  );
});

test('its ring is closed, counter-clockwise and as large as its size', () => {
  const ring = cellRing(500, 1000, 500);
  expect(ring[0]).toEqual(ring[4]);
  const twice = ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0] * y - x * ring[i]![1], 0);
  expect(twice / 2).toBe(250_000);
});
