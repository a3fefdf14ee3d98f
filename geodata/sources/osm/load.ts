import { readFile } from 'node:fs/promises';
import { OSM_REASONS } from '#vocabulary/osm-reason.ts';
import type { Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { ImportContext, ImportResult, KindCount } from '../../import/context.ts';
import { rejectedReasons } from '../../import/dataset.ts';
import { landImport } from '../../import/land.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import type { Extract } from './extract.ts';
import { fileFault } from './file-fault.ts';
import { STAGE_COLUMNS, type Stage, type StageTable } from './stage.ts';

/** Kinds whose counts add up to the dataset's: vacancies are said of points of interest and would count twice. */
const SUMMED = ['building', 'address', 'point-of-interest', 'area'];

/**
 * Loads what was staged, in one transaction: all of it or nothing.
 * @param place of addresses that name none
 */
export function loadStage(
  extract: Extract,
  stage: Stage,
  place: string,
  context: ImportContext,
): Promise<ImportResult> {
  const { dataset, title, municipality } = extract;
  const landing = { municipality: municipality.code, dataset, reason: title, summed: SUMMED };
  return landImport(context, landing, async (transaction, step) => {
    step('Loading', 0.4);
    await transaction.script(await readSql('stage.sql'));
    for (const table of Object.keys(STAGE_COLUMNS) as StageTable[]) {
      await transaction.copy(table, STAGE_COLUMNS[table], stage.rows[table]);
    }
    await describeImport(transaction, extract, place, context);
    step('Joining buildings, addresses and premises', 0.5);
    await transaction.script(await readSql('load.sql'));
    step('Checking what was loaded', 0.7);
    await transaction.script(await readSql('checks.sql'));
    const reasons = await rejectedReasons(transaction, dataset);
    const counts = await countsOf(transaction, dataset, stage, reasons);
    refuseNothing(counts, reasons);
    return counts;
  });
}

/** An import that brings no building and no address would leave an empty municipality behind. */
function refuseNothing(counts: Record<string, KindCount>, reasons: ImportResult['reasons']): void {
  if (counts.building!.loaded + counts.address!.loaded > 0) return;
  const taken = reasons.some(({ reason }) => reason === 'in-other-dataset');
  throw fileFault(taken ? 'file-already-loaded' : 'file-without-objects', JSON.stringify(reasons));
}

function readSql(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8');
}

async function describeImport(
  transaction: Transaction,
  { fileName, sha256, census, date, municipality, dataset, title }: Extract,
  place: string,
  { madeBy }: ImportContext,
): Promise<void> {
  const { code, name, provisional, boundary = null } = municipality;
  const [west, south, east, north] = census.bbox ?? [];
  const series = opaqueId('series', 'openstreetmap', code);
  await transaction.query(sql`
    insert into osm_import (municipality, name, provisional, dataset, series, title, file_name, sha256,
      reference_date, recorded_by, place, boundary, bbox)
    values (${code}, ${name}, ${provisional}, ${dataset}, ${series}, ${title}, ${fileName}, ${sha256},
      ${date.date}, ${madeBy}, ${place}, ${boundary}::geometry,
      ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326))`);
}

const LEFT_OUT = new Set<string>(OSM_REASONS.filter(({ leftOut }) => leftOut).map(({ code }) => code));

async function countsOf(
  transaction: Transaction,
  dataset: string,
  stage: Stage,
  reasons: ImportResult['reasons'],
): Promise<Record<string, KindCount>> {
  const counts: Record<string, KindCount> = {};
  for (const [kind, read] of Object.entries(stage.read)) {
    const of = reasons.filter(reason => reason.kind === kind);
    const leftOut = total(of.filter(({ reason }) => LEFT_OUT.has(reason)));
    const rejected = total(of) - leftOut;
    counts[kind] = { read, loaded: read - rejected - leftOut, rejected, leftOut };
  }
  for (const [kind, loaded] of await derivedCounts(transaction, dataset)) {
    counts[kind] = { read: loaded, loaded, rejected: 0, leftOut: 0 };
  }
  return counts;
}

function total(reasons: readonly { count: number }[]): number {
  return reasons.reduce((sum, { count }) => sum + count, 0);
}

/** What the load makes out of several objects. */
async function derivedCounts(transaction: Transaction, dataset: string): Promise<[string, number][]> {
  const [row] = await transaction.query<Record<string, number>>(sql`
    select (select count(*) from premises where dataset = ${dataset}) as premises,
      (select count(*) from street where dataset = ${dataset}) as street,
      (select count(*) from base_feature where dataset = ${dataset}) as "base-feature"`);
  return Object.entries(row!);
}
