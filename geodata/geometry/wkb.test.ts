import { describe, expect, it } from 'vitest';
import { readWkb, WkbReader } from './wkb.ts';

// Written by PostGIS 3.3: ST_AsBinary and ST_AsEWKB of the text beside each.
const POINT_1_2 = '0101000000000000000000f03f0000000000000040';
const POINT_1_2_BIG_ENDIAN = '00000000013ff00000000000004000000000000000';
const POINT_EMPTY = '0101000000000000000000f87f000000000000f87f';
const POINT_Z_SRID = '01010000a040710000000000000000f03f00000000000000400000000000000840';
const MULTIPOINT = `0104000000020000000101000000${'000000000000f03f0000000000000040'}0101000000${'00000000000008400000000000001040'}`;
const LINE = '010200000002000000000000000000f03f000000000000004000000000000008400000000000001040';
const COLLECTION = `010700000001000000${POINT_1_2}`;

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));

function square(low: number, high: number): Buffer {
  const ring = Buffer.alloc(4 + 5 * 16);
  ring.writeUInt32LE(5, 0);
  [low, low, high, low, high, high, low, high, low, low].forEach((value, index) => {
    ring.writeDoubleLE(value, 4 + index * 8);
  });
  return ring;
}

function polygon(...rings: Buffer[]): Buffer {
  const head = Buffer.from('010300000000000000', 'hex');
  head.writeUInt32LE(rings.length, 5);
  return Buffer.concat([head, ...rings]);
}

describe('readWkb', () => {
  it('reads a point in either byte order', () => {
    const point = { kind: 'point', points: Float64Array.of(1, 2) };
    expect(readWkb(bytes(POINT_1_2))).toEqual([point]);
    expect(readWkb(bytes(POINT_1_2_BIG_ENDIAN))).toEqual([point]);
  });

  it('reads an empty point as no points', () => {
    expect(readWkb(bytes(POINT_EMPTY))).toEqual([{ kind: 'point', points: new Float64Array(0) }]);
  });

  it('reads over SRID and Z, of EWKB and of ISO', () => {
    const point = [{ kind: 'point', points: Float64Array.of(1, 2) }];
    expect(readWkb(bytes(POINT_Z_SRID))).toEqual(point);
    const iso = `01e9030000${'000000000000f03f00000000000000400000000000000840'}`;
    expect(readWkb(bytes(iso))).toEqual(point);
  });

  it('reads several geometries from one buffer that starts anywhere', () => {
    const padded = new Uint8Array(Buffer.from(`ffffff${POINT_1_2}${LINE}${MULTIPOINT}`, 'hex')).subarray(3);
    expect(readWkb(padded)).toEqual([
      { kind: 'point', points: Float64Array.of(1, 2) },
      { kind: 'line', lines: [Float64Array.of(1, 2, 3, 4)] },
      { kind: 'point', points: Float64Array.of(1, 2, 3, 4) },
    ]);
  });

  it('reads polygons with holes, single and multi', () => {
    const [outer, hole] = [square(0, 10), square(4, 6)];
    const multi = Buffer.concat([
      Buffer.from('010600000002000000', 'hex'),
      polygon(outer, hole),
      polygon(square(20, 30)),
    ]);
    const [single, several] = readWkb(new Uint8Array(Buffer.concat([polygon(outer, hole), multi])));
    expect(single).toMatchObject({ kind: 'polygon', polygons: [{ length: 2 }] });
    expect(several).toMatchObject({ kind: 'polygon', polygons: [{ length: 2 }, { length: 1 }] });
    expect(several?.kind === 'polygon' && several.polygons[0]?.[1]).toEqual(
      Float64Array.of(4, 4, 6, 4, 6, 6, 4, 6, 4, 4),
    );
  });

  it('reads nothing from nothing', () => {
    expect(readWkb(new Uint8Array(0))).toEqual([]);
  });

  it('refuses what is cut off and what it does not know', () => {
    for (let length = 1; length < LINE.length / 2; length++) {
      expect(() => readWkb(bytes(LINE).subarray(0, length))).toThrow(RangeError);
    }
    expect(() => readWkb(bytes(COLLECTION))).toThrow(/type 7/);
  });

  it('refuses a count that the bytes cannot hold before it allocates', () => {
    expect(() => new WkbReader(bytes('0102000000ffffffff')).next()).toThrow(RangeError);
  });
});
