import { basename, extname } from 'node:path';
import type { Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { columnNames, textOf } from '../../formats/column-name.ts';
import { fileDigest } from '../../formats/file-digest.ts';
import { readVectorFile, type VectorFile } from '../../formats/vector-file.ts';
import { vectorFormatOf } from '../../formats/vector-format.ts';
import type { ImportContext, ImportResult } from '../../import/context.ts';
import { type DatasetRecord, importedBefore, writeDataset, writeRejectedRows } from '../../import/dataset.ts';
import { landImport } from '../../import/land.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import { areaFault, noAreas } from './area-fault.ts';
import { areaKindOf } from './area-kind-of.ts';
import { type AreaOptions, areaColumns } from './area-mapping.ts';
import { type MunicipalityHere, municipalityHere } from './municipality-here.ts';
import { polygonAreas } from './polygon-areas.ts';
import { rangeAreas } from './range-areas.ts';
import { type RangeList, readRangeList } from './range-list.ts';
import { writeAreas } from './write-areas.ts';

/** Raised whenever the same file would be made into something else. */
const VERSION = '1';

/** Tables that the import changes. */
export const AREA_TABLES = ['dataset', 'rejected_row', 'area'];

/** A file of areas as it was read: polygons, or a list of streets with house numbers. */
export type AreaFile = { polygons: VectorFile } | { ranges: RangeList };

/** Reads a file of areas. @throws ImportError `vector-...`, `areas-not` */
export async function readAreaFile(path: string, layer?: string, signal?: AbortSignal): Promise<AreaFile> {
  if ((await vectorFormatOf(path)) !== undefined) {
    const prefer = layer === undefined ? [] : [`^${layer.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`];
    return { polygons: await readVectorFile(path, { prefer, signal }) };
  }
  const ranges = await readRangeList(path);
  if (ranges === undefined) throw areaFault('areas-not');
  return { ranges };
}

/** Columns that a file has. */
export const headersOf = (file: AreaFile): string[] =>
  'polygons' in file ? columnNames(file.polygons.features) : file.ranges.headers;

/** What areas of a file are called together, if nobody says. */
export const titleOf = (fileName: string): string => basename(fileName, extname(fileName));

/** What was said beside the file, without what changes nothing: the same file said otherwise is another dataset. */
function sayings(options: AreaOptions): string {
  const { fileName: _, ...said } = options;
  return JSON.stringify(
    Object.entries(said)
      .filter(([, value]) => value !== undefined)
      .sort(),
  );
}

function recordOf(
  here: MunicipalityHere,
  options: AreaOptions,
  sha256: string,
  fileName: string,
): DatasetRecord {
  const owner = options.owner ?? `Gemeente ${here.name}`;
  return {
    id: opaqueId('dataset', 'areas', here.code, sha256, VERSION, sayings(options)),
    municipality: here.code,
    source: 'areas',
    title: options.title ?? titleOf(fileName),
    owner,
    licence: options.licence ?? 'Niet opgegeven',
    attribution: owner,
    fileName,
    sha256,
    referenceDate: null,
  };
}

function requireKind(file: AreaFile, options: AreaOptions): void {
  const chosen = textOf(options.kind);
  if (chosen !== null && areaKindOf(chosen) === undefined)
    throw areaFault('area-kind-needed', ` (${chosen})`);
  if (chosen === null && areaColumns(headersOf(file), options).kind === undefined)
    throw areaFault('area-kind-needed');
}

/**
 * Makes areas and policy zones out of polygons or of streets with house numbers. Areas of one kind and name are one area and
 * keep their id; a later file of the same title takes the place of the earlier one.
 * @throws ImportError `vector-...`, `municipality-...`, `area...`; DatabaseFault; the signal's reason
 */
export async function importAreas(
  path: string,
  options: AreaOptions,
  context: ImportContext,
): Promise<ImportResult> {
  const fileName = options.fileName ?? basename(path);
  const here = await municipalityHere(context.database, options.municipality);
  context.progress('Reading the file', 0);
  const file = await readAreaFile(path, options.layer, context.signal);
  requireKind(file, options);
  const record = recordOf(here, options, await fileDigest(path, context.signal), fileName);
  const before = await importedBefore(context.database, record.id);
  if (before) return before;
  const kind = 'polygons' in file ? 'polygon' : 'range';
  const landing = {
    municipality: here.code,
    dataset: record.id,
    reason: record.title,
    summed: [kind],
    tables: AREA_TABLES,
  };
  return landImport(context, landing, async (transaction, step) => {
    step('Making areas', 0.2);
    const made =
      'polygons' in file
        ? await polygonAreas(transaction, file.polygons, options)
        : await rangeAreas(transaction, file.ranges, options);
    if (made.areas.length === 0) throw noAreas(made.account.reasons);
    await writeDataset(transaction, record, context.madeBy);
    await writeAreas(transaction, { municipality: here.code, dataset: record.id }, made.areas);
    await removeEarlier(transaction, record);
    await writeRejectedRows(transaction, record.id, made.account.rows);
    return { [kind]: made.account.count, ...made.counts };
  });
}

/** Earlier files of the title go, and so do those of which no area is left. */
async function removeEarlier(
  transaction: Transaction,
  { id, municipality, source, title }: DatasetRecord,
): Promise<void> {
  await transaction.query(sql`
    delete from dataset d where municipality = ${municipality} and source = ${source} and id <> ${id}
      and (title = ${title} or not exists (select from area where area.dataset = d.id))`);
}
