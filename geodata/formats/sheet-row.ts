import { type Cell, type CellRow, TABLE_LIMITS } from './cell.ts';
import { tableFault } from './table-fault.ts';

/** One row of a sheet while it is read: cells by their column, whatever order they come in. */
export class SheetRow {
  readonly number: number;
  readonly #cells: Cell[] = [];

  constructor(number: number) {
    if (number > TABLE_LIMITS.rows) throw tableFault('table-too-long');
    this.number = number;
  }

  /** Puts a value into a column, counted from 0; nothing is put where there is nothing. */
  put(column: number, cell: Cell): void {
    if (cell === null || cell === '') return;
    if (column >= TABLE_LIMITS.columns) throw tableFault('table-too-wide');
    if (typeof cell === 'string' && cell.length > TABLE_LIMITS.characters) throw tableFault('cell-too-long');
    while (this.#cells.length < column) this.#cells.push(null);
    this.#cells[column] = cell;
  }

  get isEmpty(): boolean {
    return this.#cells.length === 0;
  }

  /** The row, with nothing where nothing was put. */
  done(number = this.number): CellRow {
    if (number > TABLE_LIMITS.rows) throw tableFault('table-too-long');
    return { number, cells: [...this.#cells] };
  }
}
