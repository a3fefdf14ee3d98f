import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simplify } from './simplify.ts';

const coordinate = fc.integer({ min: -1000, max: 1000 });
const anyLine = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 60 });

function distance([x, y]: [number, number], from: [number, number], to: [number, number]): number {
  const [deltaX, deltaY] = [to[0] - from[0], to[1] - from[1]];
  const length = deltaX ** 2 + deltaY ** 2;
  const along = length === 0 ? 0 : ((x - from[0]) * deltaX + (y - from[1]) * deltaY) / length;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(from[0] + part * deltaX - x, from[1] + part * deltaY - y);
}

const pairs = (flat: number[]): [number, number][] =>
  Array.from({ length: flat.length / 2 }, (_, index) => [flat[index * 2]!, flat[index * 2 + 1]!]);

describe('simplify', () => {
  it('drops what lies on the line', () => {
    expect(simplify([0, 0, 5, 0, 10, 0, 10, 10], 1)).toEqual([0, 0, 10, 0, 10, 10]);
  });

  it('keeps the corners of a closed ring', () => {
    const ring = [0, 0, 5, 0, 10, 0, 10, 10, 0, 10, 0, 0];
    expect(simplify(ring, 1)).toEqual([0, 0, 10, 0, 10, 10, 0, 10, 0, 0]);
  });

  it('leaves no position farther than the tolerance from the line, and keeps both ends', () => {
    fc.assert(
      fc.property(anyLine, fc.integer({ min: 0, max: 200 }), (line, tolerance) => {
        const simplified = pairs(simplify(line.flat(), tolerance));
        expect(simplified[0]).toEqual(line[0]);
        expect(simplified.at(-1)).toEqual(line.at(-1));
        for (const position of line) {
          const nearest = simplified.slice(1).map((to, index) => distance(position, simplified[index]!, to));
          expect(Math.min(...nearest)).toBeLessThanOrEqual(tolerance + 1e-9);
        }
      }),
    );
  });

  it('does not run out of stack on a long shore', () => {
    const shore = Array.from({ length: 30_000 }, (_, index) => (index % 2 === 0 ? index : index % 7));
    expect(simplify(shore, 0.1).length).toBeGreaterThan(15_000);
  });
});
