import { expect, test } from 'vitest';
import { bagId, buildYear } from './building.ts';

test.each([
  ['503100000000010', 'building', '0503100000000010'],
  ['0503100000000010', 'building', '0503100000000010'],
  ['0503020000121908', 'building', '0503020000121908'],
  ['503010000000010', 'building', null],
  ['503010000000010', 'premises', '0503010000000010'],
  ['0503100000000010;0503100000000011', 'building', null],
  ['', 'building', null],
] as const)('ref:bag %s of a %s is %s', (text, type, id) => {
  expect(bagId({ 'ref:bag': text }, type)).toBe(id);
});

test.each([
  ['1987', 1987],
  ['1987-05-01', 1987],
  ['~1930', 1930],
  ['1005', null],
  ['9999', null],
  ['C19', null],
  ['1900s', null],
  ['987', null],
  [undefined, null],
])('start_date %s is %s', (text, year) => {
  expect(buildYear(text)).toBe(year);
});
