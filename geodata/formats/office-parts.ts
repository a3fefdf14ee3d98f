import type { Readable } from 'node:stream';
import { isBuiltInDate, isDateFormat } from './spreadsheet-date.ts';
import { tableFault } from './table-fault.ts';
import { walkXml } from './xml-walk.ts';

/** Characters of all shared texts together: a list of a million rows stays below. */
const TEXTS = 200e6;

/** Text of a workbook with its escapes for control characters (`_x000D_`) undone. */
export function officeText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** The texts that cells point at by their number, formatting left out. */
export async function sharedTexts(stream: Readable): Promise<string[]> {
  const texts: string[] = [];
  let length = 0;
  const walk = walkXml<string>(stream, made => {
    let text = '';
    let isText = false;
    let phonetic = 0;
    return {
      open(name) {
        if (name === 'si') text = '';
        if (name === 'rPh') phonetic += 1;
        isText = name === 't' && phonetic === 0;
      },
      text(piece) {
        if (isText) text += piece;
      },
      close(name) {
        isText = false;
        if (name === 'rPh') phonetic -= 1;
        if (name === 'si') made(officeText(text));
      },
    };
  });
  for await (const text of walk) {
    length += text.length;
    if (length > TEXTS) throw tableFault('table-too-long');
    texts.push(text);
  }
  return texts;
}

/** Numbers of the cell styles that show a number as a day. */
export async function dateStyles(stream: Readable): Promise<Set<number>> {
  const own = new Map<number, boolean>();
  const styles = new Set<number>();
  let inCells = false;
  let index = 0;
  const walk = walkXml<never>(stream, () => ({
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') own.set(Number(numFmtId), isDateFormat(formatCode));
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      if (own.get(Number(numFmtId)) ?? isBuiltInDate(Number(numFmtId))) styles.add(index);
      index += 1;
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  }));
  for await (const _ of walk);
  return styles;
}
