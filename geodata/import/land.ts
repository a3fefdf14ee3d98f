import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { ImportContext, ImportResult, KindCount } from './context.ts';
import { rejectedReasons } from './dataset.ts';
import { finishImport } from './finish.ts';
import { keepRevision } from './keep.ts';

/** Milliseconds for everything that happens in the transaction, on a small machine. */
const DEADLINE = 3_600_000;

/** What is landed, as the catalogue will name it. */
export interface Landing {
  municipality: string;
  dataset: string;
  /** Why there is a new revision, in a few words. */
  reason: string;
  /** Kinds whose counts add up to the dataset's; the others say the same rows in another way. */
  summed: readonly string[];
  /** Tables that the load may change, where it is not all of them (`OBSERVED_TABLES`): the rest is not kept. */
  tables?: readonly string[];
}

/** What a load is handed beside its transaction. */
export interface LandingStep {
  /** Tells how far it is (0 to 1), and gives up where it was called off. */
  step(words: string, done: number): void;
}

/** Tells each step, and gives up before it where the import was called off. */
export function stepper({
  progress,
  signal,
}: Pick<ImportContext, 'progress' | 'signal'>): LandingStep['step'] {
  return (words, done) => {
    signal?.throwIfAborted();
    progress(words, done);
  };
}

async function writeCounts(
  transaction: Transaction,
  { dataset, summed }: Landing,
  counts: Readonly<Record<string, KindCount>>,
): Promise<void> {
  const sum = (field: keyof KindCount) => summed.reduce((all, kind) => all + (counts[kind]?.[field] ?? 0), 0);
  await transaction.query(sql`
    update dataset set read_count = ${sum('read')}, loaded_count = ${sum('loaded')},
      rejected_count = ${sum('rejected')}, counts = ${counts}
    where id = ${dataset}`);
}

/**
 * Carries an import out in one transaction: keeps what stands there, so that it can be restored, loads, derives what is
 * counted, and gives the municipality a new revision. All of it or nothing.
 * @param load writes the dataset (`writeDataset`), its rows and its rejected rows; gives what became of every object read
 * @throws whatever the load throws; DatabaseFault; the signal's reason
 */
export function landImport(
  context: ImportContext,
  landing: Landing,
  load: (transaction: Transaction, step: LandingStep['step']) => Promise<Record<string, KindCount>>,
): Promise<ImportResult> {
  const { municipality, dataset, reason } = landing;
  const step = stepper(context);
  return context.database.transaction(
    async transaction => {
      const kept = await keepRevision(transaction, municipality, landing.tables);
      const counts = await load(transaction, step);
      await writeCounts(transaction, landing, counts);
      step('Counting', 0.75);
      const finished = { municipality, reason, kept, dataset: { id: dataset, counts } };
      const revision = await finishImport(transaction, context, finished);
      await transaction.query(sql`update dataset set revision = ${revision} where id = ${dataset}`);
      const reasons = await rejectedReasons(transaction, dataset);
      step('Done', 1);
      return { municipality, dataset, revision, counts, reasons };
    },
    { deadline: DEADLINE, priority: 'background' },
  );
}
