import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { ImportError } from '../import/import-error.ts';
import type { CellRow, FormulaCount, MergedCells } from './cell.ts';
import { officeSheets } from './office-workbook.ts';
import { openDocumentSheets } from './open-document.ts';
import { tableFault } from './table-fault.ts';
import { openZip, type ZipFile } from './zip.ts';

/** One sheet of a workbook. */
export interface Sheet {
  name: string;
  hidden: boolean;
  /** Cells that were merged; the value stands in the first of them. */
  merged(): Promise<MergedCells[]>;
  /** Rows that have something in them, one at a time; counts the formulas on the way. @throws ImportError beyond the limits of a table */
  rows(formulas: FormulaCount): AsyncGenerator<CellRow>;
}

/** What was seen in a workbook beside its cells. */
export interface WorkbookRemarks {
  /** It carries program code, which is never run. */
  macros: boolean;
}

/** A spreadsheet that is open. */
export interface Workbook extends WorkbookRemarks {
  format: 'xlsx' | 'ods';
  sheets: readonly Sheet[];
  close(): void;
}

/** First bytes of a zip, and of the container of old Excel files and of encrypted new ones (CFB). */
const ZIP = Buffer.from('504b0304', 'hex');
const CONTAINER = Buffer.from('d0cf11e0a1b11ae1', 'hex');

async function head(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Whether a container names a stream; names are UTF-16 and lie in its directory, anywhere in the file. */
async function names(path: string, stream: string): Promise<boolean> {
  const wanted = Buffer.from(stream, 'utf16le');
  let before = Buffer.alloc(0);
  for await (const part of createReadStream(path)) {
    const piece = Buffer.concat([before, part as Buffer]);
    if (piece.includes(wanted)) return true;
    before = piece.subarray(Math.max(0, piece.length - wanted.length));
  }
  return false;
}

/** What a spreadsheet is by its bytes; only a zip can be one that opens. */
export type WorkbookKind = 'zip' | 'old' | 'password' | 'disguised';

/** How a file begins, when that is how a spreadsheet begins. Whether a zip is one shows when it is opened. */
export async function workbookKind(path: string): Promise<WorkbookKind | undefined> {
  if ((await stat(path)).size === 0) return undefined;
  const start = await head(path, 2048);
  if (start.subarray(0, ZIP.length).equals(ZIP)) return 'zip';
  if (start.subarray(0, CONTAINER.length).equals(CONTAINER)) {
    if (await names(path, 'EncryptedPackage')) return 'password';
    return (await names(path, 'Workbook')) || (await names(path, 'Book')) ? 'old' : undefined;
  }
  const text = start
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase();
  const isDisguised = /^<(!doctype html|html|table)/.test(text) || text.includes('office:spreadsheet');
  return isDisguised ? 'disguised' : undefined;
}

const WORKBOOK_FAULTS = {
  old: 'workbook-old',
  password: 'workbook-password',
  disguised: 'workbook-in-disguise',
} as const;

/** XML that is not well-formed is a damaged workbook; the sentence about deliveries would puzzle whoever keeps a list. */
function inWords(error: unknown): unknown {
  return error instanceof ImportError && error.code === 'xml-damaged'
    ? tableFault('workbook-damaged', error)
    : error;
}

async function sheetsOf(zip: ZipFile): Promise<Omit<Workbook, 'close'>> {
  const names = new Set(zip.entries.map(({ name }) => name));
  if (names.has('xl/workbook.bin')) throw tableFault('workbook-binary');
  if (names.has('content.xml') && names.has('mimetype')) return openDocumentSheets(zip);
  if (names.has('[Content_Types].xml')) return officeSheets(zip);
  throw tableFault('workbook-foreign');
}

/** Whether an archive is laid out as a spreadsheet, whatever is in it. */
export async function isWorkbook(path: string): Promise<boolean> {
  const zip = await openZip(path);
  try {
    const mimetype = zip.entries.some(({ name }) => name === 'mimetype')
      ? (await zip.read('mimetype', 1000)).toString('latin1')
      : '';
    return (
      mimetype.startsWith('application/vnd.oasis.opendocument.spreadsheet') ||
      zip.entries.some(({ name }) => /^xl\/workbook\.(xml|bin)$/.test(name))
    );
  } finally {
    zip.close();
  }
}

/**
 * Opens a spreadsheet (.xlsx, .xlsm, .ods). Formulas are never worked out: the value last shown is taken. Macros and links are
 * not looked at.
 * @throws ImportError that says what to do: old and binary formats, passwords, damage, archives that unpack to too much
 */
export async function openWorkbook(path: string): Promise<Workbook> {
  const kind = await workbookKind(path);
  if (kind !== 'zip') throw tableFault(kind === undefined ? 'workbook-foreign' : WORKBOOK_FAULTS[kind]);
  const zip = await openZip(path);
  try {
    const { sheets, ...rest } = await sheetsOf(zip);
    return { ...rest, sheets: sheets.map(guarded), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw inWords(error);
  }
}

/** A sheet whose faults of XML are sentences. */
function guarded(sheet: Sheet): Sheet {
  return {
    ...sheet,
    merged: () =>
      sheet.merged().catch(error => {
        throw inWords(error);
      }),
    async *rows(formulas) {
      try {
        yield* sheet.rows(formulas);
      } catch (error) {
        throw inWords(error);
      }
    },
  };
}
