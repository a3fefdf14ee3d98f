import { type Cell, cellText } from '../../formats/cell.ts';
import type { BlankStatus } from './answers.ts';
import type { ListFile } from './list-file.ts';
import { listRows } from './list-row.ts';
import { readRow } from './read-row.ts';

/** Rows that are looked at. */
const SAMPLE = 2_000;
/** Share of blanks below which somebody forgot to fill them in. */
const FORGOTTEN = 0.1;

/** Whether a row says nothing of its status, in a list that has a column for it. */
function isBlankStatus(fields: ReadonlyMap<string, Cell>): boolean {
  return cellText(fields.get('status') ?? null) === '';
}

/**
 * What a row without a status most likely means: where others say `leeg`, it is in use, or was forgotten when few are blank;
 * where the column only says what is special, it is vacant like the rest of the list.
 * @returns null when the list has no column for a status, or no row leaves it blank
 */
export async function likelyBlankStatus(file: ListFile): Promise<BlankStatus | null> {
  if (!file.table.columns.some(({ field }) => field === 'status')) return null;
  let [rows, blank, vacant] = [0, 0, 0];
  for await (const { role, fields } of listRows(file)) {
    if (role !== 'row') continue;
    rows += 1;
    if (isBlankStatus(fields)) blank += 1;
    else {
      const read = readRow(fields);
      if ('status' in read && read.status === 'vacant') vacant += 1;
    }
    if (rows >= SAMPLE) break;
  }
  if (blank === 0) return null;
  if (vacant === 0) return 'vacant';
  return blank < rows * FORGOTTEN ? 'rejected' : 'in-use';
}
