import { describe, expect, it } from 'vitest';
import { lookOfFigure, vacancyClass } from './vacancy-class.ts';

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

describe('the look of a figure', () => {
  it('is the class of its rate', () => {
    expect(lookOfFigure({ observed: 100, vacant: 10, rate: 10 })).toBe(3);
    expect(lookOfFigure({ observed: 100, vacant: 0, rate: 0 })).toBe('none');
  });

  it('is not observed where nobody looked, or where the source does not say at how many', () => {
    expect(lookOfFigure(null)).toBe('not-observed');
    expect(lookOfFigure({ observed: null, vacant: 12, rate: null })).toBe('not-observed');
    expect(lookOfFigure({ observed: 40, vacant: null, rate: null })).toBe('not-observed');
  });

  it('is the mark of what is hidden, whatever stands for the rate', () => {
    expect(lookOfFigure({ observed: 40, vacant: '<5', rate: 'confidential' })).toBe('below-five');
    expect(lookOfFigure({ observed: '<5', vacant: '<5', rate: 'confidential' })).toBe('below-five');
    expect(lookOfFigure({ observed: 40, vacant: 'confidential', rate: 'confidential' })).toBe('confidential');
    expect(lookOfFigure({ observed: 'confidential', vacant: 0, rate: 'confidential' })).toBe('confidential');
  });

  it('is the lowest class where the rate was rounded down to 0 and something is vacant', () => {
    expect(lookOfFigure({ observed: 2000, vacant: 6, rate: 0 })).toBe(1);
  });
});
