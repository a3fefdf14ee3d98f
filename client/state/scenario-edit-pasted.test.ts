import { describe, expect, it } from 'vitest';
import { readPasted } from './scenario-edit-pasted.ts';

const RING = [
  [4.35, 52.01],
  [4.36, 52.01],
  [4.36, 52.02],
  [4.35, 52.01],
];
const PLACE = { kind: 'polygon', coordinates: [RING] };

describe('pasted coordinates', () => {
  it.each([
    ['GeoJSON', JSON.stringify({ type: 'Polygon', coordinates: [RING] })],
    ['a feature', JSON.stringify({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [RING] } })],
    [
      'a collection of one',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', geometry: { type: 'MultiPolygon', coordinates: [[RING]] } }],
      }),
    ],
    ['longitude first', '4.35 52.01\n4.36 52.01\n4.36 52.02'],
    ['latitude first, closed', '52.01, 4.35; 52.01, 4.36; 52.02, 4.36; 52.01, 4.35'],
    ['a ring alone', JSON.stringify(RING)],
  ])('reads %s', (_, text) => expect(readPasted(text)).toEqual({ place: PLACE }));

  it('reads metres RD', () => {
    const pasted = readPasted('84000 447000\n85000 447000\n85000 448000');
    const ring = 'place' in pasted ? pasted.place.coordinates[0]! : [];
    expect(ring).toHaveLength(4);
    expect(ring[0]![0]).toBeCloseTo(4.351, 2);
    expect(ring[0]![1]).toBeCloseTo(52.006, 2);
  });

  it.each([
    ['', 'unreadable'],
    ['hallo', 'unreadable'],
    ['1 2 3', 'unreadable'],
    ['{"type":"Point","coordinates":[4.35,52.01]}', 'unreadable'],
    ['4.35 52.01\n4.36 52.01', 'too-few'],
    ['0 0\n1 1\n2 2', 'outside'],
    [JSON.stringify({ type: 'MultiPolygon', coordinates: [[RING], [RING]] }), 'several'],
    [Array.from({ length: 10_001 }, (_, index) => `4.35 ${52 + index / 1e6}`).join('\n'), 'too-many'],
  ])('says what is wrong with %.30j', (text, fault) => expect(readPasted(text)).toEqual({ fault }));
});
