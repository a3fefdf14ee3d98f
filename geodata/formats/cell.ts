/** A day in a cell, as the workbook itself has it; `time` is `HH:MM:SS`, null where it has none. */
export interface DateCell {
  date: string;
  time: string | null;
}

/** What stands in a cell: text, a number, a day, true or false, or nothing. Of a formula the value last worked out. */
export type Cell = string | number | boolean | DateCell | null;

/** A row of a sheet or of a text file. */
export interface CellRow {
  /** As the file counts its rows, from 1. */
  number: number;
  cells: Cell[];
}

/** Formulas that were met: with a value from when they were last worked out, or with none. */
export interface FormulaCount {
  withValue: number;
  withoutValue: number;
}

/** Cells that were merged into one; rows and columns are inclusive, rows from 1 and columns from 0. */
export interface MergedCells {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** What a file of rows may be at most; beyond it is no list that somebody keeps. */
export interface TableLimits {
  rows: number;
  columns: number;
  /** Characters in one cell. */
  characters: number;
}

/** A spreadsheet ends at 1,048,576 rows and a cell at 32,767 characters, so nothing that came out of one is refused. */
export const TABLE_LIMITS: TableLimits = { rows: 1_048_576, columns: 500, characters: 32_767 };

/** Numbers beyond this are not exact in a workbook: Excel keeps fifteen digits. */
export const EXACT_NUMBER = 1e15;

/** A cell as a Dutch reader would see it: decimal comma, day-month-year; nothing is an empty text. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'number') return numberText(cell);
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nee';
  return cell.date.split('-').toReversed().join('-');
}

/** Without exponent and without the noise of binary fractions. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  return String(Number(value.toPrecision(15))).replace('.', ',');
}

/** Whether nothing stands in a cell. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** Whether nothing stands in any cell of a row. */
export function isBlankRow(cells: readonly Cell[]): boolean {
  return cells.every(isBlank);
}
