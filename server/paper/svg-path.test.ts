import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathData, UNITS } from './svg-path.ts';

/** Positions of each part of path data as a browser reads them, and whether it is closed. */
function read(data: string): { parts: number[][]; closed: boolean[] } {
  const parts: number[][] = [];
  const closed: boolean[] = [];
  let start: [number, number] = [0, 0];
  let [x, y] = start;
  for (const [, steps, end] of data.matchAll(/m([^mz]*)(z?)/g)) {
    const numbers = [...steps!.matchAll(/-?\d+/g)].map(Number);
    const part: number[] = [];
    for (let at = 0; at < numbers.length; at += 2) {
      x += numbers[at]!;
      y += numbers[at + 1]!;
      if (at === 0) start = [x, y];
      part.push(x, y);
    }
    parts.push(part);
    closed.push(end === 'z');
    if (end === 'z') [x, y] = start;
  }
  return { parts, closed };
}

const coordinate = fc.double({ min: 0, max: 640, noNaN: true });
const line = fc.array(coordinate, { minLength: 4, maxLength: 40 }).map(all => all.slice(0, all.length & ~1));

describe('the data of a path', () => {
  test('is steps between whole units, with as few letters as a browser reads', () => {
    expect(pathData([[0, 0, 10, 0, 10, 10, 0, 10]], true)).toBe('m0 0 20 0 0 20-20 0z');
    expect(pathData([[1, 2, 3, 2]], false)).toBe('m2 4 4 0');
  });

  test('starts each part where the one before ended, which a closed one did at its start', () => {
    const squares = [
      [0, 0, 1, 0, 1, 1, 0, 1],
      [5, 0, 6, 0, 6, 1, 5, 1],
    ];
    expect(pathData(squares, true)).toBe('m0 0 2 0 0 2-2 0zm10 0 2 0 0 2-2 0z');
    expect(
      pathData(
        [
          [0, 0, 5, 0],
          [5, 0, 9, 9],
        ],
        false,
      ),
    ).toBe('m0 0 10 0m0 0 8 18');
  });

  test('leaves out what lies on a straight line, and what has no length', () => {
    expect(pathData([[0, 0, 5, 0, 10, 0, 10, 10]], false)).toBe('m0 0 20 0 0 20');
    expect(pathData([[3, 3, 3.1, 3.1]], false)).toBe('');
    expect(pathData([[0, 0, 10, 0, 5, 0]], true)).toBe('');
    expect(pathData([], false)).toBe('');
  });

  test('is the same lines again, to half a page unit and the bend that was straightened', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), lines => {
        const { parts, closed } = read(pathData(lines, false));
        expect(closed.every(each => !each)).toBe(true);
        const ends = new Set(lines.flatMap(each => [each.slice(0, 2), each.slice(-2)]).map(unit));
        for (const part of parts) {
          expect(ends.has(part.slice(0, 2).join())).toBe(true);
          expect(ends.has(part.slice(-2).join())).toBe(true);
        }
      }),
    );
  });
});

const unit = (spot: number[]): string => spot.map(value => Math.round(value * UNITS)).join();
