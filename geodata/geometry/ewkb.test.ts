import { describe, expect, it } from 'vitest';
import { lineEwkb, multiLineEwkb, multiPolygonEwkb, type Polygon, pointEwkb, polygonEwkb } from './ewkb.ts';
import { WkbReader } from './wkb.ts';

const SQUARE: Polygon = [
  [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 4],
    [0, 0],
  ],
  [
    [1, 1],
    [1, 2],
    [2, 2],
    [2, 1],
    [1, 1],
  ],
];
const LINE = [
  [146500.125, 511500.25],
  [146510, 511520],
] as const;

const read = (hex: string) => new WkbReader(Buffer.from(hex, 'hex')).next();

describe('EWKB', () => {
  // What PostGIS 3.3 answers to: select 'SRID=28992;POINT(1 2)'::geometry.
  it('is what PostGIS writes', () => {
    expect(pointEwkb(28992, [1, 2])).toBe('010100002040710000000000000000F03F0000000000000040');
  });

  it('is read back as it was written', () => {
    expect(read(lineEwkb(28992, LINE))).toEqual({ kind: 'line', lines: [Float64Array.from(LINE.flat())] });
    expect(read(polygonEwkb(3857, SQUARE))).toEqual({
      kind: 'polygon',
      polygons: [SQUARE.map(ring => Float64Array.from(ring.flat()))],
    });
  });

  it('keeps the parts of multi-geometries apart', () => {
    expect(read(multiLineEwkb(28992, [LINE, LINE]))).toMatchObject({ lines: { length: 2 } });
    expect(read(multiPolygonEwkb(3857, [SQUARE, SQUARE]))).toMatchObject({ polygons: { length: 2 } });
  });
});
