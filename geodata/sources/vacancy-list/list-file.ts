import { type CellRow, type FormulaCount, isBlankRow, type MergedCells } from '../../formats/cell.ts';
import { type DelimitedLayout, delimitedRows, findDelimited } from '../../formats/delimited-text.ts';
import { tableFault } from '../../formats/table-fault.ts';
import { openWorkbook, type Sheet, workbookKind } from '../../formats/workbook.ts';
import { listFault } from './list-fault.ts';
import { type ColumnChoice, findTable, type ListTable } from './table.ts';

/** How the file is laid out, so that one like it can be written. */
export type ListLayout = { format: 'text'; text: DelimitedLayout } | { format: 'workbook'; sheet: string };

/** A list that is open. */
export interface ListFile {
  layout: ListLayout;
  table: ListTable;
  merged: readonly MergedCells[];
  /** Sheets with a list on them; the one that is read among them. Empty for a text file. */
  sheets: readonly string[];
  macros: boolean;
  /** Counted while rows are read. */
  formulas: FormulaCount;
  /** All rows of the sheet from the first on, those above the list too. */
  rows(): AsyncGenerator<CellRow>;
  close(): void;
}

/** What somebody says of a list before it is read. */
export interface ListChoice {
  sheet?: string | undefined;
  columns?: ColumnChoice | undefined;
}

/** Rows at the beginning in which the list is looked for; columns are told from them too. */
const HEAD = 300;

async function headOf(rows: AsyncGenerator<CellRow>): Promise<CellRow[]> {
  const head: CellRow[] = [];
  for await (const row of rows) {
    if (!isBlankRow(row.cells)) head.push(row);
    if (head.length >= HEAD) break;
  }
  return head;
}

const noFormulas = (): FormulaCount => ({ withValue: 0, withoutValue: 0 });

async function openText(path: string, { columns }: ListChoice): Promise<ListFile> {
  const text = await findDelimited(path);
  if (text === undefined) throw tableFault('workbook-foreign');
  const table = findTable(await headOf(delimitedRows(path, text)), [], columns);
  if (table === undefined) throw listFault('list-not-recognised');
  return {
    layout: { format: 'text', text },
    table,
    merged: [],
    sheets: [],
    macros: false,
    formulas: noFormulas(),
    rows: () => delimitedRows(path, text),
    close: () => undefined,
  };
}

interface FoundSheet {
  sheet: Sheet;
  table: ListTable;
  merged: MergedCells[];
}

async function findSheets(sheets: readonly Sheet[], { columns }: ListChoice): Promise<FoundSheet[]> {
  const found: FoundSheet[] = [];
  for (const sheet of sheets) {
    const merged = await sheet.merged();
    const table = findTable(await headOf(sheet.rows(noFormulas())), merged, columns);
    if (table !== undefined) found.push({ sheet, table, merged });
  }
  return found;
}

async function openSheets(path: string, choice: ListChoice): Promise<ListFile> {
  const workbook = await openWorkbook(path);
  try {
    const { sheets, macros } = workbook;
    if (choice.sheet !== undefined && !sheets.some(({ name }) => name === choice.sheet))
      throw listFault('list-sheet-unknown', choice.sheet);
    const found = await findSheets(
      sheets.filter(({ hidden, name }) => !hidden || name === choice.sheet),
      choice,
    );
    const taken = found.find(({ sheet }) => choice.sheet === undefined || sheet.name === choice.sheet);
    if (taken === undefined) throw listFault('list-not-recognised');
    const formulas = noFormulas();
    return {
      layout: { format: 'workbook', sheet: taken.sheet.name },
      table: taken.table,
      merged: taken.merged,
      sheets: found.map(({ sheet }) => sheet.name),
      macros,
      formulas,
      rows: () => taken.sheet.rows(Object.assign(formulas, noFormulas())),
      close: () => workbook.close(),
    };
  } catch (error) {
    workbook.close();
    throw error;
  }
}

/**
 * Opens a list, whatever it is kept in: text (.csv), .xlsx, .xlsm or .ods.
 * @throws ImportError that says what to do with what does not open, or has no list in it
 */
export async function openList(path: string, choice: ListChoice): Promise<ListFile> {
  return (await workbookKind(path)) === undefined ? openText(path, choice) : openSheets(path, choice);
}
