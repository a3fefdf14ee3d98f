import { basename } from 'node:path';
import type { Session, Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { fileDigest } from '../../formats/file-digest.ts';
import type { Box } from '../../formats/vector-crs.ts';
import { readVectorFile, type VectorFile, type VectorOptions } from '../../formats/vector-file.ts';
import { holdsShapes } from '../../formats/vector-format.ts';
import type { ImportContext, ImportResult, KindCount } from '../../import/context.ts';
import { type DatasetRecord, importedBefore, writeDataset, writeRejectedRows } from '../../import/dataset.ts';
import { landImport } from '../../import/land.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import { boundedMunicipality } from '../areas/municipality-here.ts';
import { yearOf } from '../boundaries/boundary-row.ts';
import { loadMonitor } from './load-monitor.ts';
import { type LoadedStatistics, loadRegions } from './load-regions.ts';
import { loadSquares } from './load-squares.ts';
import { isOfMonitor } from './monitor-row.ts';
import { isOfRegions, regionRows } from './region-row.ts';
import { isOfSquares, squareSize, squareYear } from './square-row.ts';
import { statisticsFault } from './statistics-fault.ts';
import { readStatisticsTable, type StatisticsTable } from './statistics-table.ts';

/** Raised whenever the same file would be made into something else. */
const VERSION = '1';

/** Tables that the import changes. */
const TABLES = ['dataset', 'rejected_row', 'region', 'square', 'monitor_vacancy'];

/** What can be said beside a file of statistics. */
export interface StatisticsOptions {
  municipality: string;
  /** Of regions and squares, where the file does not say it. */
  year?: number | undefined;
  /** Of the monitor's figures for 2020, where the table has no column for it. */
  method?: string | undefined;
  /** Layer of a file with several; otherwise neighbourhoods before districts. */
  layer?: string | undefined;
  /** What the file was called where it came from; its own name by default. */
  fileName?: string | undefined;
}

/** A file of statistics, by what it is. */
export type StatisticsFile =
  | { of: 'regions'; vector: VectorFile }
  | { of: 'squares'; vector: VectorFile }
  | { of: 'monitor'; table: StatisticsTable };

/** Layers in the order in which one is taken that nobody named. */
const LAYERS = ['^buurten', '^wijken', 'vierkant'];

const escaped = (layer: string): string => `^${layer.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`;

/**
 * Reads a file and says what it is.
 * @param within of the municipality: of national squares only those are read
 * @throws ImportError `vector-...`, `statistics-not`
 */
export async function readStatistics(
  path: string,
  options: Omit<VectorOptions, 'prefer'> & { layer?: string | undefined } = {},
): Promise<StatisticsFile> {
  const { layer, ...rest } = options;
  if (!(await holdsShapes(path))) {
    const table = await readStatisticsTable(path);
    if (table === undefined || !isOfMonitor(table.headers)) throw statisticsFault('statistics-not');
    return { of: 'monitor', table };
  }
  const prefer = layer === undefined ? LAYERS : [escaped(layer), ...LAYERS];
  const vector = await readVectorFile(path, { ...rest, prefer });
  if (vector.features.length === 0) throw statisticsFault('statistics-none-here');
  if (isOfRegions(vector.features)) return { of: 'regions', vector };
  if (isOfSquares(vector.features)) return { of: 'squares', vector };
  throw statisticsFault('statistics-not');
}

/** The year of regions or squares; null where neither the file nor its name says it. */
export function statisticsYear(file: StatisticsFile, fileName: string): number | null {
  if (file.of === 'monitor') return null;
  const inColumn = file.of === 'squares' ? squareYear(file.vector.features) : null;
  return inColumn ?? yearOf(file.vector, fileName);
}

/** What the catalogue calls it; a later file of that title takes its place. */
export function statisticsTitle(file: StatisticsFile, year: number | null): string {
  if (file.of === 'monitor') return 'CBS Landelijke Monitor Leegstand';
  const of =
    file.of === 'squares' ? `vierkanten ${squareSize(file.vector) ?? '?'} m` : regionsTitle(file.vector);
  return year === null ? `CBS ${of}` : `CBS ${of} ${year}`;
}

/** Districts and neighbourhoods come in files of their own: one does not take the other's place. */
function regionsTitle({ features }: VectorFile): string {
  const level = regionRows(features.slice(0, 1))[0]?.level ?? 'neighbourhood';
  return { neighbourhood: 'buurten', district: 'wijken', municipality: 'gemeenten' }[level];
}

/** What lies in a municipality's box and a square around it. */
const MARGIN = 500;

async function boxOfMunicipality(session: Session, code: string): Promise<Box> {
  const [row] = await session.query<{ box: number[] }>(sql`
    select array[ST_XMin(boundary), ST_YMin(boundary), ST_XMax(boundary), ST_YMax(boundary)] as box
    from municipality where code = ${code}`);
  const [west, south, east, north] = row!.box as [number, number, number, number];
  return [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
}

/**
 * Loads statistics of Statistics Netherlands (CBS) of one municipality: regions or squares of a year, or the figures of the
 * vacancy monitor with their method version. They stand beside what was observed and are never added to it.
 * @throws ImportError `vector-...`, `municipality-...`, `boundary-needed`, `statistics-...`; DatabaseFault; the signal's reason
 */
export async function importStatistics(
  path: string,
  options: StatisticsOptions,
  context: ImportContext,
): Promise<ImportResult> {
  const { municipality, layer, fileName = basename(path) } = options;
  await boundedMunicipality(context.database, municipality);
  context.progress('Reading the file', 0);
  const within = await boxOfMunicipality(context.database, municipality);
  const file = await readStatistics(path, { layer, within, signal: context.signal });
  const year = options.year ?? statisticsYear(file, fileName);
  if (file.of !== 'monitor' && year === null) throw statisticsFault('statistics-year-needed');
  const sha256 = await fileDigest(path, context.signal);
  const said = [`${year ?? ''}`, options.method ?? '', layer ?? ''];
  const record: DatasetRecord = {
    id: opaqueId('dataset', 'statistics', municipality, sha256, VERSION, ...said),
    municipality,
    source: 'statistics',
    title: statisticsTitle(file, year),
    owner: 'CBS',
    licence: 'CC BY 4.0',
    attribution: '© CBS',
    fileName,
    sha256,
    referenceDate: year === null ? null : `${year}-01-01`,
  };
  const before = await importedBefore(context.database, record.id);
  if (before) return before;
  const kind = { regions: 'region', squares: 'square', monitor: 'monitor-row' }[file.of];
  const landing = { municipality, dataset: record.id, reason: record.title, summed: [kind], tables: TABLES };
  return landImport(context, landing, async (transaction, step) => {
    step('Loading figures', 0.2);
    await writeDataset(transaction, record, context.madeBy);
    const loaded = await load(transaction, file, { record, year, method: options.method ?? null });
    if (loaded.counts[kind]!.loaded === 0) throw statisticsFault('statistics-none-here');
    return finish(transaction, record, loaded);
  });
}

function load(
  transaction: Transaction,
  file: StatisticsFile,
  { record, year, method }: { record: DatasetRecord; year: number | null; method: string | null },
): Promise<LoadedStatistics> {
  const { municipality, id: dataset } = record;
  if (file.of === 'monitor') return loadMonitor(transaction, file.table, { municipality, dataset, method });
  const target = { municipality, year: year!, dataset };
  return file.of === 'regions'
    ? loadRegions(transaction, file.vector, target)
    : loadSquares(transaction, file.vector, target);
}

async function finish(
  transaction: Transaction,
  { id, municipality, source, title }: DatasetRecord,
  { counts, rejected }: LoadedStatistics,
): Promise<Record<string, KindCount>> {
  await transaction.query(sql`
    delete from dataset where municipality = ${municipality} and source = ${source} and title = ${title} and id <> ${id}`);
  await writeRejectedRows(transaction, id, rejected);
  return counts;
}
