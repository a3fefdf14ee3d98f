import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { dayOf } from '../../geodata/figures/calendar.ts';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import { fillPeriods } from '../../geodata/figures/period.ts';
import { fillDurations } from '../../geodata/figures/spell.ts';
import { emptyStock, NO_AREA, type Stock } from '../../geodata/figures/stock.ts';
import { type FunctionCode, functionIndex } from '../../geodata/vocabulary/function.ts';

/** A polygon in degrees, already found valid (`http/polygon.ts`). */
export interface DrawnPlace {
  type: 'Polygon';
  coordinates: readonly (readonly (readonly [number, number])[])[];
}

type PremisesRow = {
  states: Uint8Array | null;
  vacantAreas: Uint8Array | null;
  periods: { from: string; until: string | null; function: FunctionCode; floorArea: number | null }[];
  spells: {
    firstSeen: string;
    lastSeen: string;
    fromEarliest: string | null;
    fromLatest: string;
  }[];
};

/** What stands in a drawn place, ready to be counted. */
export interface DrawnStock {
  hectares: number;
  stock: Stock;
}

function fill(stock: Stock, premises: number, row: PremisesRow, dates: readonly string[]): void {
  const days = dates.map(dayOf);
  const begin = premises * stock.dates;
  const periods = row.periods.map(period => ({
    from: dayOf(period.from),
    until: period.until === null ? Number.POSITIVE_INFINITY : dayOf(period.until),
    function: functionIndex(period.function),
    floorArea: period.floorArea ?? NO_AREA,
  }));
  fillPeriods(stock, premises, periods, days);
  if (row.states !== null) stock.states.set(row.states, begin);
  if (row.vacantAreas !== null) stock.vacantAreas.set(unpackInt32(row.vacantAreas), begin);
  const spells = row.spells.map(spell => ({
    first: dates.indexOf(spell.firstSeen),
    last: dates.indexOf(spell.lastSeen),
    fromEarliest: spell.fromEarliest === null ? null : dayOf(spell.fromEarliest),
    fromLatest: dayOf(spell.fromLatest),
    untilEarliest: null,
    untilLatest: null,
  }));
  fillDurations(stock, premises, spells, days);
}

async function coveredDates(session: Session, series: string): Promise<Set<string>> {
  const rows = await session.query<{ date: string }>(
    sql`select distinct reference_date as date from coverage where series = ${series}`,
  );
  return new Set(rows.map(row => row.date));
}

/**
 * The premises of a municipality whose point lies in a drawn place, in one series, and how large the place
 * is. Planners only.
 * @param dates reference dates of the series, ascending
 */
export async function drawnStock(
  session: Session,
  place: DrawnPlace,
  { series, municipality, dates }: { series: string; municipality: string; dates: readonly string[] },
): Promise<DrawnStock> {
  const outline = sql`st_transform(st_setsrid(st_geomfromgeojson(${JSON.stringify(place)}), 4326), 28992)`;
  const [size] = await session.query<{ hectares: number }>(
    sql`select round((st_area(${outline}) / 10000)::numeric, 2) as hectares`,
  );
  const rows = await session.query<PremisesRow>(sql`
    with place as materialized (select ${outline} as geom)
    select state.states, state.vacant_areas as "vacantAreas",
      (select coalesce(jsonb_agg(jsonb_build_object('from', from_date, 'until', until_date,
          'function', function, 'floorArea', floor_area) order by from_date), '[]')
        from premises_period where premises_period.premises = premises.id) as periods,
      (select coalesce(jsonb_agg(jsonb_build_object('firstSeen', first_seen, 'lastSeen', last_seen,
          'fromEarliest', from_earliest, 'fromLatest', from_latest) order by first_seen), '[]')
        from spell where spell.premises = premises.id and spell.series = ${series}) as spells
    from place
    join premises on premises.municipality = ${municipality} and st_intersects(place.geom, premises.point)
    left join premises_state state on state.premises = premises.id and state.series = ${series}`);
  const stock = emptyStock(rows.length, dates.length);
  const covered = await coveredDates(session, series);
  dates.forEach((date, index) => {
    stock.covered[index] = Number(covered.has(date));
  });
  rows.forEach((row, premises) => {
    fill(stock, premises, row, dates);
  });
  return { hectares: size?.hectares ?? 0, stock };
}
