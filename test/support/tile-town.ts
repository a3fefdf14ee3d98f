import type { Database } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { rdToWebMercator } from '../../geodata/geometry/rd.ts';

/** Middle of the town, RD metres; everything in it lies within a kilometre. */
export const TOWN = [84_500, 446_500] as const;

/** The same in EPSG:3857. */
export const TOWN_3857 = rdToWebMercator([...TOWN]);

const MUNICIPALITY = 'GM9999';
const DATASET = 'tile-town';

/** Well-known text of an axis-parallel rectangle in RD metres from the middle of the town. */
export const rectangle = (left: number, bottom: number, right: number, top: number): string => {
  const [x, y] = TOWN;
  const ring = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    [left, bottom],
  ].map(([east, north]) => `${x + east!} ${y + north!}`);
  return `(${ring.join(', ')})`;
};

/**
 * Fills an empty database by hand: a municipality at revision 1 with three areas (one with a hole, one of two
 * parts), a few buildings, base map features, cells of both sizes and premises with one series.
 * @returns the number of the revision
 */
export async function seedTileTown(database: Database): Promise<number> {
  await database.query(sql`insert into municipality (code, name, extent)
    values (${MUNICIPALITY}, 'Tegelstad', ST_MakeEnvelope(83500, 445500, 85500, 447500, 28992))`);
  const revision = await bumpRevision(database);
  await database.query(sql`insert into dataset (id, municipality, source, title, owner, licence, attribution,
      imported_by, revision, read_count, loaded_count, rejected_count)
    values (${DATASET}, ${MUNICIPALITY}, 'osm', 'Tegelstad', 'nobody', 'none', 'Made <by> hand', 'test', 1, 0, 0, 0)`);
  await seedAreas(database);
  await seedBuildings(database);
  await seedBase(database);
  await seedCells(database);
  await seedPremises(database);
  return revision;
}

/** Adds a revision, as every import does at its end. */
export async function bumpRevision(database: Database): Promise<number> {
  const [row] = await database.query<{ number: number }>(sql`
    insert into revision (municipality, reason, made_by, software) values (${MUNICIPALITY}, 'test', 'test', 'test')
    returning number`);
  return row!.number;
}

/** Adds an area; `polygons` is the inside of a MULTIPOLYGON in RD metres. */
export async function addArea(database: Database, id: string, kind: string, polygons: string): Promise<void> {
  const text = `SRID=28992;MULTIPOLYGON(${polygons})`;
  await database.query(sql`insert into area (id, municipality, kind, name, geom, geom_3857, dataset)
    values (${id}, ${MUNICIPALITY}, ${kind}, ${`Name of ${id}`}, ${text}::geometry,
      ST_Transform(${text}::geometry, 3857), ${DATASET})`);
}

/** Adds a building of the given outline. */
export async function addBuilding(database: Database, id: string, year: number | null, polygons: string) {
  const text = `SRID=28992;MULTIPOLYGON(${polygons})`;
  await database.query(sql`insert into building (id, municipality, build_year, use, geom, geom_3857, dataset)
    values (${id}, ${MUNICIPALITY}, ${year}, ${year === null ? null : 'house'}, ${text}::geometry,
      ST_Transform(${text}::geometry, 3857), ${DATASET})`);
}

async function seedAreas(database: Database): Promise<void> {
  const ring = `(${rectangle(-300, -300, 300, 300)}, ${rectangle(-100, -100, 100, 100)})`;
  await addArea(database, 'centre', 'town-centre', ring);
  const parts = `(${rectangle(400, 0, 500, 100)}), (${rectangle(600, 0, 650, 100)})`;
  await addArea(database, 'works', 'work-area', parts);
  await addArea(database, 'speck', 'village-core', `(${rectangle(-800, 0, -799, 1)})`);
}

async function seedBuildings(database: Database): Promise<void> {
  await addBuilding(database, 'b1', 1935, `(${rectangle(0, 0, 10, 12)})`);
  await addBuilding(database, 'b2', null, `(${rectangle(20, 0, 40, 12)}, ${rectangle(25, 3, 35, 9)})`);
  await addBuilding(database, 'shed', 2001, `(${rectangle(60, 0, 61, 1)})`);
}

