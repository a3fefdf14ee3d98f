import type { Readable } from 'node:stream';
import type { Cell, CellRow, DateCell, FormulaCount, MergedCells } from './cell.ts';
import { officeText } from './office-parts.ts';
import { SheetRow } from './sheet-row.ts';
import { type DateSystem, serialDate } from './spreadsheet-date.ts';
import { walkXml } from './xml-walk.ts';

/** What cells of a sheet point at. */
export interface OfficeContext {
  texts: readonly string[];
  dateStyles: ReadonlySet<number>;
  system: DateSystem;
}

/** A cell while it is read. */
interface OpenCell {
  column: number;
  type: string;
  style: number;
  text: string;
  formula: boolean;
}

/** `C5` as column 2 and row 5; undefined for anything else. */
function position(reference: string | undefined): { column: number; row: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '') ?? [];
  if (letters === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(digits) };
}

/** `2024-12-31T08:00:00` as some programs write days. */
function isoDate(text: string): DateCell | null {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d).*)?$/.exec(text) ?? [];
  return date === undefined ? null : { date, time: time ?? null };
}

function numberCell(text: string, style: number, { dateStyles, system }: OfficeContext): Cell {
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  // A number that is no day stays a number, whatever it is shown as.
  return dateStyles.has(style) ? (serialDate(number, system) ?? number) : number;
}

/** The value of a cell (ECMA-376, part 1, 18.3.1.4); of a formula the one that was last worked out. */
function cellValue({ type, style, text }: OpenCell, context: OfficeContext): Cell {
  if (text === '') return null;
  if (type === 's') return context.texts[Number(text)] ?? null;
  if (type === 'b') return text.trim() === '1';
  if (type === 'd') return isoDate(text) ?? text;
  if (type === 'str' || type === 'inlineStr') return officeText(text);
  // `#N/B` and the like are no values.
  return type === 'e' ? null : numberCell(text, style, context);
}

/** Rows of a worksheet that have something in them. @throws ImportError beyond the limits */
export function officeRows(
  stream: Readable,
  context: OfficeContext,
  formulas: FormulaCount,
): AsyncGenerator<CellRow> {
  return walkXml<CellRow>(stream, made => {
    let row = new SheetRow(0);
    let number = 0;
    let column = 0;
    let cell: OpenCell | undefined;
    let takes = false;
    return {
      open(name, attributes) {
        if (name === 'row') {
          number = attributes.r === undefined ? number + 1 : Number(attributes.r);
          row = new SheetRow(number);
          column = 0;
        } else if (name === 'c') {
          column = position(attributes.r)?.column ?? column;
          cell = {
            column,
            type: attributes.t ?? 'n',
            style: Number(attributes.s ?? 0),
            text: '',
            formula: false,
          };
          column += 1;
        } else if (name === 'f' && cell) cell.formula = true;
        takes = cell !== undefined && (name === 'v' || name === 't');
      },
      text(piece) {
        if (takes && cell) cell.text += piece;
      },
      close(name) {
        takes = false;
        if (name === 'c' && cell) {
          if (cell.formula) formulas[cell.text === '' ? 'withoutValue' : 'withValue'] += 1;
          row.put(cell.column, cellValue(cell, context));
          cell = undefined;
        }
        if (name === 'row' && !row.isEmpty) made(row.done());
      },
    };
  });
}

/** Cells of a worksheet that were merged. */
export async function officeMerged(stream: Readable): Promise<MergedCells[]> {
  const merged: MergedCells[] = [];
  const walk = walkXml<MergedCells>(stream, made => ({
    open(name, { ref = '' }) {
      if (name !== 'mergeCell') return;
      const [first, last] = ref.split(':').map(position);
      if (first && last) made({ top: first.row, bottom: last.row, left: first.column, right: last.column });
    },
  }));
  for await (const range of walk) merged.push(range);
  return merged;
}
