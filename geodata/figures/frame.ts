/**
 * A frame is how columns travel to the browser: a JSON header and typed columns behind it, in one body.
 * Layout: `KKF1`, header length (uint32, little-endian), header (UTF-8 JSON, padded with spaces to a
 * multiple of four), then each column's bytes, each padded to a multiple of four. The header's `columns`
 * lists name, type and length in order. All numbers are little-endian.
 */
const MAGIC = 0x31464b4b;
const TYPES = { u8: Uint8Array, i16: Int16Array, i32: Int32Array, f32: Float32Array } as const;
type ColumnType = keyof typeof TYPES;

/** A column that a frame can carry. */
export type Column = Uint8Array | Int16Array | Int32Array | Float32Array;

/** Header fields are the sender's, `columns` is the frame's own. */
export interface Frame<Header extends object> {
  header: Header;
  columns: Record<string, Column>;
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

function typeOf(column: Column): ColumnType {
  const entry = Object.entries(TYPES).find(([, type]) => column instanceof type);
  if (entry === undefined) throw new TypeError('a frame carries u8, i16, i32 and f32 columns only');
  return entry[0] as ColumnType;
}

/** Encodes header and columns; assumes a little-endian machine, as every browser and server of ours is. */
export function encodeFrame<Header extends object>(frame: Frame<Header>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(frame.columns);
  const columns = entries.map(([name, column]) => [name, typeOf(column), column.length]);
  const json = new TextEncoder().encode(JSON.stringify({ ...frame.header, columns }));
  const head = padded(json.length);
  const size = entries.reduce((sum, [, column]) => sum + padded(column.byteLength), 8 + head);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, MAGIC, true);
  new DataView(bytes.buffer).setUint32(4, head, true);
  bytes.fill(0x20, 8, 8 + head).set(json, 8);
  let offset = 8 + head;
  for (const [, column] of entries) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), offset);
    offset += padded(column.byteLength);
  }
  return bytes;
}

/**
 * Decodes a frame; columns are views on the given buffer, nothing is copied.
 * @throws RangeError when the bytes are no frame or are cut off.
 */
export function decodeFrame<Header extends object>(buffer: ArrayBuffer): Frame<Header> {
  const view = new DataView(buffer);
  if (buffer.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new RangeError('not a frame');
  const head = view.getUint32(4, true);
  if (8 + head > buffer.byteLength) throw new RangeError('frame is cut off');
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 8, head)));
  const columns: Record<string, Column> = {};
  let offset = 8 + head;
  for (const [name, type, length] of header.columns as [string, ColumnType, number][]) {
    const bytes = TYPES[type].BYTES_PER_ELEMENT * length;
    if (offset + bytes > buffer.byteLength) throw new RangeError('frame is cut off');
    columns[name] = new TYPES[type](buffer, offset, length);
    offset += padded(bytes);
  }
  return { header, columns };
}
