import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { type CellRow, TABLE_LIMITS, type TableLimits } from './cell.ts';
import { tableFault } from './table-fault.ts';
import { decodeFile, type FoundEncoding, findEncoding } from './text-encoding.ts';

/** Separators in the order in which an equal choice is made: a Dutch Excel writes semicolons. */
export const SEPARATORS = [';', '\t', ',', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** How a text file of rows is written; enough to write one like it. */
export interface DelimitedLayout extends FoundEncoding {
  separator: Separator;
  lineEnd: '\r\n' | '\n' | '\r';
  /** It begins with Excel's own line `sep=;`. */
  separatorLine: boolean;
}

/** Characters and lines that a separator is told from. */
const HEAD = 64 * 1024;
const LINES = 100;

/** Characters of one row: every cell full would be more, and a quote that is never closed ends here. */
const RECORD = 2_000_000;

interface HeadLines {
  /** Per line, how often each separator stands outside quotes. */
  counts: number[][];
  lineEnd: DelimitedLayout['lineEnd'];
}

function countLines(text: string): HeadLines {
  const counts: number[][] = [];
  let line = SEPARATORS.map(() => 0);
  let quoted = false;
  for (let at = 0; at < text.length && counts.length < LINES; at++) {
    const character = text[at]!;
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    const separator = SEPARATORS.indexOf(character as Separator);
    if (separator >= 0) line[separator]! += 1;
    if (character === '\n' || (character === '\r' && text[at + 1] !== '\n')) {
      counts.push(line);
      line = SEPARATORS.map(() => 0);
    }
  }
  counts.push(line);
  const end = /\r\n|\n|\r/.exec(text)?.[0] as DelimitedLayout['lineEnd'] | undefined;
  return { counts, lineEnd: end ?? '\r\n' };
}

/** The separator of which most lines have the same number; of equals the one with most columns. */
function separatorOf(counts: readonly number[][]): Separator {
  const scores = SEPARATORS.map((_, index) => {
    const lines = counts.map(line => line[index]!).filter(count => count > 0);
    const tally = new Map<number, number>();
    for (const count of lines) tally.set(count, (tally.get(count) ?? 0) + 1);
    const [columns, same] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
    return same * 1000 + columns;
  });
  return SEPARATORS[scores.indexOf(Math.max(...scores))]!;
}

/**
 * How a text file of rows is written, from its beginning.
 * @returns undefined when it is no text
 */
export async function findDelimited(path: string): Promise<DelimitedLayout | undefined> {
  const found = await findEncoding(path);
  if (found === undefined) return undefined;
  let head = '';
  for await (const part of decodeFile(path, found)) {
    head += part;
    if (head.length >= HEAD) break;
  }
  const { counts, lineEnd } = countLines(head.slice(0, HEAD));
  const stated = /^sep=([;,|\t])\s*[\r\n]/i.exec(head)?.[1] as Separator | undefined;
  return {
    ...found,
    separator: stated ?? separatorOf(counts),
    lineEnd,
    separatorLine: stated !== undefined,
  };
}

/** An apostrophe that we wrote before text like a formula is not part of the text. */
const unguarded = (text: string): string => (/^'\s*[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

function checkSizes(cells: readonly string[], number: number, limits: TableLimits): void {
  if (number > limits.rows) throw tableFault('table-too-long');
  if (cells.length > limits.columns && cells.slice(limits.columns).some(cell => cell.trim() !== ''))
    throw tableFault('table-too-wide');
  if (cells.some(cell => cell.length > limits.characters)) throw tableFault('cell-too-long');
}

/**
 * Every row of a text file, one at a time: however long it is, little of it is in memory. Blank rows count in the
 * numbers and are given as they are.
 * @throws ImportError beyond the limits, or for a quote that is never closed
 */
export async function* delimitedRows(
  path: string,
  layout: DelimitedLayout,
  limits = TABLE_LIMITS,
): AsyncGenerator<CellRow> {
  const source = Readable.from(decodeFile(path, layout));
  const parser = parse({
    delimiter: layout.separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: RECORD,
  });
  source.on('error', error => parser.destroy(error));
  source.pipe(parser);
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      if (number === 1 && layout.separatorLine) continue;
      checkSizes(cells, number, limits);
      yield { number, cells: cells.slice(0, limits.columns).map(unguarded) };
    }
  } catch (error) {
    throw error instanceof CsvError ? tableFault('quote-not-closed', error) : error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}
