import {
  type Cell,
  type CellRow,
  cellText,
  isBlank,
  isBlankRow,
  type MergedCells,
} from '../../formats/cell.ts';
import { KEY_FIELDS, type ListField } from '../../vocabulary/list-column.ts';
import { headingText } from './heading.ts';
import type { ListFile } from './list-file.ts';
import { isHeading, type ListTable } from './table.ts';

/** What a row of the file is; `above` includes the heading. */
export type RowRole = 'above' | 'row' | 'no-row' | 'second-table';

/** A row of the file with what is in it by field. */
export interface ListRow {
  number: number;
  role: RowRole;
  /** As they stand in the file. */
  original: Cell[];
  /** By field, with the value of cells that were merged downwards. */
  fields: ReadonlyMap<ListField, Cell>;
}

/** Beside so many filled cells, and none that names a premises, a row is a note. */
const NOTE_CELLS = 2;
/** A street with its number where only a street is expected; a note has other signs, or is longer. */
const STREET_AND_NUMBER = /^[\p{L}\d][^:*;=]{2,40} \d{1,5} ?[a-z]{0,3}$/iu;
const TOTAL = /^(sub)?(totaal|totalen|total|gemiddeld|gemiddelde|som|aantal)\b/;

/** Values of cells that were merged downwards, for the rows below the first. */
class MergedDown {
  readonly #ranges: MergedCells[];
  readonly #values = new Map<MergedCells, Cell>();

  constructor(merged: readonly MergedCells[], headerRow: number) {
    this.#ranges = merged.filter(({ top, bottom }) => bottom > top && top > headerRow);
  }

  fill({ number, cells }: CellRow): Cell[] {
    if (this.#ranges.length === 0) return cells;
    const filled = [...cells];
    for (const range of this.#ranges) {
      if (range.top === number) this.#values.set(range, cells[range.left] ?? null);
      if (range.top < number && number <= range.bottom && isBlank(filled[range.left]))
        filled[range.left] = this.#values.get(range) ?? null;
    }
    return filled;
  }
}

function fieldsOf(cells: readonly Cell[], { columns }: ListTable): Map<ListField, Cell> {
  const fields = new Map<ListField, Cell>();
  for (const { index, field } of columns) if (field !== null) fields.set(field, cells[index] ?? null);
  return fields;
}

/** Whether a row says nothing that a row of the list says: a note, a source, a total. */
function isNote(cells: readonly Cell[], fields: ReadonlyMap<ListField, Cell>, width: number): boolean {
  const filled = cells.filter(cell => !isBlank(cell));
  if (TOTAL.test(cellText(filled[0] ?? null).toLowerCase())) return true;
  if (filled.length > NOTE_CELLS || width <= NOTE_CELLS) return false;
  const names = [...KEY_FIELDS].some(field => {
    const text = cellText(fields.get(field) ?? null);
    return field === 'street' ? STREET_AND_NUMBER.test(text) : /\d/.test(text) && text.length < 80;
  });
  return !names;
}

/** The heading again, as printed lists have it on every page. */
function repeatsHeading({ cells }: CellRow, { columns }: ListTable): boolean {
  const filled = cells.map(cellText).filter(text => text !== '');
  const headers = new Set(columns.map(({ header }) => headingText(header)));
  return filled.length > 1 && filled.every(text => headers.has(headingText(text)));
}

/** Rows of a list with what each of them is; blank rows are left out. */
export async function* listRows(file: ListFile): AsyncGenerator<ListRow> {
  const { table, merged } = file;
  const width = table.beside ?? Number.POSITIVE_INFINITY;
  const down = new MergedDown(merged, table.headerRow);
  let isSecond = false;
  for await (const row of file.rows()) {
    if (isBlankRow(row.cells)) continue;
    const { number } = row;
    if (number <= table.headerRow) {
      yield { number, role: 'above', original: row.cells, fields: new Map() };
      continue;
    }
    const own = { number, cells: down.fill(row).slice(0, width) };
    if (isBlankRow(own.cells)) continue;
    const isRepeated = repeatsHeading(own, table);
    if (!isRepeated && isHeading(own)) isSecond = true;
    const fields = fieldsOf(own.cells, table);
    const isNone = isRepeated || isNote(own.cells, fields, table.columns.length);
    const role = isSecond ? 'second-table' : isNone ? 'no-row' : 'row';
    yield { number, role, original: row.cells, fields };
  }
}
