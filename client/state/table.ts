import type { Shown } from '#contract/vacancy.ts';
import { compareShown } from './ranking.ts';
import type { Selection } from './view.ts';

/** What a table can be about: the areas, or what the chosen reading draws. */
export type TableSubject = 'areas' | 'cells' | 'streets' | 'premises';

/** Columns that tables have; each has its heading in `client/text/table.ts`. */
export type ColumnName =
  | 'area'
  | 'cell'
  | 'street'
  | 'side'
  | 'streetArea'
  | 'premises'
  | 'kind'
  | 'function'
  | 'status'
  | 'since'
  | 'duration'
  | 'observed'
  | 'vacant'
  | 'rate'
  | 'areaKnown'
  | 'observedArea'
  | 'vacantArea'
  | 'floorAreaRate'
  | 'change'
  | 'front'
  | 'vacantFront'
  | 'frontRate'
  | 'floorArea'
  | 'buildYear';

/** How the values of a column are written. */
export type ColumnFormat = 'text' | 'count' | 'rate' | 'square-metres' | 'metres' | 'points' | 'year';

/** What stands in a cell: text, or a value as it may be shown; `unknown` is observed and not known. */
export type TableValue = string | Shown | 'unknown' | 'not-compared';

/** One column of a table of `Row`. Text columns hold text only; in others text is a mark, never a value. */
export interface TableColumn<Row> {
  name: ColumnName;
  format: ColumnFormat;
  value(row: Row): TableValue;
  /** What a text column is sorted by when not by its text; the least comes first. */
  rank?(row: Row): number;
}

/** A table as the screen draws it and as the file has it: the same rows, from the same state as the map. */
export interface Table<Row = unknown> {
  subject: TableSubject;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  /** The id that the map's source has for the same thing. */
  idOf(row: Row): string;
  selectionOf(row: Row): Selection;
}

/** How a table is sorted. */
export interface TableOrder {
  column: ColumnName;
  downwards: boolean;
}

/** `unknown` and what is not compared come after every other mark. */
const asShown = (value: TableValue): Shown =>
  value === 'unknown' || value === 'not-compared' ? null : (value as Shown);

/** Rows in an order; what is no number stays below whichever way it runs, and equal rows keep their place. */
export function sortedRows<Row>({ columns, rows }: Table<Row>, order: TableOrder, language: string): Row[] {
  const column = columns.find(({ name }) => name === order.column) ?? columns[0]!;
  const way = order.downwards ? 1 : -1;
  const { rank } = column;
  if (rank) return rows.toSorted((a, b) => way * (rank(b) - rank(a)));
  const keyed = rows.map(row => ({ row, value: column.value(row) }));
  if (column.format === 'text') {
    const { compare } = new Intl.Collator(language, { numeric: true });
    keyed.sort((a, b) => -way * compare(String(a.value), String(b.value)));
  } else {
    keyed.sort((a, b) => {
      const numbers = typeof a.value === 'number' && typeof b.value === 'number';
      return compareShown(asShown(a.value), asShown(b.value)) * (numbers ? way : 1);
    });
  }
  return keyed.map(({ row }) => row);
}
