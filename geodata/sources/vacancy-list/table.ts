import { type Cell, type CellRow, cellText, isBlank, type MergedCells } from '../../formats/cell.ts';
import { KEY_FIELDS, type ListField } from '../../vocabulary/list-column.ts';
import { countsRows, fieldOfContent, holdsAddresses, holdsNumbers } from './column-content.ts';
import { exactField, fieldOfHeading, type HeadingMatch, headingText } from './heading.ts';

/** A column of the list. */
export interface ListColumn {
  /** From 0. */
  index: number;
  header: string;
  /** Null: left as it is. */
  field: ListField | null;
}

/** The table that was found in the first rows of a sheet. */
export interface ListTable {
  /** Row of the heading (of its second line, where it has two), from 1; 0: the list has no heading. */
  headerRow: number;
  columns: ListColumn[];
  /** A second table stands beside it, from this column on; it is not read. */
  beside: number | null;
}

/** What somebody says of columns: field by index; null: leave it as it is. */
export type ColumnChoice = ReadonlyMap<number, ListField | null>;

/** Rows of data that the content of columns is told from. */
const SAMPLE = 60;

const textAt = (row: CellRow | undefined, index: number): string =>
  cellText(row?.cells[index] ?? null).replace(/\s+/g, ' ');

/** Whether columns say which premises a row is about. */
export function hasKey(fields: Iterable<ListField | null>): boolean {
  const found = new Set(fields);
  const id = found.has('bag-id') || found.has('address-id') || found.has('building-id');
  return (
    id || found.has('address') || (found.has('number') && (found.has('street') || found.has('postcode')))
  );
}

/** Whether most cells of a row are headings that are known as a whole. */
export function isHeading({ cells }: CellRow): boolean {
  const filled = cells.filter(cell => !isBlank(cell));
  const known = filled.filter(cell => typeof cell === 'string' && exactField(headingText(cell)));
  return known.length >= 2 && known.length * 2 >= filled.length;
}

/** Headings that stand over several columns: by merged cells, or where there are none by the blanks that follow. */
function groupsOver(row: CellRow, below: CellRow, merged: readonly MergedCells[]): string[] {
  const here = merged.filter(({ top, right, left }) => top === row.number && right > left);
  const width = Math.max(row.cells.length, below.cells.length);
  // One cell alone, or one merged over most of the width, is the title of the list.
  const isTitle = row.cells.filter(cell => !isBlank(cell)).length < 2;
  if (isTitle && here.every(({ left, right }) => (right - left + 1) * 2 > width)) return [];
  if (here.length > 0) {
    const over = Array.from({ length: width }, (_, index) => textAt(row, index));
    for (const { left, right } of here)
      for (let index = left; index <= right && index < width; index++) over[index] = textAt(row, left);
    return over;
  }
  let current = '';
  return Array.from({ length: width }, (_, index) => {
    current = textAt(row, index) || (textAt(below, index) === '' ? '' : current);
    return current;
  });
}

interface Heading {
  row: number;
  headers: string[];
  matches: (HeadingMatch | undefined)[];
}

function headingOf(row: CellRow, above: CellRow | undefined, merged: readonly MergedCells[]): Heading {
  const groups = above ? groupsOver(above, row, merged) : [];
  const width = Math.max(row.cells.length, groups.length);
  const headers = Array.from({ length: width }, (_, index) => {
    const [group, own] = [groups[index] ?? '', textAt(row, index)];
    return [group, own].filter(part => part !== '').join(' ');
  });
  const matches = headers.map((header, index) => {
    const own = textAt(row, index);
    return fieldOfHeading(own === '' ? header : own, own === '' ? '' : (groups[index] ?? ''));
  });
  return { row: row.number, headers, matches };
}

