import { describe, expect, it } from 'vitest';
import {
  lengthOf,
  nearest,
  part,
  pieces,
  shareGround,
  shrunk,
  smooth,
  smoothRing,
  stationAt,
} from './line.ts';
import { areaOf, type Ring } from './ring.ts';

const SQUARE: Ring = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];
const ACROSS = [
  [-50, 40],
  [150, 40],
] as const;

describe('lines', () => {
  it('are split exactly where they cross a ring', () => {
    expect(pieces(ACROSS, SQUARE, true)).toEqual([
      [
        [0, 40],
        [100, 40],
      ],
    ]);
    expect(pieces(ACROSS, SQUARE, false).map(lengthOf)).toEqual([50, 50]);
  });

  it('that lie beside a ring are outside it as a whole', () => {
    const beside = ACROSS.map(([x]) => [x, 400] as const);
    expect(pieces(beside, SQUARE, true)).toEqual([]);
    expect(pieces(beside, SQUARE, false)).toEqual([beside]);
  });

  it('know their stations, parts and nearest places', () => {
    expect(stationAt(ACROSS, 20)).toEqual({ point: [-30, 40], along: [1, 0] });
    expect(part(ACROSS, 50, 60)).toEqual([
      [0, 40],
      [10, 40],
    ]);
    expect(nearest(ACROSS, [0, 47])).toEqual({ distance: 7, along: 50 });
  });

  it('run through the points they are smoothed from', () => {
    const points = [
      [0, 0],
      [60, 30],
      [140, 0],
    ] as const;
    const curve = smooth(points, 10);
    for (const point of points) expect(nearest(curve, point).distance).toBeLessThan(1e-6);
  });
});

describe('outlines', () => {
  it('moved inwards stay simple at a sharp corner', () => {
    const wedge: Ring = [
      [0, 0],
      [400, 0],
      [400, 60],
    ];
    const inner = shrunk(wedge, 15);
    expect(areaOf(inner)).toBeGreaterThan(1000);
    for (const point of inner) expect(nearest([...wedge, wedge[0]!], point).distance).toBeGreaterThan(13);
  });

  it('smoothed to a ring come back to where they began once', () => {
    const ring = smoothRing(SQUARE, 10);
    expect(ring[0]).toEqual([0, 0]);
    expect(new Set(ring.map(String)).size).toBe(ring.length);
  });

  it('share ground when one lies in the other or their edges cross', () => {
    const moved = (by: number): Ring => SQUARE.map(([x, y]) => [x + by, y + by] as const);
    expect(shareGround(SQUARE, moved(50))).toBe(true);
    expect(shareGround(SQUARE, moved(101))).toBe(false);
    expect(
      shareGround(
        SQUARE,
        SQUARE.map(([x, y]) => [x / 2 + 20, y / 2 + 20] as const),
      ),
    ).toBe(true);
  });
});
