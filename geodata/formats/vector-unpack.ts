import { copyFile, link, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { vectorFault } from './vector-fault.ts';
import { extensionOf, VECTOR_BYTES, type VectorFormat, ZIPPED } from './vector-format.ts';
import { openZip, type ZipEntry, type ZipFile } from './zip.ts';

/** A file as its reader wants it: one format, its parts side by side, named by extension. */
export interface Unpacked {
  format: Exclude<VectorFormat, 'zip'>;
  /** Each with the name that its layer has for people; a Shapefile is one layer, the others have their own names. */
  files: { path: string; title: string | null }[];
  /** Removes what was unpacked. */
  remove(): Promise<void>;
}

const LIMITS = { entries: 1_000, ratio: 100, bytes: VECTOR_BYTES.zip };

const stemOf = (name: string): string => basename(name).replace(/\.[^.]+$/, '');

/** Entries by format; what macOS and others leave beside them is none. */
function entriesOf(zip: ZipFile, format: keyof typeof ZIPPED): ZipEntry[] {
  const extensions: readonly string[] = ZIPPED[format];
  return zip.entries.filter(
    ({ name }) => extensions.includes(extensionOf(name)) && !/(^|\/)(\.|__MACOSX\/)/.test(name),
  );
}

/** The parts of every Shapefile, under plain names: those of an archive may hold anything. */
async function unpackShapefiles(zip: ZipFile, folder: string): Promise<Unpacked['files']> {
  const byStem = Map.groupBy(entriesOf(zip, 'shapefile'), ({ name }) =>
    name.replace(/\.[^.]+$/, '').toLowerCase(),
  );
  const files: Unpacked['files'] = [];
  for (const parts of byStem.values()) {
    const extensions = parts.map(({ name }) => extensionOf(name));
    if (!extensions.includes('shp')) continue;
    if (!extensions.includes('shx') || !extensions.includes('dbf'))
      throw vectorFault('vector-shapefile-incomplete');
    const stem = join(folder, `layer${files.length}`);
    for (const { name } of parts) await zip.extract(name, `${stem}.${extensionOf(name)}`);
    files.push({ path: `${stem}.shp`, title: stemOf(parts[0]!.name) });
  }
  return files;
}

async function unpackZip(path: string, folder: string): Promise<Omit<Unpacked, 'remove'>> {
  const zip = await openZip(path, LIMITS);
  try {
    const files = await unpackShapefiles(zip, folder);
    if (files.length > 0) return { format: 'shapefile', files };
    for (const format of ['geopackage', 'geojson', 'kml'] as const) {
      const [entry] = entriesOf(zip, format);
      if (entry === undefined) continue;
      const target = join(folder, `layer.${ZIPPED[format][0]}`);
      await zip.extract(entry.name, target);
      return { format, files: [{ path: target, title: null }] };
    }
  } finally {
    zip.close();
  }
  throw vectorFault('vector-zip-without-shape');
}

/** GDAL believes extensions: a file that came in without one gets it. On one disk that costs nothing. */
async function beside(path: string, target: string): Promise<string> {
  await link(path, target).catch(() => copyFile(path, target));
  return target;
}

/**
 * Makes a file ready for its reader, in a folder of its own.
 * @throws ImportError `zip-...`, `vector-zip-without-shape`, `vector-shapefile-incomplete`
 */
export async function unpackVector(path: string, format: VectorFormat): Promise<Unpacked> {
  if (format === 'geojson' || format === 'kml')
    return { format, files: [{ path, title: null }], remove: async () => {} };
  if (format === 'shapefile') throw vectorFault('vector-shapefile-incomplete');
  const folder = await mkdtemp(join(tmpdir(), 'kernkaart-shapes-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    if (format === 'zip') return { ...(await unpackZip(path, folder)), remove };
    const file = await beside(path, join(folder, `layer.${ZIPPED[format][0]}`));
    return { format, files: [{ path: file, title: null }], remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
