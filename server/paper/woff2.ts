import { brotliDecompressSync } from 'node:zlib';
import { ByteReader } from './byte-reader.ts';
import { sfnt } from './sfnt.ts';
import { glyphTables } from './woff2-glyphs.ts';

/** Tags that the format has a number for (WOFF2, section 4.1). */
const KNOWN_TAGS =
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
    .replaceAll('_', ' ')
    .match(/.{4}(?: |$)/g)!
    .map(tag => tag.slice(0, 4));

const HEADER_BYTES = 48;
const OTHER_TAG = 63;

interface Entry {
  tag: string;
  transformed: boolean;
  /** Bytes in the decompressed stream. */
  bytes: number;
}

function entryOf(reader: ByteReader): Entry {
  const flags = reader.u8();
  const known = flags & 0x3f;
  const tag = known === OTHER_TAG ? reader.text(4) : KNOWN_TAGS[known]!;
  const outlines = tag === 'glyf' || tag === 'loca';
  // Outlines are transformed unless said otherwise, everything else the other way round.
  const transformed = outlines ? flags >> 6 === 0 : flags >> 6 !== 0;
  const plain = reader.base128();
  return { tag, transformed, bytes: transformed ? reader.base128() : plain };
}

function tablesOf(file: Uint8Array): Map<string, { bytes: Uint8Array; transformed: boolean }> {
  const reader = new ByteReader(file);
  if (reader.text(4) !== 'wOF2') throw new Error('the font file is not WOFF2');
  reader.skip(8);
  const count = reader.u16();
  reader.skip(6);
  const compressed = reader.u32();
  reader.at = HEADER_BYTES;
  const entries = Array.from({ length: count }, () => entryOf(reader));
  const stream = brotliDecompressSync(file.subarray(reader.at, reader.at + compressed));
  let at = 0;
  return new Map(
    entries.map(({ tag, transformed, bytes }) => {
      at += bytes;
      return [tag, { bytes: stream.subarray(at - bytes, at), transformed }];
    }),
  );
}

/**
 * The TrueType font that a WOFF2 file packs, variations included. The PDF library reads WOFF2 as well, but cannot make
 * a weight of a variable font out of it.
 * @see https://www.w3.org/TR/WOFF2/
 * @throws Error when the file is something else, or packs its metrics
 */
export function sfntOfWoff2(file: Uint8Array): Uint8Array {
  const packed = tablesOf(file);
  const tables = new Map<string, Uint8Array>();
  for (const [tag, { bytes, transformed }] of packed) {
    if (tag === 'loca') continue;
    if (tag !== 'glyf' && transformed)
      throw new Error(`table ${tag} of the font is packed in a way that is not known`);
    tables.set(tag, bytes);
  }
  const outlines = packed.get('glyf');
  if (outlines === undefined) throw new Error('the font has no TrueType outlines');
  if (!outlines.transformed) return sfnt(tables.set('loca', packed.get('loca')!.bytes));
  const { glyf, loca } = glyphTables(outlines.bytes);
  const head = Uint8Array.from(tables.get('head')!);
  // Index format 1: offsets of four bytes, whatever the packed font had.
  new DataView(head.buffer).setInt16(50, 1);
  return sfnt(tables.set('glyf', glyf).set('loca', loca).set('head', head));
}
