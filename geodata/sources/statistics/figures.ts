import { numberOf } from '../../formats/column-name.ts';

/** CBS writes large negative numbers (-99997, -99995, -99999999) for what is not known or kept secret. */
const SENTINEL = -99_990;

/** A key figure as CBS gives it; null: not known, or kept secret. */
export function keyFigure(value: unknown): number | null {
  const number = numberOf(value);
  return number === null || number <= SENTINEL ? null : number;
}

/**
 * The key figures among the columns of a row, by the publisher's own names: everything that is a number, an empty cell of
 * a column that has numbers elsewhere being null.
 * @param columns names of the columns that hold figures
 */
export const keyFigures = (
  row: Readonly<Record<string, unknown>>,
  columns: readonly string[],
): Record<string, number | null> =>
  Object.fromEntries(columns.map(column => [column, keyFigure(row[column])]));

/** Columns that hold figures: some value in them is a number, and none is text that is no number. */
export function figureColumns(
  rows: readonly { properties: Readonly<Record<string, unknown>> }[],
  columns: readonly string[],
): string[] {
  return columns.filter(column => {
    let numbers = 0;
    for (const { properties } of rows) {
      const value = properties[column];
      if (value === null || value === undefined || value === '') continue;
      if (numberOf(value) === null) return false;
      numbers += 1;
    }
    return numbers > 0;
  });
}
