import type { Readable } from 'node:stream';
import type { Cell, CellRow, FormulaCount, MergedCells } from './cell.ts';
import { SheetRow } from './sheet-row.ts';
import { tableFault } from './table-fault.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { walkXml, type XmlSteps } from './xml-walk.ts';
import type { ZipFile } from './zip.ts';

type Attributes = Readonly<Record<string, string>>;

/** A cell while it is read. */
interface OpenCell {
  attributes: Attributes;
  paragraphs: string[];
  /** Within a paragraph: what stands between two of them is layout of the file. */
  isOpen: boolean;
}

/** Elements whose text is none of the cell's: notes, drawings, the history of changes. */
const ASIDE = new Set(['annotation', 'shapes', 'tracked-changes', 'forms', 'dde-links']);

const count = (text: string | undefined): number => Math.max(1, Number(text ?? 1) || 1);

/** The value of a cell (OpenDocument 1.3, part 3, 19.389); of a formula the one that was last worked out. */
function cellValue({ attributes, paragraphs }: OpenCell): Cell {
  const type = attributes['office:value-type'];
  const text = paragraphs.join('\n');
  if (type === 'date') {
    const [, date, time] =
      /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d).*)?$/.exec(attributes['office:date-value'] ?? '') ?? [];
    return date === undefined ? text : { date, time: time === '00:00:00' ? null : (time ?? null) };
  }
  if (type === 'boolean') return attributes['office:boolean-value'] === 'true';
  if (type === 'float' || type === 'currency' || type === 'percentage') {
    const value = Number(attributes['office:value'] ?? Number.NaN);
    return Number.isFinite(value) ? value : text;
  }
  return attributes['office:string-value'] ?? (text === '' ? null : text);
}

/** What the walk through one table gives: rows, and cells that span others. */
interface TableSteps {
  row?(row: CellRow): void;
  formulas?: FormulaCount;
  merged?(range: MergedCells): void;
}

/** Reads the table of a number (from 0) as it goes by; repeated cells and rows are given as often as they stand there. */
function tableSteps(wanted: number, { row: tell, formulas, merged }: TableSteps): XmlSteps {
  let table = -1;
  let depth = 0;
  let aside = 0;
  let number = 0;
  let repeat = 1;
  let row = new SheetRow(0);
  let column = 0;
  let cell: OpenCell | undefined;

  function span({ attributes }: OpenCell): void {
    const right = column + count(attributes['table:number-columns-spanned']) - 1;
    const bottom = number + count(attributes['table:number-rows-spanned']) - 1;
    if (right > column || bottom > number) merged?.({ top: number, bottom, left: column, right });
  }

  function endCell(done: OpenCell): void {
    span(done);
    const value = cellValue(done);
    if (formulas && done.attributes['table:formula'] !== undefined)
      formulas[value === null ? 'withoutValue' : 'withValue'] += 1;
    const repeated = count(done.attributes['table:number-columns-repeated']);
    // Up to a thousand empty cells stand after the last one: they are no columns.
    if (value !== null) for (let at = 0; at < repeated; at++) row.put(column + at, value);
    column += repeated;
  }

  function endRow(): void {
    if (!row.isEmpty) for (let at = 0; at < repeat; at++) tell?.(row.done(number + at));
    number += repeat;
  }

  const active = () => table === wanted && depth > 0 && aside === 0;
  return {
    open(name, attributes) {
      if (ASIDE.has(name)) aside += 1;
      if (name === 'table' && aside === 0) {
        depth += 1;
        if (depth === 1) {
          table += 1;
          number = 1;
        }
      }
      if (!active()) return;
      if (name === 'table-row') {
        repeat = count(attributes['table:number-rows-repeated']);
        row = new SheetRow(Math.min(number, 1_048_576));
        column = 0;
      } else if (name === 'table-cell' || name === 'covered-table-cell')
        cell = { attributes, paragraphs: [], isOpen: false };
      else if (cell && name === 'p') {
        cell.paragraphs.push('');
        cell.isOpen = true;
      } else if (cell?.isOpen) append(cell, spaced(name, attributes));
    },
    text(piece) {
      if (active() && cell?.isOpen) append(cell, piece);
    },
    close(name) {
      if (ASIDE.has(name)) aside -= 1;
      if (active()) {
        if (name === 'p' && cell) cell.isOpen = false;
        if ((name === 'table-cell' || name === 'covered-table-cell') && cell) {
          endCell(cell);
          cell = undefined;
        } else if (name === 'table-row') endRow();
      }
      if (name === 'table' && aside === 0) depth -= 1;
    },
  };
}

/** Spaces, tabs and line breaks are elements of their own. */
function spaced(name: string, attributes: Attributes): string {
  if (name === 's') return ' '.repeat(Math.min(count(attributes['text:c']), 1000));
  if (name === 'tab') return '\t';
  return name === 'line-break' ? '\n' : '';
}

function append({ paragraphs }: OpenCell, text: string): void {
  paragraphs[paragraphs.length - 1] += text;
}

async function mergedIn(stream: Readable, wanted: number): Promise<MergedCells[]> {
  const ranges: MergedCells[] = [];
  for await (const range of walkXml<MergedCells>(stream, merged => tableSteps(wanted, { merged })))
    ranges.push(range);
  return ranges;
}

interface TableEntry {
  name: string;
  hidden: boolean;
}

/** Tables of the document; one is hidden when its style says that it is not displayed. */
async function tablesOf(stream: Readable): Promise<TableEntry[]> {
  const tables: TableEntry[] = [];
  const hidden = new Set<string>();
  let style = '';
  let depth = 0;
  const walk = walkXml<TableEntry>(stream, made => ({
    open(name, attributes) {
      if (name === 'style') style = attributes['style:name'] ?? '';
      if (name === 'table-properties' && attributes['table:display'] === 'false') hidden.add(style);
      if (name !== 'table') return;
      if (depth === 0)
        made({
          name: attributes['table:name'] ?? '',
          hidden: hidden.has(attributes['table:style-name'] ?? ''),
        });
      depth += 1;
    },
    close(name) {
      if (name === 'table') depth -= 1;
    },
  }));
  for await (const table of walk) tables.push(table);
  return tables;
}

async function isEncrypted(zip: ZipFile): Promise<boolean> {
  const manifest = 'META-INF/manifest.xml';
  if (!zip.entries.some(({ name }) => name === manifest)) return false;
  return (await zip.read(manifest, 10e6)).includes('encryption-data');
}

/**
 * The sheets of an OpenDocument spreadsheet (.ods).
 * @throws ImportError
 */
export async function openDocumentSheets(zip: ZipFile): Promise<Omit<Workbook, 'close'>> {
  if (await isEncrypted(zip)) throw tableFault('workbook-password');
  const tables = await tablesOf(await zip.stream('content.xml'));
  const sheets = tables.map(
    ({ name, hidden }, index): Sheet => ({
      name,
      hidden,
      merged: async () => mergedIn(await zip.stream('content.xml'), index),
      rows: async function* (formulas) {
        yield* walkXml<CellRow>(await zip.stream('content.xml'), row => tableSteps(index, { row, formulas }));
      },
    }),
  );
  const macros = zip.entries.some(({ name }) => name.startsWith('Basic/') || name.startsWith('Scripts/'));
  return { format: 'ods', sheets, macros };
}
