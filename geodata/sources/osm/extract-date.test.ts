import { expect, test } from 'vitest';
import { extractDate } from './extract-date.ts';

const NOW = '2026-01-02T03:04:05.000Z';
const HEADER = '2025-08-06T20:20:00.000Z';
const OBJECT = '2025-08-05T10:00:00.000Z';

test.each([
  [HEADER, OBJECT, 'delft-240101.osm.pbf', '2025-08-06', 'header'],
  [undefined, OBJECT, 'delft-240101.osm.pbf', '2025-08-05', 'newest-object'],
  [undefined, undefined, 'delft-240101.osm.pbf', '2024-01-01', 'file-name'],
  [undefined, undefined, 'delft_2024-02-29.osm', '2024-02-29', 'file-name'],
  [undefined, undefined, 'delft-20240229.osm', '2024-02-29', 'file-name'],
  [undefined, undefined, 'delft_2023-02-29.osm', '2026-01-02', 'file-date'],
  [undefined, undefined, 'delft-latest.osm.pbf', '2026-01-02', 'file-date'],
  [undefined, undefined, 'plan 1234567890.osm', '2026-01-02', 'file-date'],
])('header %s, object %s, name %s: %s from the %s', (replicated, newest, name, date, from) => {
  expect(extractDate({ replicated, newest }, name, NOW)).toEqual({ date, from });
});
