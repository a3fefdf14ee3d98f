import type { Session, Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { ImportResult } from './context.ts';

/** What the catalogue says of a dataset. */
export interface DatasetRecord {
  id: string;
  municipality: string;
  /** Code of the source. */
  source: string;
  title: string;
  owner: string;
  licence: string;
  /** As it must stand under a map. */
  attribution: string;
  fileName: string | null;
  sha256: string | null;
  /** ISO date; null: not known. */
  referenceDate: string | null;
}

/** Writes a dataset into the catalogue; its counts and its revision follow when it has landed. */
export async function writeDataset(
  transaction: Transaction,
  record: DatasetRecord,
  importedBy: string,
): Promise<void> {
  const { id, municipality, source, title, owner, licence, attribution, fileName, sha256, referenceDate } =
    record;
  await transaction.query(sql`
    insert into dataset (id, municipality, source, title, owner, licence, attribution, file_name, sha256,
      reference_date, imported_by, revision, read_count, loaded_count, rejected_count)
    values (${id}, ${municipality}, ${source}, ${title}, ${owner}, ${licence}, ${attribution}, ${fileName},
      ${sha256}, ${referenceDate}, ${importedBy}, 0, 0, 0, 0)`);
}

/** A row that was not loaded. */
export interface RejectedRow {
  kind: string;
  /** How the file itself names it: an id, or `row 17`. */
  reference: string;
  /** Code of a reason. */
  reason: string;
  detail: string;
  /** The row as it stood in the file, so that it can be given back; null for what is no row. */
  original: unknown;
}

/** Writes what was not loaded, in the order given. */
export async function writeRejectedRows(
  transaction: Transaction,
  dataset: string,
  rows: readonly RejectedRow[],
): Promise<void> {
  const columns = ['dataset', 'number', 'kind', 'reference', 'reason', 'detail', 'original'];
  const lines = rows.map(({ kind, reference, reason, detail, original }, index) => {
    const text = original === null ? null : JSON.stringify(original);
    return [dataset, index + 1, kind, reference, reason, detail, text];
  });
  await transaction.copy('rejected_row', columns, lines);
}

/** Reasons why rows of a dataset were not loaded, and how many for each; a row may stand for several objects alike. */
export const rejectedReasons = (session: Session, dataset: string): Promise<ImportResult['reasons']> =>
  session.query<ImportResult['reasons'][number]>(sql`
    select kind, reason, sum(objects) as count from rejected_row where dataset = ${dataset}
    group by kind, reason order by kind, reason`);

/** The result of the same dataset imported before, unchanged; undefined when there is something to do. */
export async function importedBefore(session: Session, dataset: string): Promise<ImportResult | undefined> {
  const [row] = await session.query<Pick<ImportResult, 'counts' | 'municipality'>>(sql`
    select municipality, counts from dataset where id = ${dataset}`);
  if (row === undefined) return undefined;
  return { ...row, dataset, revision: null, reasons: await rejectedReasons(session, dataset) };
}
