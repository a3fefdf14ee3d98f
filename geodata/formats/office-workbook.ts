import { posix } from 'node:path';
import { dateStyles, sharedTexts } from './office-parts.ts';
import { officeMerged, officeRows } from './office-sheet.ts';
import { tableFault } from './table-fault.ts';
import type { Sheet, Workbook } from './workbook.ts';
import { walkXml } from './xml-walk.ts';
import type { ZipFile } from './zip.ts';

/** A part that another part points at. */
interface Relation {
  id: string;
  type: string;
  target: string;
}

interface SheetEntry {
  name: string;
  hidden: boolean;
  relation: string;
}

async function relationsOf(zip: ZipFile, part: string): Promise<Relation[]> {
  const path = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
  if (!zip.entries.some(({ name }) => name === path)) return [];
  const relations: Relation[] = [];
  const walk = walkXml<Relation>(await zip.stream(path), made => ({
    open(name, { Id, Type = '', Target = '' }) {
      if (name === 'Relationship' && Id)
        made({ id: Id, type: posix.basename(Type), target: resolve(part, Target) });
    },
  }));
  for await (const relation of walk) relations.push(relation);
  return relations;
}

/** Targets are relative to the part that names them, or begin at the root of the archive. */
function resolve(part: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
}

/** Names of attributes carry the prefix that the file chose for relationships. */
function relationId(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

async function readContents(zip: ZipFile, path: string) {
  const entries: SheetEntry[] = [];
  let from1904 = false;
  const walk = walkXml<SheetEntry>(await zip.stream(path), made => ({
    open(name, attributes) {
      const { name: title = '', state, date1904 } = attributes;
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      if (name === 'sheet')
        made({
          name: title,
          hidden: state === 'hidden' || state === 'veryHidden',
          relation: relationId(attributes),
        });
    },
  }));
  for await (const entry of walk) entries.push(entry);
  return { entries, system: from1904 ? (1904 as const) : (1900 as const) };
}

/**
 * The sheets of an Office Open XML workbook (ECMA-376), whichever program wrote it.
 * @throws ImportError
 */
export async function officeSheets(zip: ZipFile): Promise<Omit<Workbook, 'close'>> {
  const root = await relationsOf(zip, '');
  const book = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.entries.some(({ name }) => name === book)) throw tableFault('workbook-foreign');
  const { entries, system } = await readContents(zip, book);
  const parts = await relationsOf(zip, book);
  const partOf = (type: string) => parts.find(part => part.type === type)?.target;
  const isThere = (path: string | undefined): path is string => zip.entries.some(({ name }) => name === path);
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')];
  const context = {
    texts: isThere(texts) ? await sharedTexts(await zip.stream(texts)) : [],
    dateStyles: isThere(styles) ? await dateStyles(await zip.stream(styles)) : new Set<number>(),
    system,
  };
  const sheets = entries.flatMap(({ name, hidden, relation }): Sheet[] => {
    const path = parts.find(({ id, type }) => id === relation && type === 'worksheet')?.target;
    if (!isThere(path)) return [];
    return [
      {
        name,
        hidden,
        merged: async () => officeMerged(await zip.stream(path)),
        rows: async function* (formulas) {
          yield* officeRows(await zip.stream(path), context, formulas);
        },
      },
    ];
  });
  const macros = zip.entries.some(({ name }) => name.endsWith('vbaProject.bin'));
  return { format: 'xlsx', sheets, macros };
}
