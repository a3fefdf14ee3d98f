import type { Session, Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { cellText } from '../../formats/cell.ts';
import type { CoverageAnswer } from './answers.ts';
import type { Entry } from './entry.ts';
import { headingText } from './heading.ts';
import type { ListFile } from './list-file.ts';
import { type ListRow, listRows } from './list-row.ts';
import type { ListTable } from './table.ts';

/** A round that a file adds to: rows that were rejected and have been mended, or were forgotten. */
export interface SupplementedRound {
  coverage: CoverageAnswer;
  /** ISO. */
  recordedAt: string;
  /** Premises that its rows name, with their row. */
  named: ReadonlyMap<string, number>;
  /** Rows that were not loaded, by their numbers: a mended one takes the place of its own. */
  open: ReadonlySet<number>;
  /** Number of its last row. */
  last: number;
}

/** How many rows are looked at for reasons. */
const SAMPLE = 50;

/** What stands in the column that was put behind rows when they were handed out (export.ts). */
const REASON = /^(?:Rij|Row) (\d{1,7}): /;

/** The column of reasons; undefined when the file has none. */
function reasonColumn({ columns }: ListTable): number | undefined {
  return columns.findLast(({ header }) => ['reden', 'reason'].includes(headingText(header)))?.index;
}

/** Whether a file is one of rejected rows that was handed out here. */
export async function hasReasons(file: ListFile): Promise<boolean> {
  const column = reasonColumn(file.table);
  if (column === undefined) return false;
  let rows = 0;
  for await (const { role, original } of listRows(file)) {
    if (role !== 'row') continue;
    if (REASON.test(cellText(original[column] ?? null))) return true;
    rows += 1;
    if (rows >= SAMPLE) return false;
  }
  return false;
}

/** The round of a series and date with what its rows name; undefined when there is none. */
export async function supplementedRound(
  session: Session,
  series: string,
  referenceDate: string,
): Promise<SupplementedRound | undefined> {
  const [round] = await session.query<{ id: string; coverage: CoverageAnswer; recordedAt: string }>(sql`
    select id, coverage, first_recorded_at as "recordedAt" from observation_round
    where series = ${series} and reference_date = ${referenceDate}::date`);
  if (round === undefined) return undefined;
  const rows = await session.query<{ number: number; premises: string[] | null; reason: string | null }>(sql`
    select number, premises, reason from observation_round_row where round = ${round.id} order by number`);
  return {
    coverage: round.coverage,
    recordedAt: round.recordedAt,
    named: new Map(rows.flatMap(({ number, premises }) => (premises ?? []).map(id => [id, number] as const))),
    open: new Set(rows.filter(({ reason }) => reason !== null).map(({ number }) => number)),
    last: rows.at(-1)?.number ?? 0,
  };
}

/**
 * Rows of a file that adds to a round, with the numbers that they have in it: of the row that they mend, else behind the last.
 * What stands above the list, and the column of reasons, are not of the round.
 */
export async function* supplementRows(
  file: ListFile,
  { open, last }: SupplementedRound,
): AsyncGenerator<ListRow> {
  const column = reasonColumn(file.table);
  const taken = new Set<number>();
  let next = last;
  for await (const row of listRows(file)) {
    if (row.role === 'above') continue;
    const reason = column === undefined ? '' : cellText(row.original[column] ?? null);
    const named = Number(REASON.exec(reason)?.[1] ?? Number.NaN);
    const isOpen = open.has(named) && !taken.has(named);
    if (isOpen) taken.add(named);
    else next += 1;
    const original = column === undefined ? row.original : row.original.toSpliced(column, 1);
    yield { ...row, number: isOpen ? named : next, original };
  }
}

/** Takes away the rows of a round whose place others take. */
export async function removeRows(
  transaction: Transaction,
  round: string,
  entries: readonly Entry[],
): Promise<void> {
  const numbers = entries.map(({ number }) => number);
  await transaction.query(sql`
    delete from observation_round_row where round = ${round} and number = any(${numbers}::integer[])`);
}
