import { expect, test } from 'vitest';
import { parseDutchNumber } from './dutch-number.ts';

test.each([
  ['120', 120],
  ['120,5', 120.5],
  ['120.5', 120.5],
  ['1.250', 1250],
  ['1.250,75', 1250.75],
  ['1 250', 1250],
  ['1,250.75', 1250.75],
  ['1.234.567', 1234567],
  ['0,125', 0.125],
  ['ca. 85 m2', 85],
  ['± 85 m²', 85],
  ['-5', -5],
])('%s is %d', (text, number) => expect(parseDutchNumber(text)).toBe(number));

test.each(['', 'veel', '1,250', '12-14', '1.25.3', '100/200', 'm2'])('does not guess at %j', text => {
  expect(parseDutchNumber(text)).toBeUndefined();
});
