import { cellText } from '../../formats/cell.ts';
import { parseDutchDate } from '../../formats/dutch-date.ts';
import type { ListFile } from './list-file.ts';
import { listRows } from './list-row.ts';
import { readRow } from './read-row.ts';

/** Rows in which a reference date is looked for. */
const SAMPLE = 2_000;

const WRITTEN =
  /\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{4}|\d{4}[-_.]\d{2}[-_.]\d{2}|(?<!\d)(?:19|20)\d{6}(?!\d)/gi;

/** The one day that a text names; undefined when it names none, or several. */
function dayIn(text: string): string | undefined {
  const days = new Set<string>();
  for (const [written] of text.matchAll(WRITTEN)) {
    const read = parseDutchDate(written.replaceAll('_', '-'));
    if (typeof read === 'object' && read.earliest === read.latest) days.add(read.earliest);
  }
  return days.size === 1 ? [...days][0] : undefined;
}

/** The day that a file itself names: in its rows, above its list, or in its name. Undefined when it names none or several. */
export async function proposedDate(file: ListFile, name: string): Promise<string | undefined> {
  const inRows = new Set<string>();
  const above: string[] = [];
  const hasColumn = file.table.columns.some(({ field }) => field === 'reference-date');
  let count = 0;
  for await (const { role, original, fields } of listRows(file)) {
    if (role === 'above') above.push(...original.map(cellText));
    if (role === 'row') {
      if (!hasColumn || count >= SAMPLE) break;
      count += 1;
      const read = readRow(fields);
      const date = 'referenceDate' in read ? read.referenceDate : null;
      if (date && date.earliest === date.latest) inRows.add(date.earliest);
    }
  }
  if (inRows.size > 0) return inRows.size === 1 ? [...inRows][0] : undefined;
  return dayIn(above.join(' | ')) ?? dayIn(name);
}
