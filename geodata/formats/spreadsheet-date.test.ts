import { expect, test } from 'vitest';
import { isBuiltInDate, isDateFormat, serialDate } from './spreadsheet-date.ts';

// Days that Excel itself shows for these numbers; 60 is 29 February 1900, which never was.
test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, undefined],
  [61, '1900-03-01'],
  [25_569, '1970-01-01'],
  [45_292, '2024-01-01'],
  [0, undefined],
  [-3, undefined],
  [2_958_465, '9999-12-31'],
  [2_958_466, undefined],
])('day %d is %s', (serial, date) => expect(serialDate(serial, 1900)?.date).toBe(date));

// 1904 workbooks are 1,462 days behind.
test.each([
  [0, '1904-01-01'],
  [45_292 - 1462, '2024-01-01'],
])('day %d of a 1904 workbook is %s', (serial, date) => expect(serialDate(serial, 1904)?.date).toBe(date));

test('a part of a day is a time', () => {
  expect(serialDate(45_292.75, 1900)).toEqual({ date: '2024-01-01', time: '18:00:00' });
  expect(serialDate(45_291.999999999, 1900)).toEqual({ date: '2024-01-01', time: null });
});

test.each([
  ['dd-mm-yyyy', true],
  ['d mmmm yyyy;@', true],
  ['[$-413]mmm yy', true],
  ['jjjj', true],
  ['mmm', true],
  ['h:mm', false],
  ['[h]:mm:ss', false],
  ['0.00', false],
  ['#,##0 "dagen"', false],
  ['General', false],
  ['0000000000000000', false],
  ['@', false],
])('format %s shows a day: %s', (code, isDate) => expect(isDateFormat(code)).toBe(isDate));

test('built-in formats', () => {
  expect([14, 22, 17, 0, 2, 20, 49].map(isBuiltInDate)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