async function addBase(
  database: Database,
  layer: string,
  className: string,
  name: string | null,
  text: string,
) {
  await database.query(sql`insert into base_feature (municipality, layer, class, name, min_zoom, geom_3857, dataset)
    values (${MUNICIPALITY}, ${layer}, ${className}, ${name}, ${layer === 'road' ? 12 : 0},
      ST_Transform(${`SRID=28992;${text}`}::geometry, 3857), ${DATASET})`);
}

async function seedBase(database: Database): Promise<void> {
  const [x, y] = TOWN;
  const line = (from: number, to: number) => `LINESTRING(${x + from} ${y}, ${x + to} ${y})`;
  await addBase(database, 'road', 'main', 'Marktstraat', line(-900, 0));
  await addBase(database, 'road', 'main', 'Marktstraat', line(0, 900));
  await addBase(database, 'road', 'path', null, line(-50, 50));
  await addBase(database, 'water', 'area', 'Plas', `POLYGON(${rectangle(-900, -900, -500, -500)})`);
  await addBase(database, 'place', 'town', 'Tegelstad', `POINT(${x} ${y})`);
}

async function seedCells(database: Database): Promise<void> {
  await database.query(sql`insert into series (id, municipality, evidence, kind, name_nl, name_en, definition_nl,
      definition_en, source, rhythm_months, access, reliability, rank, dataset)
    values ('mapped', ${MUNICIPALITY}, 'mapped', 'state', 'a', 'a', 'a', 'a', 'osm', 12, 'open', 'medium', 1, ${DATASET}),
      ('second', ${MUNICIPALITY}, 'own-list', 'spell', 'b', 'b', 'b', 'b', 'list', 12, 'planner', 'medium', 2, ${DATASET})`);
  await database.query(sql`insert into published_cell (series, x, y, function, tally)
    select 'mapped', x, 446500, function, '\\x00'::bytea
    from unnest(array[84000, 84500]) as x, unnest(array['all', 'retail']) as function`);
  await database.query(sql`insert into cell (series, size, x, y, function, tally)
    select series, size, 84500, 446500, 'all', '\\x00'::bytea
    from unnest(array['mapped', 'second']) as series, unnest(array[100, 500]) as size`);
}

async function addPremises(database: Database, id: string, east: number, functions: string[]): Promise<void> {
  const text = `SRID=28992;POINT(${TOWN[0] + east} ${TOWN[1] + 5})`;
  await database.query(sql`insert into premises (id, municipality, name, point, point_3857, dataset)
    values (${id}, ${MUNICIPALITY}, ${`Name of ${id}`}, ${text}::geometry, ST_Transform(${text}::geometry, 3857), ${DATASET})`);
  await database.query(sql`insert into premises_period (premises, from_date, until_date, function)
    select ${id}, make_date(2000 + number::int, 1, 1),
      case when function = 'gone' or number < ${functions.length} then make_date(2001 + number::int, 1, 1) end,
      replace(function, 'gone', 'other')
    from unnest(${functions}::text[]) with ordinality as period (function, number)`);
}

async function seedPremises(database: Database): Promise<void> {
  await addPremises(database, 'p1', 5, ['office', 'housing']);
  await addPremises(database, 'p2', 25, ['retail']);
  await addPremises(database, 'p3', 65, ['retail']);
  await addPremises(database, 'demolished', 85, ['retail', 'gone']);
  await database.query(sql`insert into premises_state (series, premises, states)
    values ('mapped', 'p1', '\\x0201'::bytea), ('mapped', 'p2', '\\x0102'::bytea), ('second', 'p2', '\\x01'::bytea)`);
  await database.query(sql`insert into spell (premises, series, first_seen, last_seen, from_earliest, from_latest, until_earliest, until_latest)
    values ('p1', 'mapped', '2023-01-01', '2023-01-01', null, '2023-01-01', '2023-01-01', '2024-01-01'),
      ('p2', 'mapped', '2024-01-01', '2024-01-01', '2023-01-01', '2023-11-05', null, null)`);
}
