import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { ImportError } from '../import/import-error.ts';

/** First bytes of every SQLite file, and so of every GeoPackage. */
const MAGIC = 'SQLite format 3\0';

/** Rows that are read without letting anybody else have a turn: some milliseconds. */
const BATCH = 2_000;

const FAULTS = {
  'geopackage-unreadable': [
    'Dit bestand is geen leesbaar GeoPackage. Download of maak het opnieuw.',
    'This file is not a readable GeoPackage. Download or make it again.',
  ],
  'geopackage-damaged': [
    'Het GeoPackage is beschadigd of niet compleet. Download of maak het opnieuw.',
    'The GeoPackage is damaged or incomplete. Download or make it again.',
  ],
} as const;

function packageFault(code: keyof typeof FAULTS, cause?: unknown): ImportError {
  const [nl, en] = FAULTS[code];
  return new ImportError({ code, nl, en }, cause === undefined ? undefined : { cause });
}

/** A table with geometry. */
export interface GeoPackageLayer {
  table: string;
  geometryColumn: string;
  /** EPSG code as the file gives it; -1 and 0 mean that it is not known. */
  srsId: number;
  /** All columns in the order of the table. */
  columns: readonly string[];
  /** Whether the file has a spatial index of it. */
  indexed: boolean;
}

/** A value as SQLite gives it. */
export type PackageValue = string | number | bigint | Uint8Array | null;

/** A rectangle in the coordinates of a layer. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Which rows of a layer are read. */
export interface RowFilter {
  /** Those whose box meets the rectangle, where the file has an index for it; all of them where it has none. */
  within?: Box | undefined;
  /** Those with this value in this column. */
  equals?: readonly [column: string, value: string] | undefined;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Whether a file is an SQLite database, by its first bytes. */
export async function isSqlite(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === MAGIC;
  } finally {
    await file.close();
  }
}

/** A GeoPackage that is open for reading. Memory does not grow with the number of rows that are read. */
export class GeoPackage {
  readonly layers: readonly GeoPackageLayer[];
  readonly #file: DatabaseSync;

  constructor(path: string) {
    try {
      this.#file = new DatabaseSync(path, { readOnly: true });
      // The file is a stranger's: nothing in its schema may call a function.
      this.#file.exec('pragma trusted_schema = off');
      this.layers = this.#readLayers();
    } catch (cause) {
      throw cause instanceof ImportError ? cause : packageFault('geopackage-unreadable', cause);
    }
  }

  /** The layer of a name, whatever its capitals; undefined without one. */
  layer(name: string): GeoPackageLayer | undefined {
    return this.layers.find(({ table }) => table.toLowerCase() === name);
  }

  /**
   * Values of the columns of every row, a few thousand rows at a time, in the order of the file.
   * @throws ImportError `geopackage-damaged` when the file breaks off
   */
  async *batches(
    layer: GeoPackageLayer,
    columns: readonly string[],
    { within, equals }: RowFilter = {},
  ): AsyncGenerator<PackageValue[][]> {
    const ids = within && layer.indexed ? this.#idsWithin(layer, within) : undefined;
    const ranges = ids ? listedRanges(ids) : this.#numberedRanges(layer);
    const rows = ids ? 'rowid in (select value from json_each(?))' : 'rowid >= ? and rowid < ?';
    const fits = equals ? ` and ${quoted(equals[0])} = ?` : '';
    const statement = this.#prepare(
      `select ${columns.map(quoted).join(', ')} from ${quoted(layer.table)} where ${rows}${fits} order by rowid`,
    );
    statement.setReturnArrays(true);
    const values = equals ? [equals[1]] : [];
    for (const range of ranges) {
      const batch = attempt(() => statement.all(...range, ...values) as unknown as PackageValue[][]);
      if (batch.length > 0) yield batch;
      // Whoever else waits in this process has a turn, also while nothing fits the filter.
      else await new Promise<void>(resolve => setImmediate(resolve));
    }
  }

  /** The rows of {@link batches} one by one. */
  async *rows(
    layer: GeoPackageLayer,
    columns: readonly string[],
    filter: RowFilter = {},
  ): AsyncGenerator<PackageValue[]> {
    for await (const batch of this.batches(layer, columns, filter)) yield* batch;
  }

  /** How many rows a layer has. */
  count({ table }: GeoPackageLayer): number {
    return Number(this.value(`select count(*) from ${quoted(table)}`));
  }

  /** Distinct values of a column, at most so many. */
  distinct({ table }: GeoPackageLayer, column: string, most: number): string[] {
    const statement = this.#prepare(
      `select distinct ${quoted(column)} as value from ${quoted(table)} where ${quoted(column)} is not null
       order by 1 limit ${most}`,
    );
    return attempt(() => statement.all()).map(({ value }) => `${value}`);
  }

  /** The date of the newest change that the list of contents names, ISO; null when it names none. */
  lastChange(): string | null {
    const value = this.value('select max(last_change) from gpkg_contents');
    return typeof value === 'string' ? (/^\d{4}-\d\d-\d\d/.exec(value)?.[0] ?? null) : null;
  }

  close(): void {
    this.#file.close();
  }

  /** First value of the first row of a statement of ours. */
  value(statement: string): PackageValue {
    const row = attempt(() => this.#prepare(statement).get());
    return row === undefined ? null : ((Object.values(row)[0] ?? null) as PackageValue);
  }

  #prepare(statement: string) {
    return attempt(() => this.#file.prepare(statement));
  }

  /** Ranges of row numbers that hold every row, without long walks through gaps. */
  *#numberedRanges({ table }: GeoPackageLayer): Generator<[number, number]> {
    const next = this.#prepare(`select min(rowid) as low from ${quoted(table)} where rowid >= ?`);
    const lowest = (from: number) => attempt(() => next.get(from) as { low: number | null }).low;
    for (let low = lowest(Number.MIN_SAFE_INTEGER); low !== null; low = lowest(low + BATCH))
      yield [low, low + BATCH];
  }

  /** Numbers of the rows whose box meets a rectangle, by the spatial index: eight bytes each. */
  #idsWithin({ table, geometryColumn }: GeoPackageLayer, within: Box): Float64Array {
    const index = quoted(`rtree_${table}_${geometryColumn}`);
    const statement = this.#prepare(
      `select id from ${index} where maxx >= ? and maxy >= ? and minx <= ? and miny <= ?`,
    );
    statement.setReturnArrays(true);
    const rows = attempt(() => statement.all(...within) as unknown as [number][]);
    return Float64Array.from(rows, ([id]) => id).sort();
  }

  #readLayers(): GeoPackageLayer[] {
    const rows = this.#file
      .prepare(
        `select g.table_name as "table", g.column_name as "geometryColumn", g.srs_id as "srsId",
           coalesce(s.organization_coordsys_id, g.srs_id) as epsg,
           exists (select 1 from sqlite_master m
             where m.name = 'rtree_' || g.table_name || '_' || g.column_name) as indexed
         from gpkg_geometry_columns g
         join gpkg_contents c on c.table_name = g.table_name
         join sqlite_master t on t.name = g.table_name and t.type = 'table'
         left join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id`,
      )
      .all() as { table: string; geometryColumn: string; epsg: number; indexed: number }[];
    return rows.map(({ table, geometryColumn, epsg, indexed }) => {
      const columns = this.#file.prepare(`pragma table_info(${quoted(table)})`).all() as { name: string }[];
      return {
        table,
        geometryColumn,
        srsId: epsg,
        columns: columns.map(({ name }) => name),
        indexed: indexed === 1,
      };
    });
  }
}

