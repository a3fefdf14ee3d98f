import { scaleLinear } from 'd3-scale';
import type { Series } from '#contract/series.ts';
import { addMonths, dayOf } from '#figures/calendar.ts';
import { methodBreaks } from '#figures/comparison.ts';

/** The reference dates of a series on a time axis; every `x` is a share of the axis, 0 to 1. */
export interface Timeline {
  dates: readonly { date: string; x: number }[];
  /** Where the series has data: one stretch per method version, from its first date to where its last value ends. */
  stretches: readonly { from: number; until: number }[];
  /** First reference date of another method version. */
  breaks: readonly { date: string; x: number }[];
  /** 1 January of the years that are written under the axis. */
  years: readonly { year: string; x: number }[];
}

/** At most this many years are written. */
const MOST_YEARS = 6;

type Dated = Pick<Series, 'referenceDates' | 'rhythmMonths'>;

/** From the first date of any series until the last value of any stops to hold: the axis stays when series change. */
function domainOf(all: readonly Dated[]): [first: number, last: number] {
  const spans = all.flatMap(({ referenceDates, rhythmMonths }) => {
    const days = referenceDates.map(({ date }) => dayOf(date));
    return days.length === 0 ? [] : [days[0]!, addMonths(days.at(-1)!, Math.min(rhythmMonths, 12))];
  });
  return [Math.min(...spans), Math.max(...spans)];
}

function yearsBetween(first: number, last: number, place: (day: number) => number): Timeline['years'] {
  const yearOf = (day: number) => new Date(day * 86_400_000).getUTCFullYear();
  const [from, until] = [yearOf(first - 1) + 1, yearOf(last)];
  const step = Math.max(1, Math.ceil((until - from + 1) / MOST_YEARS));
  const years: { year: string; x: number }[] = [];
  for (let year = until; year >= from; year -= step)
    years.unshift({ year: String(year), x: place(dayOf(`${year}-01-01`)) });
  return years;
}

/**
 * Timeline of a series.
 * @param all every series of the municipality: they share the axis, so that one that stopped shows that it did
 */
export function timelineOf(series: Dated, all: readonly Dated[]): Timeline {
  const [first, last] = domainOf(all);
  const scale = scaleLinear([first, Math.max(last, first + 1)], [0, 1]).clamp(true);
  const dates = series.referenceDates.map(({ date }) => ({ date, x: scale(dayOf(date)) }));
  const breaks = methodBreaks(series).map(index => dates[index]!);
  const starts = dates.length === 0 ? [] : [0, ...methodBreaks(series)];
  const stretches = starts.map((start, index) => {
    const next = starts[index + 1];
    const end = series.referenceDates[(next ?? dates.length) - 1]!.date;
    const held = scale(addMonths(dayOf(end), Math.min(series.rhythmMonths, 12)));
    return { from: dates[start]!.x, until: next === undefined ? held : dates[next - 1]!.x };
  });
  return { dates, stretches, breaks, years: yearsBetween(first, last, scale) };
}

/** The date nearest to a place on the axis; undefined when there is none. */
export function nearestDate({ dates }: Timeline, x: number): string | undefined {
  let nearest = dates[0];
  for (const dot of dates) if (Math.abs(dot.x - x) < Math.abs(nearest!.x - x)) nearest = dot;
  return nearest?.date;
}
