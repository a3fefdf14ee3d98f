import { open, stat } from 'node:fs/promises';
import { openZip } from './zip.ts';

/** Formats of shapes that are read, a zip of them included. */
export type VectorFormat = 'geojson' | 'geopackage' | 'shapefile' | 'kml' | 'zip';

/** Bytes of a file that say what it is. */
const HEAD = 4_096;

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** First bytes of an ESRI shapefile (its file code 9994). */
const SHAPEFILE = Buffer.from([0, 0, 0x27, 0x0a]);

/** Where SQLite keeps the id of the application, which a GeoPackage sets to `GPKG`, `GP10` or `GP11`. */
const APPLICATION_ID = 68;

/** What a file is, by its first bytes and not by its name; undefined for no file of shapes. A zip may hold anything. */
export async function vectorFormatOf(path: string): Promise<VectorFormat | undefined> {
  const head = await headOf(path);
  if (head.subarray(0, 2).toString('latin1') === 'PK') return 'zip';
  if (head.subarray(0, 4).equals(SHAPEFILE)) return 'shapefile';
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (text.startsWith('SQLite format 3')) {
    const id = head.subarray(APPLICATION_ID, APPLICATION_ID + 2).toString('latin1');
    return id === 'GP' ? 'geopackage' : undefined;
  }
  if (text.startsWith('{')) return 'geojson';
  if (text.startsWith('<') && /<kml[\s>]/i.test(text)) return 'kml';
  return undefined;
}

/** Extensions of what is taken out of a zip, the first of a list naming the format. */
export const ZIPPED = {
  shapefile: ['shp', 'shx', 'dbf', 'prj', 'cpg'],
  geopackage: ['gpkg'],
  geojson: ['geojson', 'json'],
  kml: ['kml'],
} as const satisfies Partial<Record<VectorFormat, readonly string[]>>;

/** Extension of a path, lower case, without its dot. */
export const extensionOf = (name: string): string => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

const SHAPES: readonly string[] = Object.values(ZIPPED).map(([first]) => first);

/** Whether a file holds shapes, a zip by what lies in it; never throws for one that is something else. */
export async function holdsShapes(path: string): Promise<boolean> {
  const format = await vectorFormatOf(path);
  if (format !== 'zip') return format !== undefined;
  const zip = await openZip(path).catch(() => undefined);
  if (zip === undefined) return false;
  zip.close();
  return zip.entries.some(({ name }) => SHAPES.includes(extensionOf(name)));
}

/** Bytes that a file of a format may have. Text is parsed at once; the others GDAL reads piece by piece. */
export const VECTOR_BYTES: Readonly<Record<VectorFormat, number>> = {
  geojson: 100e6,
  kml: 100e6,
  geopackage: 500e6,
  shapefile: 500e6,
  zip: 500e6,
};

/** Whether a file is larger than its format may be; looked at before anything is read. */
export const isTooLarge = async (path: string, format: VectorFormat): Promise<boolean> =>
  (await stat(path)).size > VECTOR_BYTES[format];
