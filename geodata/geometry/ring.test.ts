import { describe, expect, test } from 'vitest';
import { areaOfRings, distanceToEdge, isInside, type Ring } from './ring.ts';

const square = (west: number, south: number, size: number): Ring => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const holed = [square(0, 0, 100), square(40, 40, 20)];

describe('a polygon of rings', () => {
  test('holds what lies in its outline and in none of its holes', () => {
    expect(isInside(holed, 10, 10)).toBe(true);
    expect(isInside(holed, 50, 50)).toBe(false);
    expect(isInside(holed, 101, 50)).toBe(false);
    expect(isInside([], 0, 0)).toBe(false);
  });

  test('has the area of its outline less that of its holes, whichever way round they go', () => {
    expect(areaOfRings(holed)).toBe(10_000 - 400);
    expect(areaOfRings(holed.map(ring => ring.toReversed()))).toBe(9_600);
    expect(areaOfRings([])).toBe(0);
  });

  test('is as far away as its nearest edge, holes included', () => {
    expect(distanceToEdge(holed, -3, 50)).toBe(3);
    expect(distanceToEdge(holed, 103, 104)).toBe(5);
    expect(distanceToEdge(holed, 50, 45)).toBe(5);
    expect(distanceToEdge([], 0, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});
