import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipLine, clipRing } from './clip.ts';

/** Signed area of a flat ring that need not repeat its first position (surveyor's formula). */
function ringArea(ring: readonly number[]): number {
  let twice = 0;
  for (let index = 0, before = ring.length - 2; index < ring.length; before = index, index += 2)
    twice += ring[before]! * ring[index + 1]! - ring[index]! * ring[before + 1]!;
  return twice / 2;
}

const coordinate = fc.double({ min: -300, max: 300, noNaN: true });
const line = (minLength: number) =>
  fc.array(fc.tuple(coordinate, coordinate), { minLength, maxLength: 20 }).map(points => points.flat());

/** A star around a centre: simple, often concave. */
const starRing = fc
  .record({
    x: coordinate,
    y: coordinate,
    radii: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 3, maxLength: 24 }),
  })
  .map(({ x, y, radii }) =>
    radii.flatMap((radius, index) => {
      const angle = (2 * Math.PI * index) / radii.length;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  );

const inBox = (positions: number[]) => positions.every(value => value >= 0 && value <= 100);

describe('clipRing', () => {
  it('keeps a ring that lies inside', () => {
    expect(clipRing([10, 10, 20, 10, 20, 20], 0, 100)).toHaveLength(6);
  });

  it('gives nothing of a ring outside', () => {
    expect(clipRing([110, 10, 120, 10, 120, 20], 0, 100)).toEqual([]);
  });

  it('gives the square for a ring around it', () => {
    expect(Math.abs(ringArea(clipRing([-50, -50, 150, -50, 150, 150, -50, 150], 0, 100)))).toBe(10_000);
  });

  it('stays in the square and never grows', () => {
    fc.assert(
      fc.property(starRing, ring => {
        const clipped = clipRing(ring, 0, 100);
        expect(inBox(clipped)).toBe(true);
        const area = Math.abs(ringArea(clipped));
        expect(area).toBeLessThanOrEqual(Math.min(Math.abs(ringArea(ring)), 10_000) + 1e-6);
      }),
    );
  });

  it('keeps exactly the area inside: the quarters of the square add up to it', () => {
    fc.assert(
      fc.property(starRing, ring => {
        const moved = (x: number, y: number) => ring.map((value, index) => value - (index % 2 === 0 ? x : y));
        const quarters = [moved(0, 0), moved(50, 0), moved(0, 50), moved(50, 50)];
        const sum = quarters.reduce((total, quarter) => total + ringArea(clipRing(quarter, 0, 50)), 0);
        expect(sum).toBeCloseTo(ringArea(clipRing(ring, 0, 100)), 6);
      }),
    );
  });
});

describe('clipLine', () => {
  it('cuts a line that leaves and comes back into pieces', () => {
    expect(clipLine([50, 50, 150, 50, 150, 60, 50, 60], 0, 100)).toEqual([
      [50, 50, 100, 50],
      [100, 60, 50, 60],
    ]);
  });

  it('keeps a line inside as one', () => {
    expect(clipLine([1, 1, 2, 2, 3, 1], 0, 100)).toEqual([[1, 1, 2, 2, 3, 1]]);
  });

  it('finds the part of a segment that only passes through', () => {
    expect(clipLine([-50, 50, 150, 50], 0, 100)).toEqual([[0, 50, 100, 50]]);
    expect(clipLine([-50, 150, 150, 150], 0, 100)).toEqual([]);
  });

  it('stays in the square and keeps the length that lies inside', () => {
    const length = (pieces: number[][]) =>
      pieces.reduce((sum, piece) => {
        for (let index = 2; index < piece.length; index += 2)
          sum += Math.hypot(piece[index]! - piece[index - 2]!, piece[index + 1]! - piece[index - 1]!);
        return sum;
      }, 0);
    fc.assert(
      fc.property(line(2), positions => {
        const pieces = clipLine(positions, 0, 100);
        expect(pieces.flat().every(value => value >= -1e-9 && value <= 100 + 1e-9)).toBe(true);
        const halves = (offset: number) =>
          positions.map((value, index) => (index % 2 === 0 ? value - offset : value));
        const west = clipLineTo(halves(0), 50);
        const east = clipLineTo(halves(50), 50);
        expect(length(west) + length(east)).toBeCloseTo(length(pieces), 6);
      }),
    );
    // The halves of a square are no squares: clip to two and count what both leave.
    function clipLineTo(positions: number[], side: number) {
      const lower = clipLine(positions, 0, side);
      const upper = clipLine(
        positions.map((value, index) => (index % 2 === 1 ? value - side : value)),
        0,
        side,
      );
      return [...lower, ...upper];
    }
  });
});
