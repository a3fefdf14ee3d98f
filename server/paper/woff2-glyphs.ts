import { ByteReader } from './byte-reader.ts';
import { filled, glyphBytes, int16s, type OutlinePoint } from './outline.ts';

interface Streams {
  contours: ByteReader;
  points: ByteReader;
  flags: ByteReader;
  glyphs: ByteReader;
  composites: ByteReader;
  boxes: ByteReader;
  instructions: ByteReader;
  hasBox(glyph: number): boolean;
}

function streamsOf(bytes: Uint8Array): { count: number; streams: Streams } {
  const reader = new ByteReader(bytes);
  reader.skip(4);
  const count = reader.u16();
  reader.skip(2);
  const sizes = Array.from({ length: 7 }, () => reader.u32());
  const [contours, points, flags, glyphs, composites, boxes, instructions] = sizes.map(size =>
    reader.take(size),
  );
  const bitmap = boxes!.subarray(0, ((count + 31) >> 5) << 2);
  return {
    count,
    streams: {
      contours: new ByteReader(contours!),
      points: new ByteReader(points!),
      flags: new ByteReader(flags!),
      glyphs: new ByteReader(glyphs!),
      composites: new ByteReader(composites!),
      boxes: new ByteReader(boxes!.subarray(bitmap.byteLength)),
      instructions: new ByteReader(instructions!),
      hasBox: glyph => (bitmap[glyph >> 3]! & (0x80 >> (glyph & 7))) !== 0,
    },
  };
}

const signed = (flag: number, value: number) => (flag & 1 ? value : -value);

/** One step from point to point (WOFF2, section 5.2: triplet encoding). */
function stepOf(flag: number, bytes: ByteReader): [dx: number, dy: number] {
  if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + bytes.u8())];
  if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + bytes.u8()), 0];
  if (flag < 84) {
    const [a, b] = [flag - 20, bytes.u8()];
    return [signed(flag, 1 + (a & 0x30) + (b >> 4)), signed(flag >> 1, 1 + ((a & 0x0c) << 2) + (b & 0x0f))];
  }
  if (flag < 120) {
    const a = flag - 84;
    const dx = signed(flag, 1 + (Math.floor(a / 12) << 8) + bytes.u8());
    return [dx, signed(flag >> 1, 1 + (((a % 12) >> 2) << 8) + bytes.u8())];
  }
  if (flag < 124) {
    const [a, b] = [bytes.u8(), bytes.u8()];
    return [signed(flag, (a << 4) + (b >> 4)), signed(flag >> 1, ((b & 0x0f) << 8) + bytes.u8())];
  }
  return [signed(flag, bytes.u16()), signed(flag >> 1, bytes.u16())];
}

function pointsOf(count: number, { flags, glyphs }: Streams): OutlinePoint[] {
  let [x, y] = [0, 0];
  return Array.from({ length: count }, () => {
    const flag = flags.u8();
    const [dx, dy] = stepOf(flag & 0x7f, glyphs);
    x += dx;
    y += dy;
    return { x, y, onCurve: flag < 0x80 };
  });
}

/** Instructions are left out: nothing here is drawn on a grid of pixels. */
function simpleGlyph(contours: number, streams: Streams): Buffer {
  const counts = Array.from({ length: contours }, () => streams.points.packed16());
  const points = pointsOf(
    counts.reduce((sum, count) => sum + count, 0),
    streams,
  );
  streams.instructions.skip(streams.glyphs.packed16());
  let at = 0;
  return glyphBytes(
    counts.map(count => {
      at += count;
      return points.slice(at - count, at);
    }),
  );
}

/** Bytes of the arguments and the scale behind a component's flags and glyph (OpenType, table glyf). */
function componentBytes(flags: number): number {
  const scale = flags & 0x08 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0;
  return (flags & 0x01 ? 4 : 2) + scale;
}

const MORE_COMPONENTS = 0x20;
const HAS_INSTRUCTIONS = 0x100;

function compositeGlyph(box: Uint8Array, { composites, glyphs, instructions }: Streams): Buffer {
  const parts: Uint8Array[] = [int16s([-1]), box];
  let instructed = false;
  for (let flags = MORE_COMPONENTS; flags & MORE_COMPONENTS; ) {
    const begin = composites.at;
    flags = composites.u16();
    instructed ||= (flags & HAS_INSTRUCTIONS) !== 0;
    composites.at = begin;
    parts.push(composites.take(4 + componentBytes(flags)));
  }
  if (!instructed) return Buffer.concat(parts);
  const bytes = glyphs.packed16();
  return Buffer.concat([...parts, int16s([bytes]), instructions.take(bytes)]);
}

function glyphOf(index: number, streams: Streams): Buffer {
  const contours = streams.contours.i16();
  const box = streams.hasBox(index) ? streams.boxes.take(8) : undefined;
  if (contours === 0) return Buffer.alloc(0);
  if (contours > 0) return simpleGlyph(contours, streams);
  return filled(compositeGlyph(box ?? int16s([0, 0, 0, 0]), streams));
}

/** Tables `glyf` and `loca` (four bytes an offset) from the packed outlines of a WOFF2 file. */
export function glyphTables(packed: Uint8Array): { glyf: Uint8Array; loca: Uint8Array } {
  const { count, streams } = streamsOf(packed);
  const glyphs = Array.from({ length: count }, (_, index) => glyphOf(index, streams));
  const loca = Buffer.alloc(4 * (count + 1));
  let at = 0;
  glyphs.forEach((glyph, index) => {
    at += glyph.byteLength;
    loca.writeUInt32BE(at, 4 * (index + 1));
  });
  return { glyf: Buffer.concat(glyphs), loca };
}
