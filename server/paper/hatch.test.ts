import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hatch } from './hatch.ts';

const SQUARE = [0, 0, 10, 0, 10, 10, 0, 10];

test('fills a square with upright lines from edge to edge', () => {
  expect(hatch([SQUARE], 90, 4).map(line => line.map(Math.abs))).toEqual([
    [8, 0, 8, 10],
    [4, 0, 4, 10],
    [0, 0, 0, 10],
  ]);
});

test('leaves a hole open', () => {
  const hole = [4, 4, 6, 4, 6, 6, 4, 6];
  const lines = hatch([SQUARE, hole], 0, 5);
  expect(lines).toContainEqual([0, 5, 4, 5]);
  expect(lines).toContainEqual([6, 5, 10, 5]);
});

test('stays within the box of what it fills, whatever the direction', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 180 }),
      fc.double({ min: 0.5, max: 5, noNaN: true }),
      (degrees, spacing) => {
        const values = hatch([SQUARE], degrees, spacing).flat();
        expect(values.length).toBeGreaterThan(0);
        for (const value of values) {
          expect(value).toBeGreaterThanOrEqual(-0.1);
          expect(value).toBeLessThanOrEqual(10.1);
        }
      },
    ),
  );
});
