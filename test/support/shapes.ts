import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../geodata/database/database.ts';
import type { ImportContext } from '../../geodata/import/context.ts';

/** A rectangle as a closed ring, counter-clockwise. */
export function rectangle(west: number, south: number, east: number, north: number): [number, number][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** One object of a file: its columns, and the rings of its polygon (or a whole geometry, or none). */
export interface Drawn {
  columns: Record<string, unknown>;
  shape: number[][][] | GeoJSON.Geometry | null;
}

function geometryOf(shape: Drawn['shape']): unknown {
  return Array.isArray(shape) ? { type: 'Polygon', coordinates: shape } : shape;
}

/** The text of a GeoJSON file. @param epsg named in it; undefined: it names none, which means degrees */
export function geoJson(drawn: readonly Drawn[], epsg?: number, beside: object = {}): string {
  const crs = epsg && { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${epsg}` } };
  const features = drawn.map(({ columns, shape }) => {
    return { type: 'Feature', properties: columns, geometry: geometryOf(shape) };
  });
  return JSON.stringify({ type: 'FeatureCollection', ...(crs ? { crs } : {}), ...beside, features });
}

/** A folder of a test file's own, gone afterwards. `write` gives the path of what it wrote. */
export function testFolder(name: string): {
  path(file: string): string;
  write(file: string, content: Uint8Array | string): Promise<string>;
} {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), `kernkaart-${name}-`));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const path = (file: string): string => join(folder, file);
  return {
    path,
    async write(file, content) {
      await writeFile(path(file), content);
      return path(file);
    },
  };
}

/** What an import is handed in a test. */
export function importContext(database: Database, changes: Partial<ImportContext> = {}): ImportContext {
  return {
    database,
    madeBy: 'a test',
    software: 'kernkaart 0',
    publish: async () => undefined,
    progress: () => undefined,
    ...changes,
  };
}

interface Gdal {
  open(file: string): Promise<{ datasets: object[] }>;
  ogr2ogr(dataset: object, options: string[], name: string): Promise<{ all: { local: string }[] }>;
  getFileBytes(file: string): Promise<Uint8Array>;
  close(dataset: object): Promise<void>;
}

/**
 * Has GDAL write a GeoJSON file in another format: names and bytes of the files that belong to it.
 * @param format as GDAL names it: `ESRI Shapefile`, `GPKG`
 */
export async function written(
  geoJsonFile: string,
  format: string,
  name: string,
  options: string[] = [],
): Promise<{ name: string; content: Uint8Array }[]> {
  const require = createRequire(import.meta.url);
  const initialise = require('gdal3.js/node') as (options: object) => Promise<Gdal>;
  const directory = join(dirname(require.resolve('gdal3.js/package.json')), 'dist', 'package');
  const gdal = await initialise({
    path: relative(process.cwd(), directory).split(sep).join('/'),
    useWorker: false,
    logHandler: () => undefined,
    errorHandler: () => undefined,
  });
  const { datasets } = await gdal.open(geoJsonFile);
  const output = await gdal.ogr2ogr(datasets[0]!, ['-f', format, ...options], name);
  await gdal.close(datasets[0]!);
  return Promise.all(
    output.all.map(async ({ local }) => ({
      name: local.split('/').at(-1)!,
      content: Uint8Array.from(await gdal.getFileBytes(local)),
    })),
  );
}
