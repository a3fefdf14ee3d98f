import { expect, test } from 'vitest';
import { inRange, type StreetRange } from './coverage.ts';

const even: StreetRange = { street: 'Dorpsstraat', from: 50, to: 152, side: 'even' };

test('"Dorpsstraat 50 t/m 152 even" holds both ends, that side and that street only', () => {
  const holds = [50, 52, 152].map(number => inRange('Dorpsstraat', number, even));
  expect(holds).toEqual([true, true, true]);
  const not = [48, 51, 153, 154].map(number => inRange('Dorpsstraat', number, even));
  expect(not).toEqual([false, false, false, false]);
  expect(inRange('Kerkstraat', 60, even)).toBe(false);
  expect(inRange('Dorpsstraat', 51, { ...even, side: 'odd' })).toBe(true);
  expect(inRange('Dorpsstraat', 51, { ...even, side: 'both' })).toBe(true);
  expect(inRange(null, null, even)).toBe(false);
  expect(inRange('Dorpsstraat', null, even)).toBe(false);
});
