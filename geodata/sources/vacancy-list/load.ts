import type { Transaction } from '../../database/database.ts';
import { fileDigest } from '../../formats/file-digest.ts';
import type { ImportContext, ImportResult, KindCount } from '../../import/context.ts';
import { type DatasetRecord, importedBefore, writeDataset } from '../../import/dataset.ts';
import { OBSERVED_TABLES } from '../../import/kept-tables.ts';
import { type Landing, type LandingStep, landImport } from '../../import/land.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import type { ImportFile, ImportOptions } from '../../import/source.ts';
import type { CoverageAnswer } from './answers.ts';
import { listFault } from './list-fault.ts';
import { listRows } from './list-row.ts';
import { type ListPlan, type LoadedMunicipality, planList } from './plan.ts';
import { ListProcess } from './process.ts';
import { checkAreas, roundId, writeRound } from './round.ts';
import { type ListSeries, writeSeries } from './series.ts';
import { removeRows, type SupplementedRound, supplementRows } from './supplement.ts';
import { countEntries, type EntryCounts, noEntries, writeEntries } from './write-entries.ts';

/** Raised whenever the same file and answers would be made into something else. */
const IMPORTER_VERSION = '1';

/** A list of which everything is known that must be. */
interface ReadyList {
  plan: ListPlan;
  municipality: LoadedMunicipality;
  referenceDate: string;
  coverage: CoverageAnswer;
  series: ListSeries;
  sha256: string;
  supplement: SupplementedRound | undefined;
  dataset: DatasetRecord;
}

const LICENCES = {
  open: 'Door de gemeente openbaar gemaakt',
  planner: 'Niet openbaar',
  licensed: 'Onder licentie, niet openbaar',
} as const;

function datasetOf(
  file: ImportFile,
  plan: ListPlan,
  ready: Omit<ReadyList, 'dataset' | 'plan'>,
): DatasetRecord {
  const { municipality, series, referenceDate, coverage, sha256 } = ready;
  const { sheet, columns } = plan.answers;
  // Keys in one order: the same answers are the same dataset.
  const answers = JSON.stringify([
    coverage.areas,
    coverage.functions,
    coverage.leastFloorArea,
    plan.blankStatus,
    ready.supplement !== undefined,
    sheet,
    [...columns],
  ]);
  const owner = plan.answers.owner ?? `Gemeente ${municipality.name}`;
  return {
    id: opaqueId(
      'dataset',
      'vacancy-list',
      municipality.code,
      series.id,
      referenceDate,
      sha256,
      answers,
      IMPORTER_VERSION,
    ),
    municipality: municipality.code,
    source: 'vacancy-list',
    title: `${series.name}, ${referenceDate}${ready.supplement ? ' (aanvulling)' : ''}`,
    owner,
    licence: LICENCES[series.access],
    attribution: owner,
    fileName: file.name,
    sha256,
    referenceDate,
  };
}

async function readyList(plan: ListPlan, file: ImportFile, context: ImportContext): Promise<ReadyList> {
  const { municipality, referenceDate, series, answers } = plan;
  if (municipality === undefined || series === undefined) throw listFault('list-municipality-missing');
  // A round on the wrong list would take the place of another: nothing is assumed.
  if (answers.series === undefined) throw listFault('list-series-missing');
  if (referenceDate === undefined) throw listFault('list-date-missing');
  const { supplement } = plan;
  if (answers.supplement === true && supplement === undefined) throw listFault('list-round-missing');
  const coverage = supplement?.coverage ?? answers.coverage;
  if (coverage === undefined) throw listFault('list-coverage-missing');
  // What was looked at in a round that is there stands.
  if (supplement === undefined) await checkAreas(context.database, municipality.code, coverage);
  const sha256 = await fileDigest(file.path);
  const ready = { municipality, referenceDate, coverage, series, sha256, supplement };
  return { ...ready, plan, dataset: datasetOf(file, plan, ready) };
}

/** Writes the round itself; of one that is only added to, nothing. @returns when its observations count as recorded */
async function prepareRound(transaction: Transaction, ready: ReadyList): Promise<string> {
  const { plan, municipality, referenceDate, coverage, series, dataset, supplement } = ready;
  if (supplement !== undefined) return supplement.recordedAt;
  const about = { municipality: municipality.code, dataset: dataset.id, source: dataset.owner };
  await writeSeries(transaction, series, about);
  const { layout: file, table } = plan.file;
  const layout = { file, fileName: dataset.fileName!, columns: table.columns, headerRow: table.headerRow };
  return writeRound(transaction, { ...about, series: series.id, referenceDate, coverage, layout });
}

async function writeAll(
  transaction: Transaction,
  ready: ReadyList,
  context: ImportContext,
  step: LandingStep['step'],
): Promise<EntryCounts> {
  const { plan, municipality, referenceDate, series, dataset, supplement } = ready;
  const { file, blankStatus } = plan;
  await writeDataset(transaction, dataset, context.madeBy);
  const target = {
    municipality: municipality.code,
    series: series.id,
    referenceDate,
    dataset: dataset.id,
    round: roundId(series.id, referenceDate),
    recordedAt: await prepareRound(transaction, ready),
    recordedBy: context.madeBy,
  };
  const rows = supplement ? supplementRows(file, supplement) : listRows(file);
  const judging = { municipality, referenceDate, blankStatus };
  const process = await ListProcess.open(transaction, rows, judging, supplement?.named);
  const counts = noEntries();
  for await (const entries of process.batches()) {
    if (supplement) await removeRows(transaction, target.round, entries);
    await writeEntries(transaction, entries, target, counts.rejected + counts.leftOut);
    countEntries(counts, entries);
    // How long the list is, is not known before its end.
    step(`Finding addresses, ${counts.read} rows`, 0.1 + 0.6 * (counts.read / (counts.read + 5_000)));
  }
  return counts;
}

function refuseNothing({ read, rejected, leftOut, loaded }: EntryCounts): void {
  if (read - leftOut === 0) throw listFault('list-without-rows');
  if (loaded === 0 && rejected > 0) throw listFault('list-without-match');
}

const kinds = ({ observations, ...row }: EntryCounts): Record<string, KindCount> => ({
  row: { read: row.read, loaded: row.loaded, rejected: row.rejected, leftOut: row.leftOut },
  observation: { read: observations, loaded: observations, rejected: 0, leftOut: 0 },
});

/**
 * Loads a list as a round of observation. It takes the place of the round of the same series and date; other dates stay. The same
 * file and answers again change nothing.
 * @throws ImportError; DatabaseFault; the signal's reason. Nothing is loaded then.
 */
export async function loadList(
  file: ImportFile,
  options: ImportOptions,
  context: ImportContext,
): Promise<ImportResult> {
  context.progress('Looking at the list', 0);
  const plan = await planList(context.database, file, options);
  try {
    const ready = await readyList(plan, file, context);
    const before = await importedBefore(context.database, ready.dataset.id);
    if (before !== undefined) return before;
    const landing: Landing = {
      municipality: ready.municipality.code,
      dataset: ready.dataset.id,
      reason: ready.dataset.title,
      summed: ['row'],
      tables: OBSERVED_TABLES,
    };
    return await landImport(context, landing, async (transaction, step) => {
      const counts = await writeAll(transaction, ready, context, step);
      refuseNothing(counts);
      return kinds(counts);
    });
  } finally {
    plan.file.close();
  }
}
