import { expect, test } from 'vitest';
import { rateOfPixel, type Surface, surfaceOf } from './surface.ts';

const OPTIONS = { bandwidth: 200, resolution: 50 };
const LEAST = 0.5;

function rateAt(surface: Surface, x: number, y: number): number {
  const column = Math.floor((x - surface.west) / surface.resolution);
  const row = Math.floor((surface.north - y) / surface.resolution);
  return rateOfPixel(surface, row * surface.width + column, LEAST);
}

test('one square gives its own rate everywhere it is heard, and nothing beyond', () => {
  const surface = surfaceOf([{ x: 1025, y: 2025, observed: 10, vacant: 2, premises: 10 }], OPTIONS)!;
  expect(rateAt(surface, 1025, 2025)).toBeCloseTo(20, 4);
  expect(rateAt(surface, 1125, 2025)).toBeCloseTo(20, 4);
  expect(rateAt(surface, surface.west + 1, surface.north - 1)).toBeNaN();
});

test('between two squares the nearer and the fuller one weigh more', () => {
  // At the pixel centre (1125, 2025): the left square is 100 m away, the right one 100 m as well, so the
  // kernel cancels out and the rate is (0 + 10) / (30 + 10) = 25 per cent.
  const surface = surfaceOf(
    [
      { x: 1025, y: 2025, observed: 30, vacant: 0, premises: 30 },
      { x: 1225, y: 2025, observed: 10, vacant: 10, premises: 10 },
    ],
    OPTIONS,
  )!;
  expect(rateAt(surface, 1125, 2025)).toBeCloseTo(25, 4);
  // At 50 m from the left and 150 m from the right: weights (1 - 1/16)^2 and (1 - 9/16)^2.
  const left = (1 - 50 ** 2 / 200 ** 2) ** 2 * 30;
  const right = (1 - 150 ** 2 / 200 ** 2) ** 2 * 10;
  expect(rateAt(surface, 1075, 2025)).toBeCloseTo((100 * right) / (left + right), 4);
});

test('too few premises leave the pixel empty, never 0, however large they are', () => {
  const surface = surfaceOf([{ x: 1025, y: 2025, observed: 90_000, vacant: 0, premises: 0.4 }], OPTIONS)!;
  const rates = Array.from({ length: surface.width * surface.height }, (_, pixel) =>
    rateOfPixel(surface, pixel, LEAST),
  );
  expect(rates.every(Number.isNaN)).toBe(true);
  expect(surfaceOf([], OPTIONS)).toBeUndefined();
});

test('squares without anything observed keep the raster where it was', () => {
  const square = { x: 1025, y: 2025, observed: 10, vacant: 2, premises: 10 };
  const far = { x: 4025, y: 5025, observed: 0, vacant: 0, premises: 0 };
  const { sums: before, ...frame } = surfaceOf([square, { ...far, observed: 5, premises: 5 }], OPTIONS)!;
  const { sums: after, ...same } = surfaceOf([square, far], OPTIONS)!;
  expect(same).toEqual(frame);
  expect(after).not.toEqual(before);
  expect(rateAt({ ...same, sums: after }, 4025, 5025)).toBeNaN();
});
