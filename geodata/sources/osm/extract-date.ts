import type { Census } from './census.ts';

/** The date that a file shows the world on, and how that is known. */
export interface ExtractDate {
  /** ISO date. */
  date: string;
  from: 'header' | 'newest-object' | 'file-name' | 'file-date';
}

/** How a date is known, for the title of the dataset. */
export const DATE_WORDS: Readonly<Record<ExtractDate['from'], string>> = {
  header: 'datum uit de kop van het bestand',
  'newest-object': 'datum van het nieuwste object in het bestand',
  'file-name': 'datum uit de bestandsnaam',
  'file-date': 'datum waarop het bestand is bewaard',
};

/**
 * From the header, else the newest object, else the name (`delft-250806`, `2025-08-06`, `20250806`), else the file's own date.
 * @param modified ISO time
 */
export function extractDate(
  { replicated, newest }: Pick<Census, 'replicated' | 'newest'>,
  fileName: string,
  modified: string,
): ExtractDate {
  if (replicated) return { date: replicated.slice(0, 10), from: 'header' };
  if (newest) return { date: newest.slice(0, 10), from: 'newest-object' };
  const [, year = '', month, day] = /(?<!\d)((?:20)?\d\d)-?([01]\d)-?([0-3]\d)(?!\d)/.exec(fileName) ?? [];
  const named = `${year.padStart(4, '20')}-${month}-${day}`;
  if (isDate(named)) return { date: named, from: 'file-name' };
  return { date: modified.slice(0, 10), from: 'file-date' };
}

/** A day that exists: 30 February does not. */
function isDate(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
