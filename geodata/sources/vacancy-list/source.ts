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

async function isText(path: string): Promise<boolean> {
  const text = await findDelimited(path);
  return text !== undefined;
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
