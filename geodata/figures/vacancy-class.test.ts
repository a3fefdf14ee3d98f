import { describe, expect, it } from 'vitest';
import { vacancyClass } from './vacancy-class.ts';

describe('classes of vacancy', () => {
  it('are half-open: a bound belongs to the class above it', () => {
    expect([0.1, 3.99, 4, 8, 11.9, 12, 20, 100].map(vacancyClass)).toEqual([1, 1, 2, 3, 3, 4, 5, 5]);
  });

  it('keep no vacancy, few, confidential and not observed apart', () => {
    expect([0, '<5', 'confidential', null].map(value => vacancyClass(value as never))).toEqual([
      'none',
      'below-five',
      'confidential',
      'not-observed',
    ]);
  });
});
