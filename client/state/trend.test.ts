import { describe, expect, it } from 'vitest';
import type { Series } from '#contract/series.ts';
import { coverageKey, yearEarlier } from '#figures/comparison.ts';
import { BELOW_FIVE } from '#figures/mark.ts';
import { MEASURES } from '#figures/measure.ts';
import type { Explore } from './explore.ts';
import type { Cube } from './figure.ts';
import { placeTrend, yearChange } from './trend.ts';

type ReferenceDate = Series['referenceDates'][number];
const SHOPS = { wholeMunicipality: false, functions: ['retail'], leastFloorArea: 25 };
const OFFICES = { wholeMunicipality: true, functions: ['office'], leastFloorArea: 50 };
const on = (date: string, methodVersion = '1', coverage = [SHOPS]): ReferenceDate => ({
  date,
  methodVersion,
  coverage,
});
const series = (...referenceDates: ReferenceDate[]) => ({ rhythmMonths: 12, referenceDates }) as Series;

/** Explore screen on the last date of a series, with vacancies out of 100 in `centre` per date. */
function explore(given: Series, vacant: number[], scopes = ['all']): Explore {
  const dates = vacant.length;
  const tally = new Int32Array(MEASURES.length * dates).fill(0);
  tally.fill(100, 0, dates);
  tally.set(vacant, dates);
  const tallies = Int32Array.from(scopes.flatMap(() => [...tally]));
  const cube = {
    header: {
      keys: scopes.map(scope => ['centre', scope]),
      referenceDates: given.referenceDates.map(({ date }) => date),
      methodVersions: given.referenceDates.map(({ methodVersion }) => methodVersion),
    },
    columns: { tallies },
  } as unknown as Cube;
  return {
    series: given,
    referenceDate: given.referenceDates.at(-1)!.date,
    cube: { value: cube },
    view: { value: { function: 'all', measure: 'count' } },
  } as unknown as Explore;
}

describe('a trend', () => {
  it('is cut where the method or the coverage changes, and where a number is hidden', () => {
    const dates = series(
      on('2018-01-01'),
      on('2019-01-01'),
      on('2020-01-01', '2'),
      on('2021-01-01', '2'),
      on('2022-01-01', '2', [SHOPS, OFFICES]),
      on('2023-01-01', '2', [OFFICES, SHOPS]),
      on('2024-01-01', '2', [SHOPS, OFFICES]),
    );
    const trend = placeTrend(explore(dates, [5, 6, 7, 8, 9, BELOW_FIVE, 10]), 'centre')!;
    expect(trend.lines).toEqual([[0, 1], [2, 3], [4], [6]]);
    expect(trend.breaks).toEqual([2]);
    expect(trend.marks.map(({ rate }) => rate)).toEqual([5, 6, 7, 8, 9, '<5', 10]);
  });

  it('goes on through rounds that looked at the same, past one that looked at more', () => {
    const more = [SHOPS, OFFICES];
    const dates = series(
      on('2018-01-01'),
      on('2018-04-01'),
      on('2018-10-01', '1', more),
      on('2019-01-01'),
      on('2019-10-01', '1', more),
    );
    const trend = placeTrend(explore(dates, [5, 6, 7, 8, 9]), 'centre')!;
    expect(trend.lines).toEqual([
      [0, 1, 3],
      [2, 4],
    ]);
  });

  it('is one line where the round that looked at offices found none to look at', () => {
    const dates = series(on('2018-01-01'), on('2018-10-01', '1', [SHOPS, OFFICES]), on('2019-01-01'));
    const lines = (scopes: string[]) => placeTrend(explore(dates, [5, 6, 7], scopes), 'centre')!.lines;
    expect(lines(['all', 'retail'])).toEqual([[0, 1, 2]]);
    expect(lines(['all', 'retail', 'office'])).toEqual([[0, 2], [1]]);
  });

  it('is not there for a place without figures', () => {
    expect(placeTrend(explore(series(on('2018-01-01')), [5]), 'elsewhere')).toBeUndefined();
  });
});

describe('coverage', () => {
  it('bears on a function only where it names it', () => {
    const [before, after] = [on('2018-01-01'), on('2019-01-01', '1', [OFFICES, SHOPS])];
    expect(coverageKey(before, 'all')).not.toBe(coverageKey(after, 'all'));
    expect(coverageKey(before, 'retail')).toBe(coverageKey(after, 'retail'));
  });
});

describe('a year earlier', () => {
  const scope = 'all';
  it.each<[string, Series, ReturnType<typeof yearEarlier>]>([
    ['some days off', series(on('2018-12-20'), on('2020-01-05')), { date: '2018-12-20' }],
    ['nobody looked', series(on('2018-06-01'), on('2020-01-05')), { reason: 'no-date' }],
    ['another method', series(on('2019-01-01'), on('2020-01-01', '2')), { reason: 'method' }],
    [
      'another method in between',
      series(on('2019-01-01'), on('2019-06-01', '2'), on('2020-01-01')),
      { reason: 'method' },
    ],
    [
      'another coverage',
      series(on('2019-01-01'), on('2020-01-01', '1', [SHOPS, OFFICES])),
      { reason: 'coverage' },
    ],
  ])('%s', (_, given, expected) => {
    expect(yearEarlier(given, given.referenceDates.at(-1)!.date, scope)).toEqual(expected);
  });

  it('gives percentage points, and none of a hidden number', () => {
    const dates = series(on('2019-01-01'), on('2020-01-01'));
    expect(yearChange(explore(dates, [5, 8]), 'centre')).toEqual({ points: 3, since: '2019-01-01' });
    expect(yearChange(explore(dates, [BELOW_FIVE, 8]), 'centre')).toEqual({ reason: 'no-number' });
  });
});
