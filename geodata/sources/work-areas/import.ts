import { basename } from 'node:path';
import type { Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { fileDigest } from '../../formats/file-digest.ts';
import { stagePolygons } from '../../formats/polygon-stage.ts';
import { readVectorFile, type VectorFile } from '../../formats/vector-file.ts';
import type { ImportContext, ImportResult, KindCount } from '../../import/context.ts';
import { type DatasetRecord, importedBefore, writeDataset, writeRejectedRows } from '../../import/dataset.ts';
import { ImportError } from '../../import/import-error.ts';
import { landImport } from '../../import/land.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import { allLoaded, RowAccount } from '../../import/row-account.ts';
import { WORK_AREA_REASONS, type WorkAreaReasonCode } from '../../vocabulary/work-area-reason.ts';
import { boundedMunicipality } from '../areas/municipality-here.ts';
import { removeEarlier, writeAreas } from '../areas/write-areas.ts';
import { groupWorkAreas, referenceOf } from './group.ts';
import { isOfWorkAreas, type WorkAreaRow, workAreaRows } from './work-area-row.ts';

/** Raised whenever the same file would be made into something else. */
const VERSION = '1';

/** Tables that the import changes. */
const TABLES = ['dataset', 'rejected_row', 'area'];

/** What can be said beside the file. */
export interface WorkAreaOptions {
  /** `GM1742`: whose work areas are taken. */
  municipality: string;
  /** What the file was called where it came from; its own name by default. */
  fileName?: string | undefined;
}

/** Share of a polygon that must lie in a municipality to be of it. Outlines of municipalities are often simplified. */
const MOST = 0.5;

/** The year of the file: the latest of its figures; null where it gives none. */
export const fileYear = (rows: readonly WorkAreaRow[]): number | null => {
  const years = rows.map(({ year }) => year).filter(year => year !== null);
  return years.length === 0 ? null : Math.max(...years);
};

function recordOf(
  municipality: string,
  sha256: string,
  fileName: string,
  year: number | null,
): DatasetRecord {
  return {
    id: opaqueId('dataset', 'work-areas', municipality, sha256, VERSION),
    municipality,
    source: 'work-areas',
    title: `Bedrijventerreinen (IBIS)${year === null ? '' : ` ${year}`}`,
    owner: 'Provincies en IPO (IBIS)',
    licence: 'CC0 1.0',
    attribution: 'IBIS werklocaties, provincies',
    fileName,
    sha256,
    referenceDate: year === null ? null : `${year}-01-01`,
  };
}

/**
 * Makes work areas of a municipality out of a file of IBIS, of either generation. Polygons of one RIN number or name become
 * one area. What has no code of a municipality is placed by its boundary. An earlier file is replaced.
 * @throws ImportError `vector-...`, `municipality-...`, `boundary-needed`, `work-areas-not`, `work-areas-none-here`
 */
export async function importWorkAreas(
  path: string,
  options: WorkAreaOptions,
  context: ImportContext,
): Promise<ImportResult> {
  const { municipality, fileName = basename(path) } = options;
  await boundedMunicipality(context.database, municipality);
  context.progress('Reading the file', 0);
  const file = await readVectorFile(path, { signal: context.signal });
  if (!isOfWorkAreas(file.features)) throw notOfWorkAreas();
  const rows = workAreaRows(file.features);
  const record = recordOf(municipality, await fileDigest(path, context.signal), fileName, fileYear(rows));
  const before = await importedBefore(context.database, record.id);
  if (before) return before;
  const landing = {
    municipality,
    dataset: record.id,
    reason: record.title,
    summed: ['polygon'],
    tables: TABLES,
  };
  return landImport(context, landing, async (transaction, step) => {
    step('Checking the polygons', 0.2);
    return load(transaction, { record, file, rows }, context.madeBy);
  });
}

interface Loading {
  record: DatasetRecord;
  file: VectorFile;
  rows: readonly WorkAreaRow[];
}

async function load(
  transaction: Transaction,
  { record, file, rows }: Loading,
  madeBy: string,
): Promise<Record<string, KindCount>> {
  const shapes = await stagePolygons(transaction, file, file.features);
  const shares = await sharesInside(transaction, record.municipality);
  const account = new RowAccount<WorkAreaReasonCode>('polygon', rows.length, WORK_AREA_REASONS);
  const here = rows.filter(row => {
    const fault = shapes.faults.get(row.feature.number) ?? placeFault(row, record.municipality, shares);
    if (fault !== undefined) account.drop(referenceOf(row), fault, '', row.feature.properties);
    return fault === undefined;
  });
  const areas = groupWorkAreas(here, record.municipality, account);
  if (areas.length === 0) throw noneHere(record.municipality);
  await writeDataset(transaction, record, madeBy);
  const { municipality, source, id: dataset } = record;
  await writeAreas(transaction, { municipality, dataset }, areas);
  await removeEarlier(transaction, { municipality, source, dataset });
  await writeRejectedRows(transaction, dataset, account.rows);
  return {
    polygon: account.count,
    area: allLoaded(areas.length),
    repaired: allLoaded(shapes.repaired.length),
    // Placed by the boundary, because the file named no municipality.
    'placed-by-location': allLoaded(here.filter(({ municipalities }) => municipalities.length === 0).length),
  };
}

/** Share of each staged polygon that lies in the municipality, by number; those that lie apart are not in it. */
async function sharesInside(transaction: Transaction, municipality: string): Promise<Map<number, number>> {
  const rows = await transaction.query<{ number: number; share: number }>(sql`
    select s.number, ST_Area(ST_Intersection(s.geom, m.boundary)) / ST_Area(s.geom) as share
    from polygon_stage s join municipality m on ST_Intersects(s.geom, m.boundary)
    where m.code = ${municipality}`);
  return new Map(rows.map(({ number, share }) => [number, share]));
}

function placeFault(
  { key, municipalities, feature }: WorkAreaRow,
  municipality: string,
  shares: ReadonlyMap<number, number>,
): WorkAreaReasonCode | undefined {
  if (key === null) return 'name-missing';
  const share = shares.get(feature.number) ?? 0;
  if (municipalities.length === 0) return share >= MOST ? undefined : 'other-municipality';
  if (!municipalities.includes(municipality)) return 'other-municipality';
  return share > 0 ? undefined : 'code-contradicts-location';
}

/** A file of shapes without RIN numbers. */
export const notOfWorkAreas = (): ImportError =>
  new ImportError({
    code: 'work-areas-not',
    nl: 'Dit is geen bestand van IBIS: er is geen kolom met RIN-nummers. Gebruik voor andere gebieden: import areas.',
    en: 'This is no file of IBIS: it has no column of RIN numbers. For other areas use: import areas.',
  });

const noneHere = (municipality: string): ImportError =>
  new ImportError({
    code: 'work-areas-none-here',
    nl: `Geen enkel terrein in dit bestand is te laden in ${municipality}. Is het bestand van een andere gemeente of provincie?`,
    en: `No work area in this file can be loaded in ${municipality}. Is the file of another municipality or province?`,
  });
