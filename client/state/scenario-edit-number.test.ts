import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, writeNumber } from './scenario-edit-number.ts';

describe('numbers in fields', () => {
  it.each([
    ['1.204,5', 'nl', 1204.5],
    ['1,204.5', 'en', 1204.5],
    ['0,4', 'nl', 0.4],
    ['0.4', 'nl', 0.4],
    ['0,4', 'en', 0.4],
    ['− 12', 'nl', -12],
    ['€ 2.500', 'nl', 2500],
    ['40 %', 'nl', 40],
    ['1000000', 'nl', 1_000_000],
    ['', 'nl', undefined],
    ['veel', 'nl', undefined],
    ['1.2.3', 'nl', undefined],
  ] as const)('%j in %s is %j', (text, language, value) => expect(readNumber(text, language)).toBe(value));

  it('reads what it writes', () => {
    const value = fc.integer({ min: -1e9, max: 1e9 }).map(whole => whole / 100);
    fc.assert(
      fc.property(value, fc.constantFrom('nl' as const, 'en' as const), (number, language) => {
        expect(readNumber(writeNumber(number, language), language)).toBeCloseTo(number, 4);
      }),
    );
  });
});
