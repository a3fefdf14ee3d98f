import { expect, test } from 'vitest';
import { durationClass } from './duration.ts';

test('classes are half-open: 365 days is no longer under a year, 1095 no longer under three', () => {
  // 2025-01-01 + 364 days = 2025-12-31, + 365 = 2026-01-01; 2023-01-02 + 1094 = 2025-12-31 (2024 is a leap year).
  expect(durationClass('2025-01-01', '2025-01-01', '2025-12-31')).toBe('under-1');
  expect(durationClass('2025-01-01', '2025-01-01', '2026-01-01')).toBe('1-to-3');
  expect(durationClass('2023-01-02', '2023-01-02', '2025-12-31')).toBe('1-to-3');
  expect(durationClass('2023-01-02', '2023-01-02', '2026-01-01')).toBe('over-3');
});

test('what is certain decides; an open begin is unknown until a year is certain', () => {
  expect(durationClass(null, '2026-01-01', '2026-01-01')).toBe('unknown');
  expect(durationClass(null, '2025-01-01', '2026-03-01')).toBe('1-to-3'); // "at least 1 year"
  expect(durationClass(null, '2020-01-01', '2026-03-01')).toBe('over-3');
  // Between 10 and 14 months: neither under one year nor certainly one.
  expect(durationClass('2025-01-01', '2025-05-01', '2026-03-01')).toBe('unknown');
});
