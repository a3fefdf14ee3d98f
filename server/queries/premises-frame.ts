import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { dayOf, OPEN_DAY } from '../../geodata/figures/calendar.ts';
import type { Frame } from '../../geodata/figures/frame.ts';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import { NO_AREA } from '../../geodata/figures/stock.ts';
import { rdToWgs84 } from '../../geodata/geometry/rd.ts';
import { type FunctionCode, functionIndex } from '../../geodata/vocabulary/function.ts';
import type { PremisesHeader } from '../contract/premises.ts';
import type { SeriesDates } from './series.ts';

/** Columns over the premises of a municipality, all in order of id. */
type PremisesColumns = {
  ids: string[];
  labels: string[];
  functions: FunctionCode[];
  floorAreas: (number | null)[];
  buildings: (string | null)[];
  buildYears: (number | null)[];
  /** x, y in metres RD, eight bytes each, big-endian as PostgreSQL sends them. */
  points: Uint8Array;
};

type StateRow = { premises: string; states: Uint8Array; vacantAreas: Uint8Array | null };
type SpellRow = {
  premises: string;
  firstSeen: string;
  lastSeen: string;
  fromEarliest: string | null;
  fromLatest: string;
};
type AreaColumns = { area: string; premises: string[] };

const DEGREE = 1e7;

async function premisesColumns(session: Session, municipality: string): Promise<PremisesColumns> {
  // One row of columns: fourteen thousand rows cost several times as much to carry.
  const [row] = await session.query<PremisesColumns>(sql`
    select coalesce(json_agg(id), '[]') as ids, coalesce(json_agg(label), '[]') as labels,
      coalesce(json_agg(function), '[]') as functions, coalesce(json_agg(floor_area), '[]') as "floorAreas",
      coalesce(json_agg(building), '[]') as buildings, coalesce(json_agg(build_year), '[]') as "buildYears",
      coalesce(string_agg(point, ''::bytea), ''::bytea) as points
    from (
      select premises.id, coalesce(period.function, 'unknown') as function, period.floor_area,
        concat_ws(', ', premises.name, address.label) as label,
        building.id as building, building.build_year,
        float8send(st_x(premises.point)) || float8send(st_y(premises.point)) as point
      from premises
      left join address on address.id = premises.address
      left join lateral (
        select function, floor_area from premises_period
        where premises_period.premises = premises.id order by from_date desc limit 1) as period on true
      left join lateral (
        select building.id, building.build_year from premises_building join building
          on building.id = premises_building.building
        where premises_building.premises = premises.id order by building.id limit 1) as building on true
      where premises.municipality = ${municipality} order by premises.id
    ) as premises`);
  return row!;
}

function positions(points: Uint8Array): { lon: Int32Array; lat: Int32Array } {
  const view = new DataView(points.buffer, points.byteOffset, points.byteLength);
  const count = points.byteLength / 16;
  const [lon, lat] = [new Int32Array(count), new Int32Array(count)];
  for (let index = 0; index < count; index++) {
    const [x, y] = rdToWgs84([view.getFloat64(index * 16), view.getFloat64(index * 16 + 8)]);
    lon[index] = Math.round(x * DEGREE);
    lat[index] = Math.round(y * DEGREE);
  }
  return { lon, lat };
}

/** Different values in order of first appearance, and per row which one it is (-1: none). */
function indexed(values: readonly (string | null)[]): { names: string[]; indexes: Int32Array } {
  const known = new Map<string, number>();
  const indexes = Int32Array.from(values, value => {
    if (value === null) return -1;
    const index = known.get(value) ?? known.size;
    known.set(value, index);
    return index;
  });
  return { names: [...known.keys()], indexes };
}

async function stateColumns(
  session: Session,
  series: string,
  dates: number,
  indexOf: ReadonlyMap<string, number>,
) {
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

async function spellColumns(
  session: Session,
  series: string,
  dates: readonly string[],
  indexOf: ReadonlyMap<string, number>,
) {
  const rows = await session.query<SpellRow>(sql`
    select premises, first_seen as "firstSeen", last_seen as "lastSeen",
      from_earliest as "fromEarliest", from_latest as "fromLatest"
    from spell where series = ${series} order by premises, first_seen`);
  const dateIndex = new Map(dates.map((date, index) => [date, index]));
  const column = (value: (row: SpellRow) => number) => Int32Array.from(rows, value);
  return {
    spellPremises: column(row => indexOf.get(row.premises)!),
    spellFirst: column(row => dateIndex.get(row.firstSeen)!),
    spellLast: column(row => dateIndex.get(row.lastSeen)!),
    spellEarliest: column(row => (row.fromEarliest === null ? OPEN_DAY : dayOf(row.fromEarliest))),
    spellLatest: column(row => dayOf(row.fromLatest)),
  };
}

async function areaColumns(session: Session, municipality: string, indexOf: ReadonlyMap<string, number>) {
  const rows = await session.query<AreaColumns>(sql`
    select area.id as area,
      coalesce(json_agg(premises order by premises) filter (where premises is not null), '[]') as premises
    from area left join premises_area on premises_area.area = area.id
    where area.municipality = ${municipality} group by area.id order by area.id`);
  const columns = rows.map(({ premises }, index): [string, Int32Array] => {
    return [`area:${index}`, Int32Array.from(premises, id => indexOf.get(id)!)];
  });
  return { areas: rows.map(row => row.area), columns: Object.fromEntries(columns) };
}

/** Every premises of a municipality in one series, as the frame that the contract describes. Planners only. */
export async function premisesFrame(
  session: Session,
  series: string,
  { municipality, revision, referenceDates, methodVersions }: SeriesDates,
): Promise<Frame<PremisesHeader>> {
  const premises = await premisesColumns(session, municipality);
  const indexOf = new Map(premises.ids.map((id, index) => [id, index]));
  const states = await stateColumns(session, series, referenceDates.length, indexOf);
  const spells = await spellColumns(session, series, referenceDates, indexOf);
  const areas = await areaColumns(session, municipality, indexOf);
  const buildings = indexed(premises.buildings);
  const { ids, labels } = premises;
  return {
    header: {
      revision,
      series,
      referenceDates,
      methodVersions,
      ids,
      labels,
      buildings: buildings.names,
      areas: areas.areas,
    },
    columns: {
      ...positions(premises.points),
      function: Uint8Array.from(premises.functions, functionIndex),
      floorArea: Int32Array.from(premises.floorAreas, area => area ?? NO_AREA),
      building: buildings.indexes,
      buildYear: Int16Array.from(premises.buildYears, year => year ?? -1),
      ...states,
      ...spells,
      ...areas.columns,
    },
  };
}
