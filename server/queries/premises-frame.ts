import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import type { Column, Frame } from '../../geodata/figures/frame.ts';
import { cellOf } from '../../geodata/geometry/cell.ts';
import { rdToWgs84 } from '../../geodata/geometry/rd.ts';
import type { PremisesHeader } from '../contract/premises.ts';
import {
  areaColumns,
  coveredColumn,
  type IndexOf,
  periodColumns,
  sideColumns,
  spellColumns,
  stateColumns,
  successorColumns,
} from './premises-columns.ts';
import type { SeriesDates } from './series.ts';

/** Columns over the premises of a municipality, all in order of id. */
type PremisesColumns = {
  ids: string[];
  labels: string[];
  names: (string | null)[];
  streets: (string | null)[];
  numbers: (number | null)[];
  buildings: (string | null)[];
  buildYears: (number | null)[];
  /** x, y in metres RD, eight bytes each, big-endian as PostgreSQL sends them. */
  points: Uint8Array;
};

const DEGREE = 1e7;
const CENTIMETRES = 100;
const NONE = -1;

async function premisesColumns(session: Session, municipality: string): Promise<PremisesColumns> {
  // One row of columns: fourteen thousand rows cost several times as much to carry.
  const [row] = await session.query<PremisesColumns>(sql`
    select coalesce(json_agg(id), '[]') as ids, coalesce(json_agg(label), '[]') as labels,
      coalesce(json_agg(name), '[]') as names, coalesce(json_agg(street), '[]') as streets,
      coalesce(json_agg(number), '[]') as numbers,
      coalesce(json_agg(building), '[]') as buildings, coalesce(json_agg(build_year), '[]') as "buildYears",
      coalesce(string_agg(point, ''::bytea), ''::bytea) as points
    from (
      select premises.id, premises.name, address.street, address.number,
        concat_ws(', ', premises.name, address.label) as label,
        building.id as building, building.build_year,
        float8send(st_x(premises.point)) || float8send(st_y(premises.point)) as point
      from premises
      left join address on address.id = premises.address
      left join lateral (
        select building.id, building.build_year from premises_building join building
          on building.id = premises_building.building
        where premises_building.premises = premises.id order by building.id limit 1) as building on true
      where premises.municipality = ${municipality} order by premises.id
    ) as premises`);
  return row!;
}

/** Where the premises are: degrees, RD and square. */
function positions(points: Uint8Array): Record<string, Int32Array> {
  const view = new DataView(points.buffer, points.byteOffset, points.byteLength);
  const count = points.byteLength / 16;
  const empty = () => new Int32Array(count);
  const columns = { lon: empty(), lat: empty(), x: empty(), y: empty(), cellX: empty(), cellY: empty() };
  for (let index = 0; index < count; index++) {
    const point = [view.getFloat64(index * 16), view.getFloat64(index * 16 + 8)] as const;
    const [longitude, latitude] = rdToWgs84(point);
    columns.lon[index] = Math.round(longitude * DEGREE);
    columns.lat[index] = Math.round(latitude * DEGREE);
    columns.x[index] = Math.round(point[0] * CENTIMETRES);
    columns.y[index] = Math.round(point[1] * CENTIMETRES);
    // From the position itself: rounded ones may lie on the other side of an edge.
    [columns.cellX[index], columns.cellY[index]] = cellOf(point, 100);
  }
  return columns;
}

/** Different values in order of first appearance, and per row which one it is. */
function indexed(values: readonly (string | null)[]): { names: string[]; indexes: Int32Array } {
  const known = new Map<string, number>();
  const indexes = Int32Array.from(values, value => {
    if (value === null) return NONE;
    const index = known.get(value) ?? known.size;
    known.set(value, index);
    return index;
  });
  return { names: [...known.keys()], indexes };
}

/** Everything per series and per link, for premises whose indexes are known. */
async function linkedColumns(session: Session, series: string, dates: SeriesDates, indexOf: IndexOf) {
  const areas = await areaColumns(session, dates.municipality, indexOf);
  const sides = await sideColumns(session, dates.municipality, indexOf);
  const columns: Record<string, Column> = {
    ...(await periodColumns(session, dates.municipality, indexOf)),
    ...(await successorColumns(session, dates.municipality, indexOf)),
    ...(await stateColumns(session, series, dates.referenceDates.length, indexOf)),
    covered: await coveredColumn(session, series, dates.referenceDates),
    ...(await spellColumns(session, series, dates.referenceDates, indexOf)),
    ...areas.columns,
    ...sides.columns,
  };
  return { columns, areas: areas.areas, streetSides: sides.streetSides };
}

/** Every premises of a municipality in one series, as the frame that the contract describes. Planners only. */
export async function premisesFrame(
  session: Session,
  series: string,
  dates: SeriesDates,
): Promise<Frame<PremisesHeader>> {
  const { municipality, revision, referenceDates, methodVersions } = dates;
  const premises = await premisesColumns(session, municipality);
  const { ids, labels, names } = premises;
  const linked = await linkedColumns(session, series, dates, new Map(ids.map((id, index) => [id, index])));
  const [buildings, streets] = [indexed(premises.buildings), indexed(premises.streets)];
  return {
    header: {
      ...{ revision, municipality, series, referenceDates, methodVersions, ids, labels, names },
      ...{ buildings: buildings.names, streets: streets.names },
      ...{ areas: linked.areas, streetSides: linked.streetSides },
    },
    columns: {
      ...positions(premises.points),
      building: buildings.indexes,
      buildYear: Int16Array.from(premises.buildYears, year => year ?? NONE),
      street: streets.indexes,
      houseNumber: Int32Array.from(premises.numbers, number => number ?? NONE),
      ...linked.columns,
    },
  };
}
