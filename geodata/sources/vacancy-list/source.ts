import { open } from 'node:fs/promises';
import { findDelimited } from '../../formats/delimited-text.ts';
import { isWorkbook, workbookKind } from '../../formats/workbook.ts';
import { ImportError } from '../../import/import-error.ts';
import type { ImportFile, ImportSource } from '../../import/source.ts';
import { openList } from './list-file.ts';
import { loadList } from './load.ts';
import { previewList } from './preview.ts';

/** Whether a list can be found in a file; a fault that would be told when it is opened is a list too. */
async function holdsList(path: string): Promise<boolean> {
  try {
    (await openList(path, {})).close();
    return true;
  } catch (error) {
    if (error instanceof ImportError)
      return error.code !== 'list-not-recognised' && !error.code.startsWith('workbook-foreign');
    throw error;
  }
}

/** JSON and XML are no rows; looked at before the whole of a large file is read. */
async function isMarkup(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return /^\W{0,3}\s*[[{<]/.test(buffer.subarray(0, bytesRead).toString('latin1'));
  } finally {
    await file.close();
  }
}

async function isText(path: string): Promise<boolean> {
  return !(await isMarkup(path)) && (await findDelimited(path)) !== undefined;
}

/** Old, encrypted and disguised workbooks are ours to refuse: nobody else reads spreadsheets. */
async function recognise({ path }: ImportFile): Promise<boolean> {
  const kind = await workbookKind(path);
  if (kind === 'zip') return (await isWorkbook(path).catch(() => false)) && holdsList(path);
  if (kind !== undefined) return true;
  return (await isText(path)) && holdsList(path);
}

/** The list that somebody keeps of what stands empty, as a round of observation. */
export const source: ImportSource = { code: 'vacancy-list', recognise, preview: previewList, load: loadList };
