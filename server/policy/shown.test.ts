import { expect, test } from 'vitest';
import { BELOW_FIVE, CONFIDENTIAL, NOT_OBSERVED } from '../../geodata/figures/mark.ts';
import { shown, shownFigures, shownRate } from './shown.ts';

test('marks become words, and nobody looked becomes null, never 0', () => {
  expect([0, 12, NOT_OBSERVED, BELOW_FIVE, CONFIDENTIAL].map(shown)).toEqual([
    0,
    12,
    null,
    '<5',
    'confidential',
  ]);
});

test('a rate has one decimal for planners and none for others; hidden parts hide it', () => {
  expect(shownRate(2, 15, true)).toBe(13.3);
  expect(shownRate(2, 15, false)).toBe(13);
  expect(shownRate(0, 15, false)).toBe(0);
  expect(shownRate(BELOW_FIVE, 15, false)).toBe('confidential');
  expect(shownRate(5, CONFIDENTIAL, false)).toBe('confidential');
  expect(shownRate(5, NOT_OBSERVED, true)).toBeNull();
  expect(shownRate(0, 0, true)).toBeNull();
});

test('a tally reads row by row: measure after measure, dates within', () => {
  const dates = ['2025-01-01', '2026-01-01'];
  const rows = [
    [20, 25], // observed
    [5, NOT_OBSERVED],
    [20, 0],
    [4000, NOT_OBSERVED],
    [1000, NOT_OBSERVED],
    [1, 2],
    [2, 3],
    [2, 4],
    [0, 5],
  ];
  const [first, second] = shownFigures(Int32Array.from(rows.flat()), dates, 'retail', true);
  expect(first).toEqual({
    referenceDate: '2025-01-01',
    function: 'retail',
    observed: 20,
    vacant: 5,
    rate: 25,
    areaKnown: 20,
    observedFloorArea: 4000,
    vacantFloorArea: 1000,
    floorAreaRate: 25,
    durations: { 'under-1': 1, '1-to-3': 2, 'over-3': 2, unknown: 0 },
  });
  expect(second).toMatchObject({ observed: 25, vacant: null, rate: null, floorAreaRate: null });
  expect(() => shownFigures(new Int32Array(9), dates, 'all', true)).toThrow(RangeError);
});
