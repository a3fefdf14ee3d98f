import { toWire } from './values.ts';

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const SPECIAL = /[\\\t\n\r]/;

/** One value; looking first whether anything must be escaped is what makes a million rows fast. */
function copyField(value: unknown): string {
  const text = typeof value === 'string' ? value : toWire(value);
  if (text === null) return '\\N';
  return SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, found => ESCAPES[found]!) : text;
}

/** One row in PostgreSQL's COPY text format: tabs between, `\N` for null, line end included. */
function copyLine(row: readonly unknown[]): string {
  let line = copyField(row[0]);
  for (let at = 1; at < row.length; at += 1) line += `\t${copyField(row[at])}`;
  return `${line}\n`;
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
