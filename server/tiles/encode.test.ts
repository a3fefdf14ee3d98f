import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { encodeTile, LayerWriter } from './encode.ts';

const decode = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes));

const rings = (feature: { loadGeometry(): { x: number; y: number }[][] }) =>
  feature.loadGeometry().map(part => part.flatMap(({ x, y }) => [x, y]));

describe('encodeTile', () => {
  it('has no bytes without features', () => {
    expect(encodeTile([new LayerWriter('a', []), new LayerWriter('b', ['x'])])).toHaveLength(0);
  });

  it('gives back geometry of every type', () => {
    const writer = new LayerWriter('shapes', []);
    writer.add({ type: 1, parts: [[5, 6, -7, 4000]] }, []);
    writer.add(
      {
        type: 2,
        parts: [
          [0, 0, 10, 0],
          [20, 20, 30, 40, 50, 60],
        ],
      },
      [],
    );
    writer.add(
      {
        type: 3,
        parts: [
          [0, 0, 90, 0, 90, 90, 0, 90],
          [10, 10, 10, 20, 20, 20, 20, 10],
        ],
      },
      [],
    );
    const layer = decode(encodeTile([writer])).layers.shapes!;
    expect([layer.version, layer.extent, layer.length]).toEqual([2, 4096, 3]);
    expect(rings(layer.feature(0))).toEqual([
      [5, 6],
      [-7, 4000],
    ]);
    expect(rings(layer.feature(1))).toEqual([
      [0, 0, 10, 0],
      [20, 20, 30, 40, 50, 60],
    ]);
    expect(rings(layer.feature(2))).toEqual([
      [0, 0, 90, 0, 90, 90, 0, 90, 0, 0],
      [10, 10, 10, 20, 20, 20, 20, 10, 10, 10],
    ]);
    expect([0, 1, 2].map(index => layer.feature(index).type)).toEqual([1, 2, 3]);
  });

  it('gives back attributes with their types and leaves null out', () => {
    const writer = new LayerWriter('values', ['name', 'number', 'flag']);
    const point = { type: 1 as const, parts: [[0, 0]] };
    const written = [
      ['Café é', 1975, true],
      ['1975', -12, false],
      [null, 0.25, null],
      ['', 2 ** 40, true],
    ];
    for (const values of written) writer.add(point, values);
    const layer = decode(encodeTile([writer])).layers.values!;
    expect(written.map((_, index) => layer.feature(index).properties)).toEqual([
      { name: 'Café é', number: 1975, flag: true },
      { name: '1975', number: -12, flag: false },
      { number: 0.25 },
      { name: '', number: 2 ** 40, flag: true },
    ]);
  });

  it('writes several layers and skips empty ones', () => {
    const point = { type: 1 as const, parts: [[1, 1]] };
    const [a, b, c] = ['a', 'b', 'c'].map(name => new LayerWriter(name, []));
    a!.add(point, []);
    c!.add(point, []);
    expect(Object.keys(decode(encodeTile([a!, b!, c!])).layers)).toEqual(['a', 'c']);
  });
});
