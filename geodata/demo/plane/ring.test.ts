import { describe, expect, it } from 'vitest';
import { areaOf, clip, contains, inset, overlap, type Ring, rectangle } from './ring.ts';

const SQUARE: Ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

describe('rings', () => {
  it('are cut along a line, the left part stays', () => {
    expect(areaOf(clip(SQUARE, [4, 0], [0, 1]))).toBeCloseTo(40);
    expect(clip(SQUARE, [-1, 0], [0, 1])).toEqual([]);
  });

  it('that share a wall do not overlap, and half a centimetre more does', () => {
    const at = (x: number) => rectangle([x, 5], [1, 0], 10, 10);
    expect(overlap(SQUARE, at(15))).toBe(false);
    expect(overlap(SQUARE, at(14.995))).toBe(true);
    expect(overlap(SQUARE, rectangle([5, 5], [0.6, 0.8], 2, 2))).toBe(true);
  });

  it('shrink on every side', () => expect(areaOf(inset(SQUARE, 1))).toBeCloseTo(64));

  it('contain what lies in a notch of them only when it does', () => {
    const notched: Ring = [
      [0, 0],
      [10, 0],
      [10, 10],
      [5, 2],
      [0, 10],
    ];
    expect(contains(notched, [5, 1])).toBe(true);
    expect(contains(notched, [5, 8])).toBe(false);
  });
});
