import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crossesItself } from '../../geodata/geometry/polygon.ts';
import { requireValidPolygon } from './polygon.ts';

type Ring = [number, number][];
const square: Ring = [
  [4.3, 52],
  [4.4, 52],
  [4.4, 52.1],
  [4.3, 52.1],
  [4.3, 52],
];
const hole: Ring = [
  [4.33, 52.03],
  [4.36, 52.03],
  [4.36, 52.06],
  [4.33, 52.03],
];
const moved = (ring: Ring, dx: number): Ring => ring.map(([x, y]) => [x + dx, y]);

/** A closed ring around a point, one vertex per radius. */
function starOf(radii: number[]): Ring {
  const ring = radii.map((radius, index): [number, number] => {
    const angle = (2 * Math.PI * index) / radii.length;
    return [5 + radius * Math.cos(angle), 52 + radius * Math.sin(angle)];
  });
  return [...ring, ring[0]!];
}

/** Teeth across the whole width, one above the other: whichever way one sweeps it, all are there at once. */
function combOf(teeth: number): Ring {
  const ring = Array.from({ length: teeth }, (_, index): [number, number] => {
    return [4.3 + (index % 2) * 0.1, 52 + index * 1e-5];
  });
  return [...ring, [4.2, 52 + teeth * 1e-5], [4.2, 51.9], ring[0]!];
}

describe('a drawn place', () => {
  test.each<[string, Ring[]]>([
    ['a square', [square]],
    ['a square with a hole', [square, hole]],
    ['clockwise', [square.toReversed()]],
    ['a vertex twice in a row', [[...square.slice(0, 2), ...square.slice(1)]]],
    ['a vertex in the middle of a side', [[square[0]!, [4.35, 52], ...square.slice(1)]]],
    ['ten thousand vertices that nearly touch', [combOf(9_990)]],
  ])('%s passes', (_, rings) => {
    expect(() => requireValidPolygon(rings)).not.toThrow();
  });

  test.each<[string, Ring[], RegExp]>([
    ['not closed', [square.slice(0, 4)], /last vertex/],
    ['a bow-tie', [[square[0]!, square[2]!, square[1]!, square[3]!, square[0]!]], /crosses/],
    ['a spike', [[...square.slice(0, 3), [4.5, 52.1], [4.2, 52.1], square[0]!]], /crosses/],
    ['a line there and back', [[square[0]!, square[1]!, square[2]!, square[1]!, square[0]!]], /crosses/],
    ['one point', [Array(5).fill([4.3, 52])], /without an area/],
    ['no ring', [], /no ring/],
    ['latitude before longitude', [square.map(([x, y]) => [y, x] as [number, number])], /outside/],
    ['a hole outside', [square, moved(hole, 0.5)], /hole/],
    ['a hole across the outline', [square, moved(hole, 0.05)], /crosses/],
    ['too many vertices', [Array(10_001).fill([4.3, 52])], /vertices/],
  ])('%s is refused', (_, rings, message) => {
    expect(() => requireValidPolygon(rings)).toThrow(message);
  });

  test('a star-shaped ring never crosses itself', () => {
    const radius = fc.double({ min: 0.5, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(radius, { minLength: 5, maxLength: 60 }), radii => {
        expect(crossesItself([starOf(radii)])).toBe(false);
      }),
    );
  });

  test('a round ring crosses itself when two of its neighbours change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 60 }), count => {
        const ring = starOf(Array(count).fill(1)).slice(0, -1);
        const swapped = ring.with(0, ring[1]!).with(1, ring[0]!);
        expect(crossesItself([[...swapped, swapped[0]!]])).toBe(true);
      }),
    );
  });
});