function* listedRanges(ids: Float64Array): Generator<[string]> {
  for (let at = 0; at < ids.length; at += BATCH)
    yield [JSON.stringify(Array.from(ids.subarray(at, at + BATCH)))];
}

function attempt<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw packageFault('geopackage-damaged', cause);
  }
}

/** Bytes of the envelope by the code in the flags of a geometry. */
const ENVELOPES = [0, 32, 48, 48, 64];
const HAS_SRID = 0x20000000;

/** A geometry of a GeoPackage, as PostGIS takes it. */
export interface PackageGeometry {
  /** Hex EWKB with the EPSG code. */
  hex: string;
  /** First position of it, to see where it lies. */
  x: number;
  y: number;
}

/**
 * Turns the geometry of a GeoPackage (header, envelope, WKB) into hex EWKB, without reading its coordinates.
 * @param srid EPSG code to write; the one in the header is the file's own number of it
 * @returns null for null, an empty geometry, or bytes that are no geometry
 */
export function packageGeometry(value: PackageValue | undefined, srid: number): PackageGeometry | null {
  if (!(value instanceof Uint8Array) || value.length < 13 || value[0] !== 0x47 || value[1] !== 0x50)
    return null;
  const flags = value[3]!;
  const envelope = ENVELOPES[(flags >> 1) & 7];
  // Bit 4: empty; bit 5: a type that is no standard geometry.
  if (envelope === undefined || (flags & 0x30) !== 0) return null;
  const bytes = Buffer.from(value.buffer, value.byteOffset + 8 + envelope, value.length - 8 - envelope);
  return ewkbOf(bytes, srid);
}

function ewkbOf(bytes: Buffer, srid: number): PackageGeometry | null {
  const at = firstPosition(bytes, 0);
  if (at === null || at + 16 > bytes.length) return null;
  const little = bytes[0] === 1;
  const head = Buffer.allocUnsafe(9);
  head[0] = bytes[0]!;
  const type = ((little ? bytes.readUInt32LE(1) : bytes.readUInt32BE(1)) | HAS_SRID) >>> 0;
  if (little) {
    head.writeUInt32LE(type, 1);
    head.writeUInt32LE(srid, 5);
  } else {
    head.writeUInt32BE(type, 1);
    head.writeUInt32BE(srid, 5);
  }
  const [x, y] = little
    ? [bytes.readDoubleLE(at), bytes.readDoubleLE(at + 8)]
    : [bytes.readDoubleBE(at), bytes.readDoubleBE(at + 8)];
  return { hex: head.toString('hex') + bytes.toString('hex', 5), x, y };
}

/** Where the first coordinate stands; null for a type that is not read here, or nothing in it. */
function firstPosition(bytes: Buffer, start: number): number | null {
  if (bytes.length < start + 9 || bytes[start]! > 1) return null;
  const read = (offset: number) =>
    bytes[start] === 1 ? bytes.readUInt32LE(offset) : bytes.readUInt32BE(offset);
  const type = (read(start + 1) & 0x0fffffff) % 1000;
  if (type === 1) return start + 5;
  if (read(start + 5) === 0 || type > 6) return null;
  if (type === 2) return start + 9;
  if (type === 3) return bytes.length < start + 13 || read(start + 9) === 0 ? null : start + 13;
  return firstPosition(bytes, start + 9);
}
