import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { dayOf, OPEN_DAY } from '../../geodata/figures/calendar.ts';
import type { Column } from '../../geodata/figures/frame.ts';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import { NO_AREA } from '../../geodata/figures/stock.ts';
import { type FunctionCode, functionIndex } from '../../geodata/vocabulary/function.ts';

/** Index of each premises in the frame, by id. */
export type IndexOf = ReadonlyMap<string, number>;

type Columns = Record<string, Column>;

const NONE = -1;
const UNKNOWN_FUNCTION = functionIndex('unknown');

/** Indexes of premises, of rows that come in order of it: SQL orders text in its own way. */
function inOrder<Row extends readonly unknown[]>(rows: Row[], indexOf: IndexOf): Row[] {
  const at = ([premises]: Row) => indexOf.get(premises as string)!;
  return rows.sort((a, b) => at(a) - at(b));
}

/** One column of rows. */
const column = <Row>(rows: readonly Row[], value: (row: Row) => number) => Int32Array.from(rows, value);

type PeriodRow = [
  premises: string,
  from: string,
  until: string | null,
  code: FunctionCode,
  area: number | null,
];

/** What each premises was from when until when, and what it was at last. */
export async function periodColumns(
  session: Session,
  municipality: string,
  indexOf: IndexOf,
): Promise<Columns> {
  const [found] = await session.query<{ rows: PeriodRow[] }>(sql`
    select coalesce(json_agg(json_build_array(period.premises, from_date, until_date, function, floor_area)
      order by from_date), '[]') as rows
    from premises_period period join premises on premises.id = period.premises
    where premises.municipality = ${municipality}`);
  const rows = inOrder(found!.rows, indexOf);
  const last = { function: new Uint8Array(indexOf.size).fill(UNKNOWN_FUNCTION), floorArea: areas(indexOf) };
  for (const [premises, , , code, area] of rows) {
    last.function[indexOf.get(premises)!] = functionIndex(code);
    last.floorArea[indexOf.get(premises)!] = area ?? NO_AREA;
  }
  return {
    ...last,
    periodPremises: column(rows, ([premises]) => indexOf.get(premises)!),
    periodFrom: column(rows, ([, from]) => dayOf(from)),
    periodUntil: column(rows, ([, , until]) => (until === null ? OPEN_DAY : dayOf(until))),
    periodFunction: Uint8Array.from(rows, ([, , , code]) => functionIndex(code)),
    periodArea: column(rows, ([, , , , area]) => area ?? NO_AREA),
  };
}

const areas = (indexOf: IndexOf) => new Int32Array(indexOf.size).fill(NO_AREA);

/** Which premises came after which: splits and mergers. */
export async function successorColumns(
  session: Session,
  municipality: string,
  indexOf: IndexOf,
): Promise<Columns> {
  const [found] = await session.query<{ rows: [premises: string, successor: string, day: string][] }>(sql`
    select coalesce(json_agg(json_build_array(premises, successor, on_date) order by on_date, successor), '[]') as rows
    from premises_successor join premises on premises.id = premises_successor.premises
    where municipality = ${municipality}`);
  // A successor may lie over the border, in a municipality that the frame does not hold.
  const rows = inOrder(found!.rows, indexOf).filter(([, successor]) => indexOf.has(successor));
  return {
    successorFrom: column(rows, ([premises]) => indexOf.get(premises)!),
    successorTo: column(rows, ([, successor]) => indexOf.get(successor)!),
    successorDay: column(rows, ([, , day]) => dayOf(day)),
  };
}

type StateRow = { premises: string; states: Uint8Array; vacantAreas: Uint8Array | null };

