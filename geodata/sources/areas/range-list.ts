import { cellText } from '../../formats/cell.ts';
import { findColumn } from '../../formats/column-name.ts';
import { delimitedRows, findDelimited } from '../../formats/delimited-text.ts';
import { type NamedRange, parseRange, sideOf } from './range-text.ts';

/** Columns of a list of streets and house numbers. */
const COLUMNS = {
  range: ['reeks', 'huisnummers', 'nummers', 'adressen', 'straat en huisnummers', 'range', 'afbakening'],
  street: ['straat', 'straatnaam', 'openbare ruimte', 'street'],
  from: ['van', 'vanaf', 'van huisnummer', 'huisnummer van', 'from'],
  to: ['tot', 't/m', 'tot en met', 'tot huisnummer', 'huisnummer tot', 'to'],
  side: ['zijde', 'kant', 'even/oneven', 'even of oneven', 'side'],
  place: ['plaats', 'woonplaats', 'kern', 'place'],
} as const;

type Column = keyof typeof COLUMNS;

/** One range of a list: what was written, what it means, and the row that it stands in. */
export interface ListedRange {
  /** Row of the file, from 1. */
  number: number;
  text: string;
  /** Undefined: it cannot be read. */
  range: NamedRange | undefined;
  /** Cells of its row by header; empty for a list without headers. */
  row: Readonly<Record<string, string>>;
}

/** A list of ranges as it was read. */
export interface RangeList {
  /** Empty for a list without headers. */
  headers: string[];
  ranges: ListedRange[];
}

/** Rows of a list that are looked at to see whether it is one. */
const LOOKED_AT = 20;
/** Share of them that must be ranges where nothing else says that they are. */
const MOST = 0.8;

interface TextRow {
  number: number;
  cells: string[];
}

async function readRows(path: string): Promise<TextRow[] | undefined> {
  const layout = await findDelimited(path);
  if (layout === undefined) return undefined;
  const rows: TextRow[] = [];
  for await (const { number, cells } of delimitedRows(path, layout)) {
    const texts = cells.map(cell => cellText(cell).trim());
    if (texts.some(text => text !== '')) rows.push({ number, cells: texts });
  }
  return rows;
}

function columnsOf(headers: readonly string[]): Partial<Record<Column, string>> {
  const found = Object.entries(COLUMNS).map(([column, names]) => [column, findColumn(headers, names)]);
  return Object.fromEntries(found.filter(([, header]) => header !== undefined));
}

const isHeader = ({ range, street, from, to }: Partial<Record<Column, string>>): boolean =>
  range !== undefined || (street !== undefined && from !== undefined && to !== undefined);

function inColumns(
  row: Record<string, string>,
  columns: Partial<Record<Column, string>>,
): Omit<ListedRange, 'number' | 'row'> {
  const cell = (column: Column): string =>
    columns[column] === undefined ? '' : (row[columns[column]] ?? '');
  const [street, from, to, words] = [cell('street'), cell('from'), cell('to'), cell('side')];
  const text = [street, from && to ? `${from} t/m ${to}` : from, words].filter(part => part !== '').join(' ');
  const side = sideOf(words);
  const range = side && parseRange([street, from && `${from} t/m ${to || from}`].filter(Boolean).join(' '));
  return { text, range: range && side ? { ...range, side, place: cell('place') || range.place } : undefined };
}

/** Several ranges in one cell: each of its own, the street said once at least. */
function inText(text: string, place: string): Omit<ListedRange, 'number' | 'row'>[] {
  return text
    .split(/\s*[;\n]\s*/)
    .filter(part => part !== '')
    .map(part => {
      const range = parseRange(part);
      return { text: part, range: range && { ...range, place: range.place ?? (place || null) } };
    });
}

function withHeaders(headers: string[], rows: readonly TextRow[]): RangeList {
  const columns = columnsOf(headers);
  const ranges = rows.flatMap(({ number, cells }): ListedRange[] => {
    const row = Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? '']));
    const place = columns.place === undefined ? '' : (row[columns.place] ?? '');
    const text = columns.range === undefined ? '' : (row[columns.range] ?? '');
    const found = text === '' ? [inColumns(row, columns)] : inText(text, place);
    return found.map(one => ({ ...one, number, row }));
  });
  return { headers, ranges };
}

const withoutHeaders = (rows: readonly TextRow[]): RangeList => ({
  headers: [],
  ranges: rows.flatMap(({ number, cells }) =>
    cells
      .filter(cell => cell !== '')
      .flatMap(cell => inText(cell, '').map(one => ({ ...one, number, row: {} }))),
  ),
});

/**
 * Reads a list of streets with house numbers: a table with headers (a column with the whole range, or columns for street,
 * from, to and side), or one range per line.
 * @returns undefined for a file that is no such list
 */
export async function readRangeList(path: string): Promise<RangeList | undefined> {
  const rows = await readRows(path);
  const [first, ...rest] = rows ?? [];
  if (rows === undefined || first === undefined) return undefined;
  if (isHeader(columnsOf(first.cells))) return withHeaders(first.cells, rest);
  const list = withoutHeaders(rows);
  const looked = list.ranges.slice(0, LOOKED_AT);
  // Every word could be a street: only numbers make a line a range.
  const sure = looked.filter(({ text, range }) => range !== undefined && /\d/.test(text));
  return sure.length >= MOST * looked.length ? list : undefined;
}
