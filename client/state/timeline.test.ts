import { describe, expect, it } from 'vitest';
import { methodBreaks } from '#figures/comparison.ts';
import { nearestDate, timelineOf } from './timeline.ts';

const series = (rhythmMonths: number, ...dates: [date: string, methodVersion: string][]) => ({
  rhythmMonths,
  referenceDates: dates.map(([date, methodVersion]) => ({ date, methodVersion, coverage: [] })),
});
const yearly = series(12, ['2018-01-01', '1'], ['2019-01-01', '1'], ['2020-01-01', '2'], ['2021-01-01', '2']);

describe('a timeline', () => {
  it('puts dates in proportion, up to where the last value ends', () => {
    const { dates } = timelineOf(yearly, [yearly]);
    expect(dates.map(({ x }) => Math.round(x * 1000))).toEqual([0, 250, 500, 750]);
  });

  it('leaves a gap where the method changes, and holds the last value for its rhythm', () => {
    const { stretches, breaks, dates } = timelineOf(yearly, [yearly]);
    expect(stretches).toEqual([
      { from: 0, until: dates[1]!.x },
      { from: dates[2]!.x, until: 1 },
    ]);
    expect(breaks.map(({ date }) => date)).toEqual(['2020-01-01']);
    expect(methodBreaks(yearly)).toEqual([2]);
  });

  it('shares the axis with the other series: a series that stopped ends before it', () => {
    const later = series(3, ['2025-01-01', '1']);
    const { stretches, years } = timelineOf(yearly, [yearly, later]);
    expect(stretches.at(-1)!.until).toBeLessThan(0.6);
    expect(years.length).toBeLessThanOrEqual(6);
    expect(years.at(-1)!.year).toBe('2025');
  });

  it('knows one date, and none', () => {
    const one = series(12, ['2024-05-01', '1']);
    expect(timelineOf(one, [one]).dates).toEqual([{ date: '2024-05-01', x: 0 }]);
    const none = series(12);
    expect(timelineOf(none, [none, one]).stretches).toEqual([]);
    expect(nearestDate(timelineOf(none, [none, one]), 0.5)).toBeUndefined();
  });

  it('finds the nearest date', () => {
    const timeline = timelineOf(yearly, [yearly]);
    expect([-1, 0.1, 0.13, 0.6, 2].map(x => nearestDate(timeline, x)?.slice(0, 4))).toEqual([
      '2018',
      '2018',
      '2019',
      '2020',
      '2021',
    ]);
  });
});
