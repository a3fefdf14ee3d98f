import type { CsvCell } from '#figures/csv.ts';
import type { Explore } from './explore.ts';
import { filterSummary } from './filter-summary.ts';
import type { Table, TableColumn, TableValue } from './table.ts';

/** What a file says in the place of a number; a number stays one. Marks are never 0 and never empty. */
function cellOf<Row>({ format }: TableColumn<Row>, value: TableValue, explore: Explore): CsvCell {
  const { say } = explore.wording;
  if (format === 'text') return String(value);
  // Rates of rounded numbers are whole per cent on the screen, and so in the file.
  if (typeof value === 'number') return format === 'rate' && !explore.exact ? Math.round(value) : value;
  if (value === null) return say.notKnown;
  if (value === 'unknown') return say.unknown;
  if (value === 'not-compared') return say.notCompared;
  return value === 'confidential' ? say.confidential : say.belowFiveLong;
}

/** What must be known to read the numbers again later, as pairs of a word and its text. */
function notesOf(explore: Explore, address: string): CsvCell[][] {
  const { say, language, write } = explore.wording;
  const { municipality, series, referenceDate, view, planner } = explore;
  const filters = filterSummary(view.value, planner, explore.wording);
  return [
    [say.fileNotes],
    [say.fileMunicipality, municipality?.name ?? ''],
    ...(municipality?.fictional ? [['', say.fictional]] : []),
    [say.fileSource, series?.name[language] ?? ''],
    [say.fileDefinition, series?.definition[language] ?? ''],
    [say.fileDate, referenceDate ? write.date(referenceDate) : ''],
    ...(filters.length > 0 ? [[say.fileFilters, filters.join(', ')]] : []),
    [say.fileNumbers, explore.exact ? say.exact : say.rounded],
    ['', say.fileUnits],
    [say.fileAddress, address],
  ];
}

/**
 * The table as rows of a file: headings, rows with source and date on each, an empty line, and the notes.
 * @param rows in the order of the screen
 * @param address of the screen, so that others can see where it came from
 */
export function tableCells<Row>(
  explore: Explore,
  table: Table<Row>,
  rows: readonly Row[],
  address: string,
): CsvCell[][] {
  const { say, language } = explore.wording;
  const { series, referenceDate, municipality } = explore;
  const source = [series?.name[language] ?? '', referenceDate ?? '', municipality?.name ?? ''];
  const head = table.columns.map(({ name }) => say.columns[name]);
  return [
    [say.fileId, ...head, say.fileSource, say.fileDate, say.fileMunicipality],
    ...rows.map(row => [
      table.idOf(row),
      ...table.columns.map(column => cellOf(column, column.value(row), explore)),
      ...source,
    ]),
    [],
    ...notesOf(explore, address),
  ];
}

/** Name of the file: what it is, where and when, in plain letters. */
export function tableFileName({ municipality, referenceDate, wording }: Explore, { subject }: Table): string {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-');
  const fictional = municipality?.fictional ? plain(wording.say.fictionalShort) : '';
  const parts = [
    'kernkaart',
    fictional,
    plain(municipality?.name ?? ''),
    plain(wording.say.tableSubject[subject]),
  ];
  return `${[...parts, referenceDate ?? ''].filter(part => part !== '').join('-')}.csv`;
}
