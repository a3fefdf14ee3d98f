import { toWire } from './values.ts';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One row in PostgreSQL's COPY text format: tabs between, `\N` for null, line end included. */
function copyLine(row: readonly unknown[]): string {
  const fields = row.map(value => toWire(value)?.replace(/[\\\t\n\r]/g, found => ESCAPES[found]!) ?? '\\N');
  return `${fields.join('\t')}\n`;
}

/** A piece of COPY text with whole rows. */
export interface CopyChunk {
  text: string;
  rows: number;
}

/**
 * Rows as pieces of COPY text of at least `size` characters, so that an import of any length needs little memory.
 */
export async function* copyChunks(
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  size: number,
): AsyncGenerator<CopyChunk> {
  let lines: string[] = [];
  let length = 0;
  for await (const row of rows) {
    const line = copyLine(row);
    lines.push(line);
    length += line.length;
    if (length >= size) {
      yield { text: lines.join(''), rows: lines.length };
      lines = [];
      length = 0;
    }
  }
  if (lines.length > 0) yield { text: lines.join(''), rows: lines.length };
}