/** Where a wide blank column parts two headings that name the same things, the second table begins. */
function besideOf({ headers, matches }: Heading): number | null {
  const seen = new Set<ListField>();
  for (const [index, match] of matches.entries()) {
    if (match === undefined) continue;
    const isApart = headers.slice(0, index).lastIndexOf('') > 0 && seen.size >= 2;
    if (isApart && seen.has(match.field) && KEY_FIELDS.has(match.field))
      return headers.slice(0, index).lastIndexOf('') + 1;
    seen.add(match.field);
  }
  return null;
}

/** Every field once: to the heading that fits best, of equals to the first. */
function assign(matches: readonly (HeadingMatch | undefined)[]): (ListField | null)[] {
  const best = new Map<ListField, number>();
  matches.forEach((match, index) => {
    const held = match && best.get(match.field);
    if (match && (held === undefined || match.rank < matches[held]!.rank)) best.set(match.field, index);
  });
  return matches.map((match, index) => (match && best.get(match.field) === index ? match.field : null));
}

/** Corrects by what is in the columns what headings alone got wrong, and finds what they did not name. */
function checkContent(fields: (ListField | null)[], columns: readonly Cell[][]): void {
  const indexOf = (field: ListField) => fields.indexOf(field);
  const isFilled = (index: number) => columns[index]?.some(cell => !isBlank(cell)) ?? false;
  const number = indexOf('number');
  const hasAddress =
    indexOf('address') >= 0 || (indexOf('street') >= 0 && holdsAddresses(columns[indexOf('street')]!));
  if (number >= 0 && hasAddress && countsRows(columns[number]!)) fields[number] = null;
  const street = indexOf('street');
  if (street >= 0 && indexOf('number') < 0 && holdsAddresses(columns[street]!)) fields[street] = 'address';
  const address = indexOf('address');
  if (address >= 0 && isFilled(address) && !holdsAddresses(columns[address]!))
    // `Adres` over streets, with the number in a column of its own.
    fields[address] = indexOf('number') >= 0 && indexOf('street') < 0 ? 'street' : null;
  columns.forEach((cells, index) => {
    if (fields[index] !== null && fields[index] !== undefined) return;
    const field = fieldOfContent(cells);
    const isNeeded = field !== 'address' || (indexOf('street') < 0 && indexOf('address') < 0);
    if (field !== undefined && indexOf(field) < 0 && isNeeded) fields[index] = field;
  });
}

const columnsOf = (rows: readonly CellRow[], width: number): Cell[][] =>
  Array.from({ length: width }, (_, index) => rows.map(({ cells }) => cells[index] ?? null));

function tableOf(heading: Heading, data: readonly CellRow[], choice: ColumnChoice): ListTable {
  const beside = besideOf(heading);
  const width = Math.min(
    beside ?? Number.POSITIVE_INFINITY,
    Math.max(heading.headers.length, ...data.map(({ cells }) => cells.length)),
  );
  const fields: (ListField | null)[] = Array.from({ length: width }, () => null);
  assign(heading.matches.slice(0, width)).forEach((field, index) => {
    fields[index] = field;
  });
  checkContent(fields, columnsOf(data, width));
  // Whoever chooses a column takes its field away from the one that was guessed.
  for (const [index, field] of choice) {
    if (field !== null && fields.includes(field)) fields[fields.indexOf(field)] = null;
    if (index < width) fields[index] = field;
  }
  const columns = fields.map((field, index) => ({ index, header: heading.headers[index] ?? '', field }));
  return { headerRow: heading.row, columns, beside };
}

/** A list of which no heading is known: what its columns hold says it all. A number stands beside a postcode. */
function byContent(heading: Heading, rows: readonly CellRow[], choice: ColumnChoice): ListTable | undefined {
  const table = tableOf(heading, rows, choice);
  const fields = table.columns.map(({ field }) => field);
  if (!hasKey(fields) && fields.includes('postcode')) {
    const columns = columnsOf(rows, table.columns.length);
    const near = [fields.indexOf('postcode') + 1, fields.indexOf('postcode') - 1];
    const number = near.find(
      index => columns[index] !== undefined && fields[index] === null && holdsNumbers(columns[index]!),
    );
    if (number !== undefined) table.columns[number]!.field = 'number';
  }
  return hasKey(table.columns.map(({ field }) => field)) ? table : undefined;
}

