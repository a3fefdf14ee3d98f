// Runs GDAL in a thread of its own: it blocks while it works, and its memory goes with the thread.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { ewkt, type OsmFeature, type Shape, type Tags } from './feature.ts';

/** The part of gdal3.js that is used; its own types say less than it does. */
interface Gdal {
  open(file: string, options: string[]): Promise<{ datasets: object[] }>;
  ogr2ogr(dataset: object, options: string[], name: string): Promise<{ local: string }>;
  getFileBytes(file: { local: string }): Promise<Uint8Array>;
  close(dataset: object): Promise<void>;
  Module: { FS: { writeFile(path: string, text: string): void; unlink(path: string): void } };
}

/** Layers of GDAL's OSM driver, and the shape of what is in them. */
const LAYERS: readonly (readonly [layer: string, shape: Shape, relation: boolean])[] = [
  ['points', 'point', false],
  ['lines', 'line', false],
  ['multipolygons', 'area', true],
  ['multilinestrings', 'parts', true],
  ['other_relations', 'parts', true],
];

/** What this thread says: features as they come, and at last whether GDAL found any fault. */
export type ReaderMessage = { features: OsmFeature[] } | { done: true; faults: string[] };

function tell(message: ReaderMessage): void {
  port.postMessage(message);
}

const CONFIG = '/osmconf.ini';
const BATCH = 2_000;

const require = createRequire(import.meta.url);
const faults: string[] = [];
const port = parentPort!;
const { file, sorted } = workerData as { file: string; sorted: boolean };

async function start(): Promise<Gdal> {
  const initialise = require('gdal3.js/node') as (options: object) => Promise<Gdal>;
  const directory = join(dirname(require.resolve('gdal3.js/package.json')), 'dist', 'package');
  const gdal = await initialise({
    // It puts `./` before the path of its data file, so an absolute path does not work.
    path: relative(process.cwd(), directory).split(sep).join('/'),
    useWorker: false,
    // Its own index wants objects sorted by id, which editors do not do; without it reading takes twice as long.
    env: { OSM_USE_CUSTOM_INDEXING: sorted ? 'YES' : 'NO' },
    logHandler: () => undefined,
    // The only way in which GDAL says that something went wrong.
    errorHandler: (text: string) => void (/^ERROR/.test(text) && faults.push(text)),
  });
  gdal.Module.FS.writeFile(CONFIG, readFileSync(new URL('osmconf.ini', import.meta.url), 'utf8'));
  return gdal;
}

/** One layer per opening: the driver reads the file from front to back once and gives other layers nothing. */
async function readLayer(gdal: Gdal, path: string, layer: string): Promise<string> {
  const { datasets } = await gdal.open(path, [`CONFIG_FILE=${CONFIG}`, 'TAGS_FORMAT=JSON']);
  const output = await gdal.ogr2ogr(datasets[0]!, ['-f', 'GeoJSONSeq', layer], layer);
  await gdal.close(datasets[0]!);
  const text = Buffer.from(await gdal.getFileBytes(output)).toString('utf8');
  gdal.Module.FS.unlink(output.local);
  return text;
}

interface Line {
  properties: Record<string, unknown>;
  geometry: GeoJSON.Geometry | null;
}

function toFeature(line: string, shape: Shape, relation: boolean): OsmFeature | undefined {
  const { properties, geometry } = JSON.parse(line) as Line;
  if (!geometry) return undefined;
  const { osm_id: id, osm_way_id: way } = properties as { osm_id?: string; osm_way_id?: string };
  const kind = relation && !way ? 'relation' : shape === 'point' ? 'node' : 'way';
  const tags = (properties.all_tags ?? properties.other_tags ?? {}) as Tags;
  return { reference: `${kind}/${way ?? id}`, shape, tags, geometry: ewkt(geometry) };
}

const gdal = await start();
const path = resolve(file).split(sep).join('/');
for (const [layer, shape, relation] of LAYERS) {
  const lines = (await readLayer(gdal, path, layer)).split('\n').filter(Boolean);
  if (faults.length > 0) break;
  for (let at = 0; at < lines.length; at += BATCH) {
    const features = lines.slice(at, at + BATCH).map(line => toFeature(line, shape, relation));
    tell({ features: features.filter(feature => feature !== undefined) });
  }
}
tell({ done: true, faults });
