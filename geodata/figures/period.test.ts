import { expect, test } from 'vitest';
import { changeAfter, fillPeriods, periodAt } from './period.ts';
import { ABSENT, emptyStock, NO_AREA } from './stock.ts';

// A shop (function 0) of 80 m2 that grew to 120 m2 on day 50, became a home (7) of unknown area on day 100, and was demolished on day 200.
const PERIODS = [
  { from: 10, until: 50, function: 0, floorArea: 80 },
  { from: 50, until: 100, function: 0, floorArea: 120 },
  { from: 100, until: 200, function: 7, floorArea: NO_AREA },
];

test('a period holds its first day and not its last', () => {
  expect(periodAt(PERIODS, 9)).toBeUndefined();
  expect(periodAt(PERIODS, 10)?.floorArea).toBe(80);
  expect(periodAt(PERIODS, 50)?.floorArea).toBe(120);
  expect(periodAt(PERIODS, 200)).toBeUndefined();
});

test('a change is another function or the end, not another floor area', () => {
  expect(changeAfter(PERIODS, 20)).toBe(100);
  expect(changeAfter(PERIODS, 150)).toBe(200);
  expect(changeAfter([{ from: 0, until: Infinity, function: 0, floorArea: 1 }], 5)).toBeNull();
});

test('slots hold what the premises was on each date', () => {
  const stock = emptyStock(2, 4);
  fillPeriods(stock, 1, PERIODS, [0, 20, 60, 150]);
  expect([...stock.functions]).toEqual([ABSENT, ABSENT, ABSENT, ABSENT, ABSENT, 0, 0, 7]);
  expect([...stock.floorAreas.subarray(4)]).toEqual([NO_AREA, 80, 120, NO_AREA]);
});
