import { type Cell, cellText } from './cell.ts';
import type { DelimitedLayout } from './delimited-text.ts';
import { encodeText } from './text-encoding.ts';

/** Media type of a text file of rows. */
export const CSV_TYPE = 'text/csv';

/** Text that a spreadsheet would run as a formula (OWASP, CSV injection); a plain number or a dash is none. */
function isFormula(text: string): boolean {
  return /^\s*[=+\-@\t\r]/.test(text) && !/^\s*[-+]?[\d.,\s]*$/.test(text);
}

function fieldText(cell: Cell, separator: string): string {
  const text = typeof cell === 'string' ? cell : cellText(cell);
  const safe = isFormula(text) ? `'${text}` : text;
  const needsQuotes = safe.includes(separator) || /["\r\n]/.test(safe);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A text file of rows as another was written: its encoding, mark, separator and line ends. Text that would be a formula gets an
 * apostrophe, which {@link delimitedRows} takes away again.
 */
export function delimitedBytes(rows: readonly (readonly Cell[])[], layout: DelimitedLayout): Uint8Array {
  const { separator, lineEnd, separatorLine } = layout;
  const lines = rows.map(row => row.map(cell => fieldText(cell, separator)).join(separator));
  const all = separatorLine ? [`sep=${separator}`, ...lines] : lines;
  return encodeText(all.map(line => `${line}${lineEnd}`).join(''), layout);
}
