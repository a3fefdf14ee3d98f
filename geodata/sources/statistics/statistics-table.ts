import { cellText } from '../../formats/cell.ts';
import { delimitedRows, findDelimited } from '../../formats/delimited-text.ts';

/** A table of text with headers. */
export interface StatisticsTable {
  headers: string[];
  /** Cells by header; the number counts rows of the file, from 1. */
  rows: { number: number; cells: Record<string, string> }[];
}

/** Reads a text file as a table; undefined when it is no text. */
export async function readStatisticsTable(path: string): Promise<StatisticsTable | undefined> {
  const layout = await findDelimited(path);
  if (layout === undefined) return undefined;
  const table: StatisticsTable = { headers: [], rows: [] };
  for await (const { number, cells } of delimitedRows(path, layout)) {
    const texts = cells.map(cell => cellText(cell).trim());
    if (texts.every(text => text === '')) continue;
    if (table.headers.length === 0) table.headers = texts;
    else {
      const byHeader = Object.fromEntries(table.headers.map((header, index) => [header, texts[index] ?? '']));
      table.rows.push({ number, cells: byHeader });
    }
  }
  return table;
}
