import { type Box, crsOfEpsg, findCrs, isInNetherlands, type VectorCrs } from './vector-crs.ts';
import { vectorFault } from './vector-fault.ts';
import { boxOf, type VectorFeature } from './vector-feature.ts';
import { isTooLarge, type VectorFormat, vectorFormatOf } from './vector-format.ts';
import { readWithGdal } from './vector-gdal.ts';
import { readGeoJson } from './vector-geojson.ts';
import { readKml } from './vector-kml.ts';
import { type Unpacked, unpackVector } from './vector-unpack.ts';

/** A file of shapes as it was read: the objects of one layer, in a known coordinate system. */
export interface VectorFile {
  format: Exclude<VectorFormat, 'zip'>;
  /** All layers, by name; empty where the format has none. */
  layers: string[];
  /** Name of the layer that was read; null where the format has none. */
  layer: string | null;
  crs: VectorCrs;
  /** Whether the file names it; otherwise it was seen by the numbers. */
  crsStated: boolean;
  features: VectorFeature[];
  /** Objects in the layer; more than `features` where only part of it was asked for. */
  total: number;
  /** Numbers of objects that lie outside the Netherlands, wholly or in part. */
  outside: ReadonlySet<number>;
  /** What a GeoJSON file says beside its objects. */
  beside: Readonly<Record<string, unknown>>;
}

/** Objects that show what a file is. */
export const ENOUGH_TO_SEE = 50;

/** What can be said beside a file of shapes. */
export interface VectorOptions {
  /** Names of layers in order of preference, as regular expressions without flags (case does not matter). */
  prefer?: readonly string[];
  /** Only objects that touch this box (RD, metres), where the format can find them without reading all. */
  within?: Box | undefined;
  /** Only the first objects, where the format can do that: enough to see what a file is. */
  most?: number | undefined;
  signal?: AbortSignal | undefined;
}

interface RawFile {
  layers: string[];
  layer: string | null;
  epsg: number | null;
  hasCrs: boolean;
  features: VectorFeature[];
  total: number;
  beside: Readonly<Record<string, unknown>>;
}

async function readRaw(unpacked: Unpacked, options: VectorOptions): Promise<RawFile> {
  const { format, files } = unpacked;
  if (format === 'geojson') {
    const { epsg, features, beside } = await readGeoJson(files[0]!.path);
    return { layers: [], layer: null, epsg, hasCrs: true, features, total: features.length, beside };
  }
  if (format === 'kml') {
    const features = await readKml(files[0]!.path, options.signal);
    const total = features.length;
    return { layers: [], layer: null, epsg: 4326, hasCrs: true, features, total, beside: {} };
  }
  const task = { files, prefer: [...(options.prefer ?? [])], within: options.within, most: options.most };
  const read = await readWithGdal(task, options.signal);
  const names = read.layers.map(({ name }) => name);
  const layer = read.layers[read.chosen];
  const { epsg, hasCrs } = layer ?? { epsg: null, hasCrs: false };
  return {
    layers: names,
    layer: names[read.chosen] ?? null,
    epsg,
    hasCrs,
    features: read.features,
    total: Math.max(read.features.length, layer?.count ?? 0),
    beside: {},
  };
}

/** The system as the file states it; null: it states none. @throws ImportError for one that is not supported */
function statedCrs({ epsg, hasCrs }: RawFile): VectorCrs | null {
  if (!hasCrs) return null;
  const crs = epsg === null ? undefined : crsOfEpsg(epsg);
  if (crs === undefined) throw vectorFault('vector-crs-unsupported');
  return crs;
}

function placed(raw: RawFile): Pick<VectorFile, 'crs' | 'crsStated' | 'outside'> {
  const boxes = raw.features.map(({ geometry }) => (geometry === null ? undefined : boxOf(geometry)));
  const known = boxes.filter(box => box !== undefined);
  const stated = statedCrs(raw);
  if (known.length === 0) return { crs: stated ?? 28992, crsStated: stated !== null, outside: new Set() };
  const found = findCrs(stated, known);
  if ('fault' in found) throw vectorFault(found.fault);
  const outside = raw.features.filter((_, index) => {
    const box = boxes[index];
    return box !== undefined && !isInNetherlands(found.crs, box);
  });
  return {
    crs: found.crs,
    crsStated: found.stated,
    outside: new Set(outside.map(({ number }) => number)),
  };
}

/**
 * Reads one layer of a file of shapes: GeoPackage, zipped Shapefile, GeoJSON, KML (KMZ), also zipped. What it is, is seen by
 * its content. Coordinates stay in the system of the file, which is held against the Netherlands.
 * @throws ImportError `vector-...`, `zip-...`; the signal's reason. A file that is too large is refused before it is read.
 */
export async function readVectorFile(path: string, options: VectorOptions = {}): Promise<VectorFile> {
  const format = await vectorFormatOf(path);
  if (format === undefined) throw vectorFault('vector-unknown');
  if (await isTooLarge(path, format)) throw vectorFault('vector-too-large');
  options.signal?.throwIfAborted();
  const unpacked = await unpackVector(path, format);
  try {
    for (const file of unpacked.files)
      if (await isTooLarge(file.path, unpacked.format)) throw vectorFault('vector-too-large');
    const raw = await readRaw(unpacked, options);
    if (raw.total === 0) throw vectorFault('vector-empty');
    const { layers, layer, features, total, beside } = raw;
    return { format: unpacked.format, layers, layer, features, total, beside, ...placed(raw) };
  } finally {
    await unpacked.remove();
  }
}
