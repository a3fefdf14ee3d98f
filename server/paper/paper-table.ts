import { COLOUR } from './colour.ts';
import type { Element, Paper, Setting } from './paper.ts';

/** A column: how wide, and on which side its texts stand. */
export interface Column {
  width: number;
  align?: 'left' | 'right';
}

/** A table in words: head and rows, as many cells as there are columns; first cells are the names of their rows. */
export interface TableContent {
  columns: readonly Column[];
  head: readonly string[];
  rows: readonly (readonly string[])[];
  size: number;
  /** Lines at most in a cell of a row. */
  lines?: number;
  /** Above and below the text of a row, points. */
  padding?: number;
}

const GAP = 6;
const PADDING = 2;

function settingOf({ size, lines }: TableContent, { width, align }: Column, bold: boolean): Setting {
  return { size, bold, align, width: width - GAP, ...(bold ? {} : { lines }) };
}

function heightOfRow(paper: Paper, table: TableContent, cells: readonly string[], bold: boolean): number {
  const heights = cells.map((text, at) => paper.heightOf(text, settingOf(table, table.columns[at]!, bold)));
  return Math.max(...heights) + 2 * (table.padding ?? PADDING);
}

/** Height of the head, then of each row. */
export function tableHeights(paper: Paper, table: TableContent): { head: number; rows: number[] } {
  return {
    head: heightOfRow(paper, table, table.head, true),
    rows: table.rows.map(cells => heightOfRow(paper, table, cells, false)),
  };
}

interface Row {
  cells: readonly string[];
  head: boolean;
  x: number;
  y: number;
}

function drawRow(paper: Paper, parent: Element, table: TableContent, { cells, head, x, y }: Row): void {
  const row = paper.pdf.struct('TR');
  parent.add(row);
  let left = x;
  table.columns.forEach((column, at) => {
    const isName = head || at === 0;
    const cellX = left;
    const scope = head ? 'Column' : 'Row';
    const draw = () => {
      paper.write(cells[at] ?? '', cellX, y + (table.padding ?? PADDING), settingOf(table, column, head));
    };
    row.add(isName ? paper.pdf.struct('TH', { scope } as object, draw) : paper.pdf.struct('TD', {}, draw));
    left += column.width;
  });
  row.end();
}

/** Draws a table with rules under its rows. @returns its height */
export function drawTable(paper: Paper, parent: Element, table: TableContent, x: number, y: number): number {
  const heights = tableHeights(paper, table);
  const width = table.columns.reduce((sum, column) => sum + column.width, 0) - GAP;
  const element = paper.pdf.struct('Table');
  parent.add(element);
  let top = y;
  drawRow(paper, element, table, { cells: table.head, head: true, x, y: top });
  top += heights.head;
  const rules = [top];
  table.rows.forEach((cells, at) => {
    drawRow(paper, element, table, { cells, head: false, x, y: top });
    top += heights.rows[at]!;
    rules.push(top);
  });
  element.end();
  paper.artifact(() => {
    for (const [at, line] of rules.entries())
      paper.pdf
        .undash()
        .lineWidth(at === 0 ? 0.8 : 0.3)
        .strokeColor(at === 0 ? COLOUR.ink : COLOUR.muted)
        .moveTo(x, line)
        .lineTo(x + width, line)
        .stroke();
  });
  return top - y;
}
