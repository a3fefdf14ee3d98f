import { describe, expect, it } from 'vitest';
import { dayOf } from './calendar.ts';
import { BELOW_FIVE, CONFIDENTIAL, NOT_OBSERVED } from './mark.ts';
import { MEASURES, measureIndex } from './measure.ts';
import { type TrendDates, trendOf } from './trend.ts';

const RATE = { part: 'vacant', whole: 'observed' } as const;

/** A tally of vacant and observed per date. */
function tally(vacant: number[], observed: number[]): Int32Array {
  const values = new Int32Array(MEASURES.length * vacant.length);
  values.set(vacant, measureIndex('vacant') * vacant.length);
  values.set(observed, measureIndex('observed') * vacant.length);
  return values;
}

const yearly = (methods: string[], rhythmMonths = 12): TrendDates => ({
  days: methods.map((_, year) => dayOf(`${2018 + year}-01-01`)),
  methodVersions: methods,
  rhythmMonths,
});

const told = (lines: ReturnType<typeof trendOf>) =>
  lines.map(({ points, brokenBy }) => [
    points.map(({ date, value }) => `${date}: ${value}`).join(', '),
    brokenBy,
  ]);

describe('a trend', () => {
  it('is one line where nothing breaks it', () =>
    expect(told(trendOf(tally([1, 2, 0], [10, 10, 20]), yearly(['1', '1', '1']), RATE))).toEqual([
      ['0: 10, 1: 20, 2: 0', null],
    ]));

  it('breaks at a change of method', () =>
    expect(told(trendOf(tally([1, 2, 3], [10, 10, 10]), yearly(['a', 'b', 'b']), RATE))).toEqual([
      ['0: 10', 'method'],
      ['1: 20, 2: 30', null],
    ]));

  it('breaks where nobody looked, where the policy hides, and where there is nothing to divide by', () => {
    for (const [vacant, observed] of [
      [NOT_OBSERVED, NOT_OBSERVED],
      [CONFIDENTIAL, CONFIDENTIAL],
      [BELOW_FIVE, 50],
      [0, 0],
    ] as const) {
      const lines = trendOf(tally([1, vacant, 3], [10, observed, 10]), yearly(['1', '1', '1']), RATE);
      expect(told(lines)).toEqual([
        ['0: 10', 'no-data'],
        ['2: 30', null],
      ]);
    }
  });

  it('breaks after a gap longer than a value holds, and not on the day that it ends', () => {
    const numbers = tally([1, 2], [10, 10]);
    expect(trendOf(numbers, yearly(['1', '1'], 11), RATE)).toHaveLength(2);
    expect(trendOf(numbers, yearly(['1', '1'], 12), RATE)).toHaveLength(1);
  });

  it('of a count needs no denominator: a list without coverage has counts', () => {
    const lines = trendOf(tally([4, 0], [NOT_OBSERVED, NOT_OBSERVED]), yearly(['1', '1']), {
      part: 'vacant',
      whole: null,
    });
    expect(told(lines)).toEqual([['0: 4, 1: 0', null]]);
  });

  it('of nothing has no lines', () => {
    const nothing = tally([NOT_OBSERVED], [NOT_OBSERVED]);
    expect(trendOf(nothing, yearly(['1']), RATE)).toEqual([]);
    expect(trendOf(new Int32Array(0), yearly([]), RATE)).toEqual([]);
  });
});
