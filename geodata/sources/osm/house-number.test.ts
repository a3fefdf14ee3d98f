import { expect, test } from 'vitest';
import { parseHouseNumber, writeHouseNumber } from './house-number.ts';

test.each([
  ['12', 12, '', ''],
  ['4A', 4, 'A', ''],
  ['4a', 4, 'A', ''],
  ['1-II', 1, '', 'II'],
  ['139A-100', 139, 'A', '100'],
  ['139 A - 100', 139, 'A', '100'],
  ['12A2', 12, 'A', '2'],
  ['7-B', 7, '', 'B'],
  ['7 bis', 7, '', 'bis'],
  ['12bis', 12, '', 'bis'],
  ['12-14', 12, '', '14'],
  [' 3 ', 3, '', ''],
])('splits %s', (text, number, letter, addition) => {
  expect(parseHouseNumber(text)).toEqual({ number, letter, addition });
});

test.each(['', '0', 'A', 'z.n.', '12;14', '12,14', '123456', '1-II-3', '12 t/m 14', '12-abcde'])(
  'does not guess at %s',
  text => {
    expect(parseHouseNumber(text)).toBeUndefined();
  },
);

test.each(['12', '4A', '1-II', '139A-100'])('writes %s back as it was', text => {
  expect(writeHouseNumber(parseHouseNumber(text)!)).toBe(text);
});
