import type { ShownRange } from '../contract/published-scenario.ts';
import type { Shown } from '../contract/vacancy.ts';
import type { Cell, ColumnType } from './geopackage.ts';

type Column = readonly [name: string, type: ColumnType];

/** A number and the mark in its place: `<5`, `confidential` or `unknown`. One of the two is null. */
export function shownCells(value: Shown): [number | null, string | null] {
  if (typeof value === 'number') return [value, null];
  return [null, value ?? 'unknown'];
}

/** Columns of one published number: the number, and its mark. */
export const shownColumns = (name: string): Column[] => [
  [name, 'REAL'],
  [`${name}_mark`, 'TEXT'],
];

const PARTS = ['low', 'mid', 'high'] as const;

/** Columns of a range: low, expected (`mid`) and high, each with its mark. */
export function rangeColumns(name?: string): Column[] {
  return PARTS.flatMap(part => shownColumns(name === undefined ? part : `${name}_${part}`));
}

/** Cells of a range; all null where there is no such range at all (a cost that nobody filled in). */
export function rangeCells(range: ShownRange | null): Cell[] {
  return PARTS.flatMap(part => (range === null ? [null, null] : shownCells(range[part])));
}
