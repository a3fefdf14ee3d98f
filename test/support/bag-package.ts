import { DatabaseSync } from 'node:sqlite';

/** A value of a column. */
type Value = string | number | Uint8Array | null;

/** A layer to write: rows by column; `geom` is a WKT point or polygon, null, or bytes as they are. */
export interface LayerDraft {
  name: string;
  srsId?: number;
  columns: readonly string[];
  rows: readonly Readonly<Record<string, Value>>[];
}

const numbers = (text: string): number[][] =>
  text.split(',').map(position => position.trim().split(/\s+/).map(Number));

/** A GeoPackage geometry of WKT: `POINT(1 2)`, `POLYGON((0 0, 1 0, 1 1, 0 0))`; without an envelope, little-endian. */
export function packageBytes(wkt: string, srsId = 28992): Uint8Array {
  const head = Buffer.alloc(8);
  head.write('GP', 0, 'latin1');
  head[3] = 1;
  head.writeInt32LE(srsId, 4);
  const point = /^POINT\((.*)\)$/.exec(wkt);
  const rings = point
    ? [numbers(point[1]!)]
    : [.../\(\((.*)\)\)$/.exec(wkt)![1]!.matchAll(/[^()]+(?=\)|$)/g)]
        .map(([ring]) => ring.replace(/^,\s*/, ''))
        .filter(ring => /\d/.test(ring))
        .map(numbers);
  const parts: Buffer[] = [];
  const count = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    parts.push(bytes);
  };
  parts.push(Buffer.from([1]));
  count(point ? 1 : 3);
  if (!point) count(rings.length);
  for (const ring of rings) {
    if (!point) count(ring.length);
    for (const value of ring.flat()) {
      const bytes = Buffer.alloc(8);
      bytes.writeDoubleLE(value);
      parts.push(bytes);
    }
  }
  return Buffer.concat([head, ...parts]);
}

/** Writes a GeoPackage by hand, without anybody's library. */
export function writePackage(path: string, layers: readonly LayerDraft[]): void {
  const file = new DatabaseSync(path);
  file.exec(`
    create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text,
      organization_coordsys_id integer, definition text, description text);
    insert into gpkg_spatial_ref_sys values ('RD', 28992, 'EPSG', 28992, '', ''), ('WGS 84', 4326, 'EPSG', 4326, '', '');
    create table gpkg_contents (table_name text primary key, data_type text, identifier text, description text,
      last_change datetime, min_x double, min_y double, max_x double, max_y double, srs_id integer);
    create table gpkg_geometry_columns (table_name text, column_name text, geometry_type_name text, srs_id integer,
      z tinyint, m tinyint);`);
  for (const { name, srsId = 28992, columns, rows } of layers) {
    file.exec(`
      create table "${name}" (feature_id integer primary key, geom blob, ${columns.map(column => `"${column}"`).join(', ')});
      insert into gpkg_contents values ('${name}', 'features', '${name}', '', '2026-01-08T00:00:00.000Z', 0, 0, 0, 0, ${srsId});
      insert into gpkg_geometry_columns values ('${name}', 'geom', 'GEOMETRY', ${srsId}, 0, 0);`);
    const insert = file.prepare(
      `insert into "${name}" (geom, ${columns.map(column => `"${column}"`).join(', ')})
       values (${['geom', ...columns].map(() => '?').join(', ')})`,
    );
    for (const row of rows) {
      const shape = row.geom;
      const geom = typeof shape === 'string' ? packageBytes(shape, srsId) : (shape ?? null);
      insert.run(geom as Uint8Array, ...columns.map(column => row[column] ?? null));
    }
  }
  file.close();
}