/** What was observed of each premises on each date. */
export async function stateColumns(
  session: Session,
  series: string,
  dates: number,
  indexOf: IndexOf,
): Promise<Columns> {
  const rows = await session.query<StateRow>(sql`
    select premises, states, vacant_areas as "vacantAreas" from premises_state where series = ${series}`);
  const states = new Uint8Array(indexOf.size * dates);
  const partly: number[] = [];
  const vacantAreas: number[] = [];
  for (const row of rows) {
    const begin = indexOf.get(row.premises)! * dates;
    states.set(row.states, begin);
    if (row.vacantAreas === null) continue;
    unpackInt32(row.vacantAreas).forEach((area, date) => {
      if (area === NO_AREA) return;
      partly.push(begin + date);
      vacantAreas.push(area);
    });
  }
  return { states, partly: Int32Array.from(partly), vacantAreas: Int32Array.from(vacantAreas) };
}

/** Per date whether the series says what was looked at. */
export async function coveredColumn(
  session: Session,
  series: string,
  dates: readonly string[],
): Promise<Uint8Array> {
  const rows = await session.query<{ date: string }>(
    sql`select distinct reference_date as date from coverage where series = ${series}`,
  );
  const covered = new Set(rows.map(({ date }) => date));
  return Uint8Array.from(dates, date => Number(covered.has(date)));
}

type SpellRow = [premises: string, first: string, last: string, earliest: string | null, latest: string];

/** The vacancies of each premises. */
export async function spellColumns(
  session: Session,
  series: string,
  dates: readonly string[],
  indexOf: IndexOf,
): Promise<Columns> {
  const [found] = await session.query<{ rows: SpellRow[] }>(sql`
    select coalesce(json_agg(json_build_array(premises, first_seen, last_seen, from_earliest, from_latest)
      order by first_seen), '[]') as rows from spell where series = ${series}`);
  const rows = inOrder(found!.rows, indexOf);
  const dateIndex = new Map(dates.map((date, index) => [date, index]));
  return {
    spellPremises: column(rows, ([premises]) => indexOf.get(premises)!),
    spellFirst: column(rows, ([, first]) => dateIndex.get(first)!),
    spellLast: column(rows, ([, , last]) => dateIndex.get(last)!),
    spellEarliest: column(rows, ([, , , earliest]) => (earliest === null ? OPEN_DAY : dayOf(earliest))),
    spellLatest: column(rows, ([, , , , latest]) => dayOf(latest)),
  };
}

/** Areas, and which premises are in each. */
export async function areaColumns(session: Session, municipality: string, indexOf: IndexOf) {
  const rows = await session.query<{ area: string; premises: string[] }>(sql`
    select area.id as area,
      coalesce(json_agg(premises order by premises) filter (where premises is not null), '[]') as premises
    from area left join premises_area on premises_area.area = area.id
    where area.municipality = ${municipality} group by area.id order by area.id`);
  const columns = rows.map(({ premises }, index): [string, Int32Array] => {
    return [`area:${index}`, Int32Array.from(premises, id => indexOf.get(id)!)];
  });
  return { areas: rows.map(row => row.area), columns: Object.fromEntries(columns) };
}

/** Street sides, and the premises on each with their front in decimetres. */
export async function sideColumns(session: Session, municipality: string, indexOf: IndexOf) {
  const [found] = await session.query<{ rows: [premises: string, side: string, front: number | null][] }>(sql`
    select coalesce(json_agg(json_build_array(link.premises, link.street_side,
      round((link.frontage_metres * 10)::numeric)) order by link.street_side), '[]') as rows
    from street_side_premises link join street_side on street_side.id = link.street_side
    where street_side.municipality = ${municipality}`);
  const rows = inOrder(found!.rows, indexOf);
  const streetSides = [...new Set(rows.map(([, side]) => side))].sort();
  const sideIndex = new Map(streetSides.map((side, index) => [side, index]));
  return {
    streetSides,
    columns: {
      sidePremises: column(rows, ([premises]) => indexOf.get(premises)!),
      side: column(rows, ([, side]) => sideIndex.get(side)!),
      sideFront: column(rows, ([, , front]) => front ?? NONE),
    },
  };
}
