import { DatabaseSync } from 'node:sqlite';
import { FUNCTIONS } from '../../../geodata/vocabulary/function.ts';

/** What a generated file holds. */
export interface BagFileShape {
  path: string;
  /** Verblijfsobjecten, and as many panden. */
  rows: number;
}

const CODE = '9001';
const SRID = 28992;
/** Doors in a street, metres between them and between streets. */
const DOORS = 100;
const WIDTH = 8;
const DEPTH = 30;
const PURPOSES = FUNCTIONS.flatMap(({ bagPurposes }) => bagPurposes);

const COLUMNS = {
  verblijfsobject: `rdf_seealso text, identificatie text, oppervlakte integer, status text, gebruiksdoel text,
    openbare_ruimte_naam text, openbare_ruimte_naam_kort text, huisnummer integer, huisletter text, toevoeging text,
    postcode text, woonplaats_naam text, bouwjaar integer, pand_identificatie text, pandstatus text,
    nummeraanduiding_hoofdadres_identificatie text, openbare_ruimte_identificatie text, woonplaats_identificatie text,
    bronhouder_identificatie text`,
  pand: `rdf_seealso text, identificatie text, bouwjaar integer, status text, gebruiksdoel text,
    oppervlakte_min integer, oppervlakte_max integer, aantal_verblijfsobjecten integer`,
} as const;

/** Header of a GeoPackage geometry without envelope, and a WKB point or polygon behind it. */
function geometry(type: 1 | 3, positions: readonly (readonly [number, number])[]): Buffer {
  const head = type === 1 ? 5 : 13;
  const bytes = Buffer.alloc(8 + head + positions.length * 16);
  bytes.write('GP', 0, 'latin1');
  bytes[3] = 1;
  bytes.writeInt32LE(SRID, 4);
  bytes[8] = 1;
  bytes.writeUInt32LE(type, 9);
  if (type === 3) {
    bytes.writeUInt32LE(1, 13);
    bytes.writeUInt32LE(positions.length, 17);
  }
  positions.forEach(([x, y], at) => {
    bytes.writeDoubleLE(x, 8 + head + at * 16);
    bytes.writeDoubleLE(y, 16 + head + at * 16);
  });
  return bytes;
}

/** Rows of streets on a grid that begins in the north of the Netherlands and stays within it up to 2 million doors. */
function corner(index: number): [number, number] {
  const street = Math.floor(index / DOORS);
  const across = 100;
  return [
    110_000 + (street % across) * DOORS * (WIDTH + 1) + (index % DOORS) * WIDTH,
    400_000 + Math.floor(street / across) * DEPTH,
  ];
}

function makeTables(file: DatabaseSync): void {
  file.exec(`
    pragma journal_mode = off; pragma synchronous = off; pragma application_id = 1196444487; pragma user_version = 10300;
    create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text,
      organization_coordsys_id integer, definition text, description text);
    insert into gpkg_spatial_ref_sys values ('Amersfoort / RD New', ${SRID}, 'EPSG', ${SRID}, 'undefined', '');
    create table gpkg_contents (table_name text primary key, data_type text, identifier text, description text,
      last_change datetime, min_x double, min_y double, max_x double, max_y double, srs_id integer);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer,
      z tinyint, m tinyint);`);
  for (const [table, columns] of Object.entries(COLUMNS)) {
    const type = table === 'pand' ? 'POLYGON' : 'POINT';
    file.exec(`
      create table ${table} (feature_id integer primary key autoincrement, geom ${type}, ${columns});
      insert into gpkg_contents values ('${table}', 'features', '${table}', '', '2026-01-08T00:00:00.000Z',
        100000, 390000, 250000, 600000, ${SRID});
      insert into gpkg_geometry_columns values ('${table}', 'geom', '${type}', ${SRID}, 0, 0);`);
  }
}

const idOf = (type: string, index: number): string => `${CODE}${type}${String(index + 1).padStart(10, '0')}`;

function premisesValues(index: number): (string | number | Buffer | null)[] {
  const [x, y] = corner(index);
  const street = Math.floor(index / DOORS);
  const id = idOf('01', index);
  const name = `Straat met een gewone naam ${street}`;
  const postcode = `${1000 + (street % 9000)}${String.fromCharCode(65 + (street % 26), 65 + (index % 26))}`;
  const purpose = index % 12 === 0 ? PURPOSES[Math.floor(index / 12) % PURPOSES.length]! : 'woonfunctie';
  return [
    geometry(1, [[x + 3, y + 5]]),
    `http://bag.basisregistraties.overheid.nl/bag/id/verblijfsobject/${id}`,
    id,
    40 + (index % 97),
    'Verblijfsobject in gebruik',
    purpose,
    name,
    name,
    1 + (index % DOORS),
    index % 11 === 0 ? 'A' : null,
    index % 17 === 0 ? '2' : null,
    postcode,
    'Grootstad',
    1900 + (index % 120),
    idOf('10', index),
    'Pand in gebruik',
    idOf('20', index),
    idOf('30', street),
    '9901',
    CODE,
  ];
}

function buildingValues(index: number): (string | number | Buffer | null)[] {
  const [x, y] = corner(index);
  const id = idOf('10', index);
  const ring = [
    [x, y],
    [x + 7, y],
    [x + 7, y + 6],
    [x + 7, y + 11],
    [x + 3, y + 11],
    [x, y + 11],
    [x, y],
  ] as const;
  return [
    geometry(3, ring),
    `http://bag.basisregistraties.overheid.nl/bag/id/pand/${id}`,
    id,
    1900 + (index % 120),
    'Pand in gebruik',
    'woonfunctie',
    40 + (index % 97),
    40 + (index % 97),
    1,
  ];
}

/**
 * Writes a GeoPackage in the shape of bag-light, of an invented municipality GM9001: the same at every run. Some 0.7 GB for a
 * million of each.
 */
export function writeBagFile({ path, rows }: BagFileShape): void {
  const file = new DatabaseSync(path);
  makeTables(file);
  const fill = (table: string, values: (index: number) => (string | number | Buffer | null)[]) => {
    const marks = values(0)
      .map(() => '?')
      .join(', ');
    const names = [
      'geom',
      ...COLUMNS[table as 'pand'].split(',').map(column => column.trim().split(' ')[0]!),
    ];
    const insert = file.prepare(`insert into ${table} (${names.join(', ')}) values (${marks})`);
    file.exec('begin');
    for (let index = 0; index < rows; index += 1) insert.run(...values(index));
    file.exec('commit');
  };
  fill('verblijfsobject', premisesValues);
  fill('pand', buildingValues);
  file.close();
}
