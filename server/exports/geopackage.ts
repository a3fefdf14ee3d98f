import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { extentOf, geometryBlob, RD, type Shape } from './geopackage-geometry.ts';
import { APPLICATION_ID, REFERENCE_SYSTEMS, SCHEMA, USER_VERSION } from './geopackage-schema.ts';

/** What a column holds. Null is unknown; a mark of the policy stands in a column of its own. */
export type ColumnType = 'TEXT' | 'REAL' | 'INTEGER';

/** A value in a table. */
export type Cell = string | number | null;

/** One table: a layer of features where `geometry` says of what kind, else plain attributes. */
export interface GeoPackageTable {
  name: string;
  description: string;
  geometry: 'POINT' | 'MULTIPOLYGON' | 'MULTILINESTRING' | 'GEOMETRY' | null;
  /** In order; the key `fid` and the geometry `geom` are added. */
  columns: readonly (readonly [name: string, type: ColumnType])[];
  /** Cells in the order of the columns, and a shape in metres RD; null: none. */
  rows: readonly { cells: readonly Cell[]; shape?: Shape | null }[];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function register(file: DatabaseSync, table: GeoPackageTable, changedAt: string): void {
  const extent = extentOf(table.rows.flatMap(({ shape }) => shape ?? []));
  const [west, south, east, north] = extent ?? [null, null, null, null];
  const { name, description, geometry } = table;
  file
    .prepare('insert into gpkg_contents values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      ...[name, geometry === null ? 'attributes' : 'features', name, description, changedAt],
      ...[west, south, east, north],
      geometry === null ? null : RD,
    );
  if (geometry === null) return;
  file.prepare("insert into gpkg_geometry_columns values (?, 'geom', ?, ?, 0, 0)").run(name, geometry, RD);
}

function fill(file: DatabaseSync, { name, geometry, columns, rows }: GeoPackageTable): void {
  const spatial = geometry === null ? [] : [`geom ${geometry}`];
  const own = columns.map(([column, type]) => `${quoted(column)} ${type}`);
  const defined = ['fid integer primary key autoincrement not null', ...spatial, ...own];
  file.exec(`create table ${quoted(name)} (${defined.join(', ')})`);
  const marks = ['null', ...spatial.map(() => '?'), ...own.map(() => '?')];
  const insert = file.prepare(`insert into ${quoted(name)} values (${marks.join(', ')})`);
  for (const { cells, shape } of rows) {
    const blob = geometry === null ? [] : [shape ? geometryBlob(shape) : null];
    insert.run(...blob, ...cells);
  }
}

function write(path: string, tables: readonly GeoPackageTable[], changedAt: string): void {
  const file = new DatabaseSync(path);
  try {
    file.exec(
      `pragma application_id = ${APPLICATION_ID}; pragma user_version = ${USER_VERSION}; begin; ${SCHEMA}`,
    );
    const reference = file.prepare('insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, ?)');
    for (const system of REFERENCE_SYSTEMS) reference.run(...system);
    for (const table of tables) {
      register(file, table, changedAt);
      fill(file, table);
    }
    file.exec('commit');
  } finally {
    file.close();
  }
}

/**
 * A GeoPackage (OGC 12-128r17, version 1.3) in RD New, as bytes; equal tables give equal bytes. It is written to a file
 * that is gone again afterwards, because SQLite of the older Node 24 versions hands out no memory.
 * @param changedAt instant (ISO) that every table says it was last changed on
 */
export function geoPackage(tables: readonly GeoPackageTable[], changedAt: string): Uint8Array<ArrayBuffer> {
  const directory = mkdtempSync(join(tmpdir(), 'kernkaart-export-'));
  try {
    const path = join(directory, 'export.gpkg');
    write(path, tables, new Date(changedAt).toISOString());
    return new Uint8Array(readFileSync(path));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
