import { glyphBytes, type OutlinePoint } from './outline.ts';
import { sfnt, sfntTables } from './sfnt.ts';

/** What the PDF library reads a font as, as far as a weight is made of it. */
export interface VariableFont {
  numGlyphs: number;
  getVariation(axes: { wght: number }): { getGlyph(id: number): VariableGlyph };
}

interface VariableGlyph {
  advanceWidth: number;
  path: { commands: readonly { command: string; args: readonly number[] }[] };
}

/** Tables that say how the font varies, and instructions that were made for the unvaried outlines. */
const LEFT_OUT = ['fvar', 'gvar', 'avar', 'HVAR', 'MVAR', 'STAT', 'gasp', 'cvt ', 'fpgm', 'prep'];

/** Contours of a glyph: what is drawn, with the parts of a composite in their places. */
function contoursOf({ path }: VariableGlyph): OutlinePoint[][] {
  const contours: OutlinePoint[][] = [];
  for (const { command, args } of path.commands) {
    if (command === 'moveTo') contours.push([]);
    for (let at = 0; at < args.length; at += 2) {
      const onCurve = command !== 'quadraticCurveTo' || at === 2;
      contours.at(-1)!.push({ x: Math.round(args[at]!), y: Math.round(args[at + 1]!), onCurve });
    }
  }
  return contours.filter(contour => contour.length > 2);
}

function tablesOf(glyphs: readonly VariableGlyph[]): Map<string, Uint8Array> {
  const outlines = glyphs.map(glyph => contoursOf(glyph));
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  const metrics = Buffer.alloc(4 * glyphs.length);
  const parts = outlines.map(contours => glyphBytes(contours));
  let at = 0;
  parts.forEach((part, index) => {
    at += part.byteLength;
    loca.writeUInt32BE(at, 4 * (index + 1));
    metrics.writeUInt16BE(Math.round(glyphs[index]!.advanceWidth), 4 * index);
    metrics.writeInt16BE(
      Math.min(...outlines[index]!.flat().map(({ x }) => x), 0x7fff) % 0x7fff,
      4 * index + 2,
    );
  });
  return new Map<string, Uint8Array>([
    ['glyf', Buffer.concat(parts)],
    ['loca', loca],
    ['hmtx', metrics],
  ]);
}

/** Table `name` with one PostScript name: what a reader of the PDF finds in its list of fonts. */
function nameTable(name: string): Uint8Array {
  const text = Buffer.from(name, 'utf16le').swap16();
  const ids = [1, 4, 6];
  const head = Buffer.alloc(6 + 12 * ids.length);
  head.writeUInt16BE(ids.length, 2);
  head.writeUInt16BE(head.byteLength, 4);
  ids.forEach((id, index) => {
    // Platform Windows, Unicode, English.
    [3, 1, 0x409, id, text.byteLength, 0].forEach((value, part) => {
      head.writeUInt16BE(value, 6 + 12 * index + 2 * part);
    });
  });
  return Buffer.concat([head, text]);
}

function patched(table: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = Uint8Array.from(table);
  new DataView(copy.buffer).setInt16(offset, value);
  return copy;
}

/**
 * One weight of a variable TrueType font, as a font file of its own. The PDF library can draw a weight and cannot embed
 * it, so the outlines are taken from what it draws. Numbers of glyphs stay, and with them everything that names glyphs.
 * @param bytes the variable font; `font` is the same, as the PDF library reads it
 */
export function fontOfWeight(
  bytes: Uint8Array,
  font: VariableFont,
  weight: number,
  name: string,
): Uint8Array {
  const tables = sfntTables(bytes);
  for (const tag of LEFT_OUT) tables.delete(tag);
  const varied = font.getVariation({ wght: weight });
  const glyphs = Array.from({ length: font.numGlyphs }, (_, id) => varied.getGlyph(id));
  for (const [tag, table] of tablesOf(glyphs)) tables.set(tag, table);
  tables.set('name', nameTable(name));
  // Four bytes an offset in `loca`; a metric of its own for each glyph.
  tables.set('head', patched(tables.get('head')!, 50, 1));
  tables.set('hhea', patched(tables.get('hhea')!, 34, font.numGlyphs));
  return sfnt(tables);
}
