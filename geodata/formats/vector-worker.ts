// Runs GDAL in a thread of its own: it blocks while it works, and its memory goes with the thread.

import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { VectorFeature } from './vector-feature.ts';

/** The part of gdal3.js that is used; its own types say less than it does. */
interface Gdal {
  open(file: string): Promise<{ datasets: object[] }>;
  ogrinfo(dataset: object, options?: string[]): Promise<{ layers?: LayerInfo[] }>;
  ogr2ogr(dataset: object, options: string[], name: string): Promise<{ local: string }>;
  getFileBytes(file: { local: string }): Promise<Uint8Array>;
  close(dataset: object): Promise<void>;
  Module: { FS: { unlink(path: string): void } };
}

interface LayerInfo {
  name: string;
  featureCount: number;
  geometryFields?: {
    type?: string;
    coordinateSystem?: { wkt?: string; projjson?: { id?: CrsId; name?: string } } | null;
  }[];
}

interface CrsId {
  authority?: string;
  code?: number | string;
}

/** A layer as GDAL describes it. */
export interface GdalLayer {
  name: string;
  count: number;
  /** EPSG code; null: the file does not say it, or not in a way that is known. */
  epsg: number | null;
  /** Whether the file names any system at all. */
  hasCrs: boolean;
}

/** What the thread is told: files to open, each of one layer or more. */
export interface VectorTask {
  /** `title`: the name that its only layer has for people, where its file was renamed. */
  files: { path: string; title: string | null }[];
  /** Names of layers in order of preference, as sources of regular expressions; the first with objects otherwise. */
  prefer: string[];
  /** Only objects that touch this box, RD metres; undefined: all. */
  within?: readonly [number, number, number, number] | undefined;
  /** Only so many objects; undefined: all. */
  most?: number | undefined;
}

/** What this thread says: layers, which of them it reads, its objects as they come, and at last whether GDAL found faults. */
export type VectorMessage =
  | { layers: GdalLayer[]; chosen: number }
  | { features: VectorFeature[] }
  | { done: true; faults: string[] };

const BATCH = 2_000;
/** Decimals of coordinates: a tenth of a millimetre in degrees, far less in metres. */
const DECIMALS = '9';

const require = createRequire(import.meta.url);
const faults: string[] = [];
const port = parentPort!;
const { files, prefer, within, most } = workerData as VectorTask;
const tell = (message: VectorMessage): void => port.postMessage(message);

async function start(): Promise<Gdal> {
  const initialise = require('gdal3.js/node') as (options: object) => Promise<Gdal>;
  const directory = join(dirname(require.resolve('gdal3.js/package.json')), 'dist', 'package');
  return initialise({
    // It puts `./` before the path of its data file, so an absolute path does not work.
    path: relative(process.cwd(), directory).split(sep).join('/'),
    useWorker: false,
    logHandler: () => undefined,
    // The only way in which GDAL says that something went wrong.
    errorHandler: (text: string) => void (/^ERROR/.test(text) && faults.push(text)),
  });
}

/** Names under which RD New goes in projection files of other software, without a code. */
const RD_NAME = /^(amersfoort[ _/]*)?rd[ _]?new$|^amersfoort[ _/]+rd[ _]?new/i;

function layerOf({ name, featureCount, geometryFields }: LayerInfo): GdalLayer {
  const system = geometryFields?.[0]?.coordinateSystem;
  const { id, name: title = '' } = system?.projjson ?? {};
  const code = id?.authority === 'EPSG' ? Number(id.code) : id?.authority === 'OGC' ? 4326 : null;
  const epsg = code ?? (RD_NAME.test(title) ? 28992 : /^(GCS_)?WGS[ _]?(19)?84$/i.test(title) ? 4326 : null);
  return { name, count: featureCount, epsg, hasCrs: Boolean(system?.wkt) };
}

/** The layer to read: by preference, else the first that has anything in it, else the first. */
function choose(layers: readonly GdalLayer[]): number {
  for (const source of prefer) {
    const found = layers.findIndex(({ name }) => new RegExp(source, 'i').test(name));
    if (found !== -1) return found;
  }
  return Math.max(
    0,
    layers.findIndex(({ count }) => count > 0),
  );
}

interface Line {
  properties?: Record<string, unknown>;
  geometry: GeoJSON.Geometry | null;
}

/** GeoJSON without the rules of RFC 7946, so that coordinates stay in the system of the file. */
async function readLayer(gdal: Gdal, dataset: object, layer: string): Promise<Line[]> {
  const options = [
    '-f',
    'GeoJSON',
    '-lco',
    'RFC7946=NO',
    '-lco',
    `COORDINATE_PRECISION=${DECIMALS}`,
    '-dim',
    'XY',
    ...(within === undefined ? [] : ['-spat', ...within.map(String), '-spat_srs', 'EPSG:28992']),
    ...(most === undefined ? [] : ['-limit', String(most)]),
    layer,
  ];
  const output = await gdal.ogr2ogr(dataset, options, 'shapes');
  const text = Buffer.from(await gdal.getFileBytes(output)).toString('utf8');
  gdal.Module.FS.unlink(output.local);
  return (JSON.parse(text) as { features: Line[] }).features;
}

const gdal = await start();
const layers: GdalLayer[] = [];
const at: { dataset: object; name: string }[] = [];
for (const { path, title } of files) {
  const { datasets } = await gdal.open(path);
  const info = await gdal.ogrinfo(datasets[0]!);
  for (const layer of info.layers ?? []) {
    layers.push({ ...layerOf(layer), name: title ?? layer.name });
    at.push({ dataset: datasets[0]!, name: layer.name });
  }
}
const chosen = choose(layers);
tell({ layers, chosen });
const from = at[chosen];
if (from !== undefined && faults.length === 0) {
  const lines = await readLayer(gdal, from.dataset, from.name);
  for (let begin = 0; begin < lines.length; begin += BATCH) {
    const features = lines
      .slice(begin, begin + BATCH)
      .map(({ properties, geometry }, index): VectorFeature => {
        return { number: begin + index + 1, properties: properties ?? {}, geometry };
      });
    tell({ features });
  }
}
tell({ done: true, faults });
