import { describe, expect, it } from 'vitest';
import type { Position } from './frontage.ts';
import { besideLine, lineLength, offsetLine, partOfLine } from './street-line.ts';

/** East for 10 m, then north for 10 m. */
const BEND: Position[] = [
  [0, 0],
  [10, 0],
  [10, 10],
];

describe('a street line', () => {
  it('has points to its left and right', () => {
    expect(besideLine([4, 3], BEND)).toEqual({ along: 4, distance: 3, hand: 1 });
    expect(besideLine([4, -3], BEND)).toEqual({ along: 4, distance: 3, hand: -1 });
    expect(besideLine([12, 7], BEND)).toEqual({ along: 17, distance: 2, hand: -1 });
    expect(besideLine([-3, 4], BEND)).toEqual({ along: 0, distance: 5, hand: 1 });
    expect(() => besideLine([0, 0], [[1, 1]])).toThrow(RangeError);
  });

  it('has parts, ended by its ends', () => {
    expect(partOfLine(BEND, 5, 12)).toEqual([
      [5, 0],
      [10, 0],
      [10, 2],
    ]);
    expect(partOfLine(BEND, -5, 99)).toEqual(BEND);
    expect(partOfLine(BEND, 10, 15)).toEqual([
      [10, 0],
      [10, 5],
    ]);
    expect(partOfLine(BEND, 7, 7)).toEqual([]);
    expect(lineLength(BEND)).toBe(20);
  });

  it('has a line beside it on either hand, at the offset along both parts of a bend', () => {
    const rounded = (line: Position[]) =>
      line.map(position => position.map(value => Math.round(value * 1e6) / 1e6));
    expect(rounded(offsetLine(BEND, 2))).toEqual([
      [0, 2],
      [8, 2],
      [8, 10],
    ]);
    expect(rounded(offsetLine(BEND, -2))).toEqual([
      [0, -2],
      [12, -2],
      [12, 10],
    ]);
  });

  it('does not shoot out at a sharp bend, and is nothing for a point', () => {
    const hairpin: Position[] = [
      [0, 0],
      [10, 0],
      [0, 0.1],
    ];
    for (const position of offsetLine(hairpin, 4)) {
      const nearest = Math.min(
        ...hairpin.map(each => Math.hypot(each[0] - position[0], each[1] - position[1])),
      );
      expect(nearest).toBeLessThanOrEqual(8.001);
    }
    expect(
      offsetLine(
        [
          [1, 1],
          [1, 1],
        ],
        4,
      ),
    ).toEqual([]);
  });
});
