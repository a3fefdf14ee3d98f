import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { dayOf } from '../figures/calendar.ts';
import { changeAfter, fillPeriods } from '../figures/period.ts';
import { fillDurations, type Since, type Spell, spellsOf } from '../figures/spell.ts';
import { type CoverageRule, fillStates, NO_OBSERVATION } from '../figures/state.ts';
import { emptyStock, type Stock } from '../figures/stock.ts';
import { type StatusCode, statusIndex } from '../vocabulary/status.ts';
import type { PremisesList } from './premises.ts';

/** A series and its reference dates in order of time. */
export interface RolledSeries {
  id: string;
  rhythmMonths: number;
  /** ISO, and as day numbers. */
  dates: string[];
  days: number[];
  methods: string[];
}

/** What a series says: states, floor areas and durations per slot, and the spells of each premises. */
export interface SeriesStock {
  stock: Stock;
  spells: Spell[][];
}

type ObservationRow = [
  premises: string,
  status: StatusCode,
  vacantFloorArea: number | null,
  sinceEarliest: string | null,
  sinceLatest: string | null,
];

/** Every series of a municipality that has a reference date. */
export async function readSeries(transaction: Transaction, municipality: string): Promise<RolledSeries[]> {
  const rows = await transaction.query<Omit<RolledSeries, 'days'>>(sql`
    select series.id, rhythm_months as "rhythmMonths", json_agg(date order by date) as dates,
      json_agg(method_version order by date) as methods
    from series join reference_date on reference_date.series = series.id
    where municipality = ${municipality}
    group by series.id order by series.id`);
  return rows.map(row => ({ ...row, days: row.dates.map(dayOf) }));
}

/** The latest recorded observation of each premises and date: a correction is newer than what it corrects. */
async function readObservations(
  transaction: Transaction,
  series: string,
): Promise<Map<string, ObservationRow[]>> {
  const rows = await transaction.query<{ date: string; rows: ObservationRow[] }>(sql`
    select date, json_agg(json_build_array(premises, status, vacant_floor_area, since_earliest, since_latest)) as rows
    from (
      select distinct on (premises, reference_date) premises, reference_date as date, status, vacant_floor_area,
        since_earliest, since_latest
      from observation where series = ${series}
      order by premises, reference_date, recorded_at desc, id desc) latest
    group by date`);
  return new Map(rows.map(row => [row.date, row.rows]));
}

/** What was observed, per slot; fills the stated vacant floor areas of the stock on the way. */
function placeObservations(
  observations: Map<string, ObservationRow[]>,
  { dates }: RolledSeries,
  premises: PremisesList,
  stock: Stock,
): { observed: Uint8Array; since: Map<number, Since> } {
  const observed = new Uint8Array(stock.states.length).fill(NO_OBSERVATION);
  const since = new Map<number, Since>();
  dates.forEach((iso, date) => {
    for (const [id, status, vacantFloorArea, earliest, latest] of observations.get(iso) ?? []) {
      const slot = premises.indexOf(id) * stock.dates + date;
      observed[slot] = statusIndex(status);
      if (vacantFloorArea !== null) stock.vacantAreas[slot] = vacantFloorArea;
      if (earliest !== null || latest !== null)
        since.set(slot, { earliest: earliest && dayOf(earliest), latest: latest && dayOf(latest) } as Since);
    }
  });
  return { observed, since };
}

/**
 * Reads what was observed in a series and derives states, spells and durations.
 * @param coverage rules per ISO reference date; a date that is missing says nothing of what was looked at
 */
export async function deriveSeries(
  transaction: Transaction,
  series: RolledSeries,
  premises: PremisesList,
  coverage: Map<string, CoverageRule[]>,
): Promise<SeriesStock> {
  const { dates, days, methods, rhythmMonths } = series;
  const stock = emptyStock(premises.list.length, dates.length);
  premises.list.forEach(({ periods }, index) => {
    fillPeriods(stock, index, periods, days);
  });
  const observations = await readObservations(transaction, series.id);
  const { observed, since } = placeObservations(observations, series, premises, stock);
  fillStates(
    stock,
    dates.map(iso => coverage.get(iso) ?? []),
    observed,
  );
  const spells = premises.list.map(({ periods }, index) => {
    const begin = index * stock.dates;
    const found = spellsOf({
      days,
      methods,
      rhythmMonths,
      states: stock.states.subarray(begin, begin + stock.dates),
      since: date => since.get(begin + date),
      changeAfter: day => changeAfter(periods, day),
    });
    fillDurations(stock, index, found, days);
    return found;
  });
  return { stock, spells };
}
