import { basename } from 'node:path';
import { BOUNDARY_REASONS, type BoundaryReasonCode } from '#vocabulary/boundary-reason.ts';
import type { Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { fileDigest } from '../../formats/file-digest.ts';
import { type StagedShapes, stagePolygons } from '../../formats/polygon-stage.ts';
import { readVectorFile, type VectorFile } from '../../formats/vector-file.ts';
import type { ImportContext, ImportResult, KindCount } from '../../import/context.ts';
import { type DatasetRecord, importedBefore, writeDataset, writeRejectedRows } from '../../import/dataset.ts';
import { landImport } from '../../import/land.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import { allLoaded, RowAccount } from '../../import/row-account.ts';
import { fictional, notInFile, unusable, wrongCode } from './boundary-fault.ts';
import { type BoundaryFile, type BoundaryRow, boundaryRows } from './boundary-row.ts';

/** Raised whenever the same file would be made into something else. */
const VERSION = '1';

/** Tables that the import changes. */
const TABLES = ['dataset', 'rejected_row', 'region'];

/** What can be said beside the file. */
export interface BoundaryOptions {
  /** `GM0221`: whose boundary is taken. */
  municipality: string;
  /** What the file was called where it came from; its own name by default. */
  fileName?: string | undefined;
}

/** Layers that hold municipalities in files with several. */
export const BOUNDARY_LAYERS = ['^gemeenten', 'gemeentegebied', 'gemeente'];

interface Boundary {
  record: DatasetRecord;
  file: VectorFile;
  read: BoundaryFile;
  row: BoundaryRow;
}

function chosenRow({ rows }: BoundaryFile, code: string): BoundaryRow {
  const own = rows.filter(row => row.code === code && !row.abroad);
  const row = own.find(({ water }) => !water) ?? own[0];
  if (row === undefined) throw notInFile(code);
  return row;
}

function recordOf(code: string, sha256: string, fileName: string, year: number | null): DatasetRecord {
  return {
    id: opaqueId('dataset', 'boundaries', code, sha256, VERSION),
    municipality: code,
    source: 'boundaries',
    title: `Gemeentegrens${year === null ? '' : ` ${year}`}`,
    owner: 'CBS en Kadaster',
    licence: 'CC BY 4.0',
    attribution: '© CBS, Kadaster',
    fileName,
    sha256,
    referenceDate: year === null ? null : `${year}-01-01`,
  };
}

/**
 * Makes a municipality, or completes one that is there: its name is certain from now on, its boundary is the file's. Every
 * row of the file is accounted for.
 * @throws ImportError `vector-...`, `municipality-...`, `boundary-unusable`; DatabaseFault; the signal's reason
 */
export async function importBoundaries(
  path: string,
  options: BoundaryOptions,
  context: ImportContext,
): Promise<ImportResult> {
  const { municipality: code, fileName = basename(path) } = options;
  if (!/^GM\d{4}$/.test(code)) throw wrongCode(code);
  context.progress('Reading the file', 0);
  const file = await readVectorFile(path, { prefer: BOUNDARY_LAYERS, signal: context.signal });
  const read = boundaryRows(file, fileName);
  const row = chosenRow(read, code);
  const record = recordOf(code, await fileDigest(path, context.signal), fileName, read.year);
  const before = await importedBefore(context.database, record.id);
  if (before) return before;
  const landing = {
    municipality: code,
    dataset: record.id,
    reason: record.title,
    summed: ['municipality'],
    tables: TABLES,
  };
  return landImport(context, landing, async (transaction, step) => {
    step('Checking the polygons', 0.2);
    return load(transaction, { record, file, read, row }, context.madeBy);
  });
}

async function load(
  transaction: Transaction,
  { record, file, read, row }: Boundary,
  madeBy: string,
): Promise<Record<string, KindCount>> {
  const shapes = await stagePolygons(
    transaction,
    file,
    read.rows.map(({ feature }) => feature),
  );
  const code = record.municipality;
  if (shapes.faults.has(row.feature.number)) throw unusable(code);
  await writeMunicipality(transaction, row, code);
  await writeDataset(transaction, record, madeBy);
  if (read.year !== null) await writeRegion(transaction, row, { code, year: read.year, dataset: record.id });
  await transaction.query(sql`
    delete from dataset where municipality = ${code} and source = ${record.source} and id <> ${record.id}`);
  const account = accountFor(read, row);
  await writeRejectedRows(transaction, record.id, account.rows);
  return { municipality: account.count, repaired: repairedCount(shapes) };
}

/** Polygons that crossed or touched themselves, of all rows: they say how good the file is. */
const repairedCount = ({ repaired }: StagedShapes): KindCount => allLoaded(repaired.length);

async function writeMunicipality(transaction: Transaction, row: BoundaryRow, code: string): Promise<void> {
  const written = await transaction.query(sql`
    insert into municipality (code, name, provisional, boundary, extent)
    select ${code}, ${row.name ?? code}, ${row.name === null}::boolean, geom, ST_Envelope(geom)
    from polygon_stage where number = ${row.feature.number}
    on conflict (code) do update set boundary = excluded.boundary,
      name = case when excluded.provisional then municipality.name else excluded.name end,
      provisional = municipality.provisional and excluded.provisional
      where not municipality.fictional
    returning code`);
  if (written.length === 0) throw fictional(code);
}

/** The municipality with its key figures of that year, beside its districts and neighbourhoods. */
async function writeRegion(
  transaction: Transaction,
  row: BoundaryRow,
  { code, year, dataset }: { code: string; year: number; dataset: string },
): Promise<void> {
  await transaction.query(sql`
    insert into region (id, municipality, level, code, name, year, geom, figures, dataset)
    select ${`${year}${code}`}, ${code}, 'municipality', ${code}, ${row.name ?? code}, ${year}::smallint, geom,
      ${row.figures}::jsonb, ${dataset}
    from polygon_stage where number = ${row.feature.number}
    on conflict (id) do update set name = excluded.name, geom = excluded.geom,
      figures = region.figures || excluded.figures, dataset = excluded.dataset`);
}

function accountFor({ rows }: BoundaryFile, chosen: BoundaryRow): RowAccount<BoundaryReasonCode> {
  const account = new RowAccount<BoundaryReasonCode>('municipality', rows.length, BOUNDARY_REASONS);
  for (const row of rows) {
    if (row === chosen) continue;
    const { reference, name, code, feature } = row;
    account.drop(reference, reasonOf(row, chosen), name ?? '', code === null ? feature.properties : null);
  }
  return account;
}

function reasonOf(row: BoundaryRow, chosen: BoundaryRow): BoundaryReasonCode {
  if (row.abroad) return 'abroad';
  if (row.code === null) return 'code-missing';
  if (row.water) return 'water';
  return row.code === chosen.code ? 'duplicate-code' : 'other-municipality';
}
