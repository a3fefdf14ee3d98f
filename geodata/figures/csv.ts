/** A cell of a file: text, a number, or nothing. */
export type CsvCell = string | number | null;

/** Decimals that a number keeps at most: rates in per cent and shares of a metre need no more. */
const DECIMALS = 2;

/** Text that a spreadsheet would run as a formula: it is text that begins so, whoever wrote it. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/** A number as a Dutch spreadsheet reads it: a decimal comma, and nothing between thousands. */
function numberText(value: number): string {
  return String(Number(value.toFixed(DECIMALS))).replace('.', ',');
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return numberText(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A file that a Dutch Excel opens by a double press: UTF-8 with a byte order mark, semicolons, decimal commas,
 * lines that end in CR LF (RFC 4180 but for the semicolon). Text that would be a formula gets an apostrophe.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  const lines = rows.map(row => row.map(cellText).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
