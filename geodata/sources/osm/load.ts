import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { OSM_REASONS } from '#vocabulary/osm-reason.ts';
import type { Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { ImportContext, ImportResult, KindCount } from '../../import/context.ts';
import { finishImport } from '../../import/finish.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import type { Extract } from './extract.ts';
import { fileFault } from './file-fault.ts';
import { STAGE_COLUMNS, type Stage, type StageTable } from './stage.ts';

/** Ten minutes: a large town on a small machine, and an end to it when the database hangs. */
const DEADLINE = 600_000;

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
  return context.database.transaction(
    async transaction => {
      const step = stepper(context);
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
      step('Counting', 0.75);
      const result = await recordCounts(transaction, extract, stage);
      refuseNothing(result);
      const revision = await finishImport(transaction, context, {
        municipality: result.municipality,
        reason: extract.title,
      });
      await transaction.query(sql`update dataset set revision = ${revision} where id = ${extract.dataset}`);
      step('Done', 1);
      return { ...result, revision };
    },
    { deadline: DEADLINE, priority: 'background' },
  );
}

/** An import that brings no building and no address would leave an empty municipality behind. */
function refuseNothing({ counts, reasons }: Pick<ImportResult, 'counts' | 'reasons'>): void {
  if (counts.building!.loaded + counts.address!.loaded > 0) return;
  const taken = reasons.some(({ reason }) => reason === 'in-other-dataset');
  throw fileFault(taken ? 'file-already-loaded' : 'file-without-objects', JSON.stringify(reasons));
}

function stepper({ progress, signal }: ImportContext): (step: string, done: number) => void {
  return (step, done) => {
    signal?.throwIfAborted();
    progress(step, done);
  };
}

function readSql(name: string): Promise<string> {
  return readFile(new URL(name, import.meta.url), 'utf8');
}

async function describeImport(
  transaction: Transaction,
  { file, sha256, census, date, municipality, dataset, title }: Extract,
  place: string,
  { madeBy }: ImportContext,
): Promise<void> {
  const { code, name, provisional, boundary = null } = municipality;
  const [west, south, east, north] = census.bbox ?? [];
  const series = opaqueId('series', 'openstreetmap', code);
  await transaction.query(sql`
    insert into osm_import (municipality, name, provisional, dataset, series, title, file_name, sha256,
      reference_date, recorded_by, place, boundary, bbox)
    values (${code}, ${name}, ${provisional}, ${dataset}, ${series}, ${title}, ${basename(file)}, ${sha256},
      ${date.date}, ${madeBy}, ${place}, ${boundary}::geometry,
      ST_MakeEnvelope(${west}::float8, ${south}::float8, ${east}::float8, ${north}::float8, 4326))`);
}

const LEFT_OUT = new Set<string>(OSM_REASONS.filter(({ leftOut }) => leftOut).map(({ code }) => code));

async function recordCounts(
  transaction: Transaction,
  { dataset, municipality }: Extract,
  stage: Stage,
): Promise<Omit<ImportResult, 'revision'>> {
  const reasons = await transaction.query<ImportResult['reasons'][number]>(sql`
    select kind, reason, count(*) as count from rejected_row where dataset = ${dataset}
    group by kind, reason order by kind, reason`);
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
  await writeCounts(transaction, dataset, counts);
  return { municipality: municipality.code, dataset, counts, reasons };
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

async function writeCounts(
  transaction: Transaction,
  dataset: string,
  counts: Record<string, KindCount>,
): Promise<void> {
  const sum = (field: keyof KindCount) => SUMMED.reduce((all, kind) => all + counts[kind]![field], 0);
  await transaction.query(sql`
    update dataset set read_count = ${sum('read')}, loaded_count = ${sum('loaded')},
      rejected_count = ${sum('rejected')}, counts = ${counts}
    where id = ${dataset}`);
}
