import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, dayOf, holdingIndex, isoOf } from './calendar.ts';

test('days and ISO dates are each other, also over a change to summer time', () => {
  expect(dayOf('1970-01-01')).toBe(0);
  expect(dayOf('2026-03-30') - dayOf('2026-03-28')).toBe(2);
  expect(() => dayOf('2026-13-01')).toThrow(RangeError);
  fc.assert(fc.property(fc.integer({ min: -40_000, max: 40_000 }), day => dayOf(isoOf(day)) === day));
});

test('a month later is the same day, or the last of a shorter month', () => {
  expect(isoOf(addMonths(dayOf('2026-10-01'), 3))).toBe('2027-01-01');
  expect(isoOf(addMonths(dayOf('2026-01-31'), 1))).toBe('2026-02-28');
  expect(isoOf(addMonths(dayOf('2024-02-29'), 12))).toBe('2025-02-28');
});

test('a value holds from its date until the next one, at most for the rhythm', () => {
  // Quarterly, and the round of 1 July was never walked.
  const days = ['2026-01-01', '2026-04-01', '2026-10-01'].map(dayOf);
  const on = (iso: string) => holdingIndex(days, 3, dayOf(iso));
  expect(on('2025-12-31')).toBeUndefined(); // before the first
  expect(on('2026-01-01')).toBe(0);
  expect(on('2026-03-31')).toBe(0);
  expect(on('2026-04-01')).toBe(1);
  expect(on('2026-06-30')).toBe(1);
  expect(on('2026-07-01')).toBeUndefined(); // beyond the rhythm: not the value of April, and not 0
  expect(on('2026-12-31')).toBe(2);
  expect(on('2027-01-01')).toBeUndefined(); // after the last
});
