import { type CsvCell, csvText } from '../../geodata/figures/csv.ts';
import { reasonOf } from '../../geodata/vocabulary/import-reason.ts';
import type { RejectedRowAsItStood } from '../contract/dataset.ts';

const WORDS = {
  nl: { head: ['nummer', 'soort', 'verwijzing'], tail: ['reden', 'toelichting'] },
  en: { head: ['number', 'kind', 'reference'], tail: ['reason', 'detail'] },
} as const;

const cell = (value: unknown): CsvCell => {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
};

/** Cells of the original row by the name of their column; a row without names is numbered. */
function cellsOf({ original }: RejectedRowAsItStood): [string, unknown][] {
  return original === null ? [] : Object.entries(original);
}

/**
 * Rows that were not loaded, as a file for a spreadsheet: how the source names each, what stood in it, and why it was not
 * loaded in a whole sentence.
 */
export function rejectedRowsCsv(
  { source, rows }: { source: string; rows: readonly RejectedRowAsItStood[] },
  language: 'nl' | 'en',
): string {
  const { head, tail } = WORDS[language];
  const columns = [...new Set(rows.flatMap(row => cellsOf(row).map(([name]) => name)))];
  const lines = rows.map(row => {
    const cells = new Map(cellsOf(row));
    return [
      row.number,
      row.kind,
      row.reference,
      ...columns.map(name => cell(cells.get(name))),
      reasonOf(row.reason, source)?.[language] ?? row.reason,
      row.detail,
    ];
  });
  return csvText([[...head, ...columns, ...tail], ...lines]);
}