/** The first row is a heading in words that nobody here knows, when it is unlike what stands below it. */
function withoutHeading(rows: readonly CellRow[], choice: ColumnChoice): ListTable | undefined {
  const [first, ...rest] = rows;
  if (first === undefined) return undefined;
  const below = rest.length === 0 ? undefined : byContent(headingOf(first, undefined, []), rest, choice);
  const keys = below?.columns.filter(({ field }) => field !== null && KEY_FIELDS.has(field)) ?? [];
  const isHeadingRow = keys.every(({ index }) => !/\d/.test(textAt(first, index)));
  if (below !== undefined && isHeadingRow) return below;
  return byContent({ row: 0, headers: [], matches: [] }, rows, choice);
}

/** A heading names two columns at least and a third of all; one cell alone is a title, unless the list is one column. */
function isLikely({ headers, matches }: Heading, below: readonly CellRow[]): boolean {
  const [named, all] = [matches.filter(Boolean).length, headers.filter(Boolean).length];
  if (all > 1) return named >= 2 && named * 3 >= all;
  return below.every(({ cells }) => cells.filter(cell => !isBlank(cell)).length < 2);
}

/** Whether the row below names more columns than a heading does: then it is the heading, and this stands over it. */
function isOverHeading({ row, matches }: Heading, below: CellRow | undefined): boolean {
  if (below === undefined || below.number !== row + 1 || !isHeading(below)) return false;
  const named = headingOf(below, undefined, []).matches.filter(Boolean).length;
  return named > matches.filter(Boolean).length;
}

/** The first row with words in all the columns that somebody chose as keys: a heading that nobody here knows. */
function chosenHeading(rows: readonly CellRow[], choice: ColumnChoice): number {
  const keys = [...choice]
    .filter(([, field]) => field !== null && KEY_FIELDS.has(field))
    .map(([index]) => index);
  return rows.findIndex(row => keys.every(index => /^[^\d]+$/.test(textAt(row, index))));
}

function asChosen(rows: readonly CellRow[], choice: ColumnChoice): ListTable | undefined {
  if (!hasKey(choice.values())) return undefined;
  const at = chosenHeading(rows.slice(0, SAMPLE), choice);
  const heading = at < 0 ? { row: 0, headers: [], matches: [] } : headingOf(rows[at]!, undefined, []);
  return tableOf(heading, rows.slice(at + 1, at + 1 + SAMPLE), choice);
}

/**
 * Finds the list in the first rows of a sheet: its heading (of one line or two, wherever it stands), or by what is in the columns.
 * @param rows the first rows, blank ones left out or not
 * @param choice what somebody says of columns
 * @returns undefined when no column says which premises a row is about
 */
export function findTable(
  rows: readonly CellRow[],
  merged: readonly MergedCells[],
  choice: ColumnChoice = new Map(),
): ListTable | undefined {
  for (const [at, row] of rows.entries()) {
    const below = rows[at + 1];
    const single = headingOf(row, undefined, merged);
    const double = below && headingOf(below, row, merged);
    const isDouble = double !== undefined && isHeading(below!) && below!.number === row.number + 1;
    for (const [heading, from] of isDouble ? ([[double, at + 2]] as const) : ([[single, at + 1]] as const)) {
      if (!isLikely(heading, rows.slice(from))) continue;
      if (!heading.matches.some(match => match && KEY_FIELDS.has(match.field))) continue;
      if (isOverHeading(heading, rows[from])) continue;
      const table = tableOf(heading, rows.slice(from, from + SAMPLE), choice);
      if (hasKey(table.columns.map(({ field }) => field))) return table;
    }
  }
  return asChosen(rows, choice) ?? withoutHeading(rows.slice(0, SAMPLE), choice);
}
