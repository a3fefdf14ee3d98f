import { expect, test } from 'vitest';
import { rdToWgs84 } from '../../geodata/geometry/rd.ts';
import { boxInRd, mapBox } from './ground.ts';

test('a map shows every place with a rim, in a shape that suits a page', () => {
  // 1000 m wide and 800 m high in all: 40 m of rim on each side.
  expect(
    mapBox([
      [0, 0, 500, 300],
      [700, 500, 1000, 800],
    ]),
  ).toEqual([-40, -40, 1040, 840]);
});

test('a map is never higher than wide, and at most 1.6 times as wide as high', () => {
  expect(mapBox([[0, 0, 100, 1000]])).toEqual([-490, -40, 590, 1040]);
  const [west, south, east, north] = mapBox([[0, 0, 2000, 100]]);
  expect([west, east]).toEqual([-80, 2080]);
  expect((east - west) / (north - south)).toBeCloseTo(1.6, 9);
  expect((south + north) / 2).toBe(50);
});

test('a small place is shown with what lies around it', () => {
  expect(mapBox([[1000, 2000, 1010, 2010]])).toEqual([805, 1805, 1205, 2205]);
});

test('a box in degrees holds its place in metres, with little more', () => {
  const [west, south, east, north] = [150_000, 450_000, 151_000, 451_000];
  const corners = [west, east].flatMap(x => [south, north].map(y => rdToWgs84([x, y])));
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const box = boxInRd([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  const around = [west - box[0], south - box[1], box[2] - east, box[3] - north];
  for (const metres of around) {
    expect(metres).toBeGreaterThan(-0.01);
    expect(metres).toBeLessThan(5);
  }
});
