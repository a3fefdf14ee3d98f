import { expect, test } from 'vitest';
import { rateSurface, type Surface } from './surface.ts';

const OPTIONS = { bandwidth: 200, resolution: 50, least: 0.5 };

function rateAt(surface: Surface, x: number, y: number): number {
  const column = Math.floor((x - surface.west) / surface.resolution);
  const row = Math.floor((surface.north - y) / surface.resolution);
  return surface.rates[row * surface.width + column]!;
}

test('one square gives its own rate everywhere it is heard, and nothing beyond', () => {
  const surface = rateSurface([{ x: 1025, y: 2025, observed: 10, vacant: 2 }], OPTIONS)!;
  expect(rateAt(surface, 1025, 2025)).toBeCloseTo(20, 4);
  expect(rateAt(surface, 1125, 2025)).toBeCloseTo(20, 4);
  expect(Number.isNaN(rateAt(surface, surface.west + 1, surface.north - 1))).toBe(true);
});

test('between two squares the nearer and the fuller one weigh more', () => {
  // At the pixel centre (1125, 2025): the left square is 100 m away, the right one 100 m as well, so the
  // kernel cancels out and the rate is (0 + 10) / (30 + 10) = 25 per cent.
  const surface = rateSurface(
    [
      { x: 1025, y: 2025, observed: 30, vacant: 0 },
      { x: 1225, y: 2025, observed: 10, vacant: 10 },
    ],
    OPTIONS,
  )!;
  expect(rateAt(surface, 1125, 2025)).toBeCloseTo(25, 4);
  // At 50 m from the left and 150 m from the right: weights (1 - 1/16)^2 and (1 - 9/16)^2.
  const left = (1 - 50 ** 2 / 200 ** 2) ** 2 * 30;
  const right = (1 - 150 ** 2 / 200 ** 2) ** 2 * 10;
  expect(rateAt(surface, 1075, 2025)).toBeCloseTo((100 * right) / (left + right), 4);
});

test('too little observed leaves the pixel empty, never 0', () => {
  const surface = rateSurface([{ x: 1025, y: 2025, observed: 0.4, vacant: 0 }], OPTIONS)!;
  expect(surface.rates.every(rate => Number.isNaN(rate))).toBe(true);
  expect(rateSurface([], OPTIONS)).toBeUndefined();
});
