import type { CellHeader } from '#contract/cell.ts';
import type { Frame } from '#figures/frame.ts';
import { CELL_MEASURES } from '#figures/measure.ts';
import { type FunctionScope, functionIndex } from '#vocabulary/function.ts';
import { type Figure, figureOf } from './figure.ts';

/** One CBS square with its figure on a date; `x`, `y` is the south-west corner in metres RD. */
export interface CellFigure {
  /** `size:x:y`, as in tiles and addresses. */
  id: string;
  x: number;
  y: number;
  size: number;
  figure: Figure;
}

/** Squares of a municipality as the server sent them. */
export type Cells = Frame<CellHeader>;

/** Every square with its figure for a function on a date; none when the frame has no such date. */
export function cellFigures(cells: Cells, scope: FunctionScope, on: string): CellFigure[] {
  const { size, referenceDates } = cells.header;
  const date = referenceDates.indexOf(on);
  if (date < 0) return [];
  const { x, y, function: functions, tallies } = cells.columns;
  const wanted = scope === 'all' ? 0 : functionIndex(scope) + 1;
  const length = CELL_MEASURES.length * referenceDates.length;
  const figures: CellFigure[] = [];
  functions?.forEach((byte, row) => {
    if (byte !== wanted) return;
    const tally = (tallies as Int32Array).subarray(row * length, (row + 1) * length);
    const figure = figureOf(tally, referenceDates.length, date, CELL_MEASURES.length);
    const [west, south] = [x![row]!, y![row]!];
    figures.push({ id: `${size}:${west}:${south}`, x: west, y: south, size, figure });
  });
  return figures;
}
