/**
 * The one codec for packed columns in the database: int32, little-endian, whatever the machine.
 * A tally is measures x dates, row by row: `values[measure * dates + date]`.
 */
const LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** Bytes of the values, for a `bytea` column. The result does not share memory with the input. */
export function packInt32(values: Int32Array): Uint8Array {
  if (LITTLE_ENDIAN) return new Uint8Array(values.slice().buffer);
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, index) => {
    view.setInt32(index * 4, value, true);
  });
  return new Uint8Array(view.buffer);
}

/**
 * Values of a packed column.
 * @throws RangeError when the length is no multiple of four: the row was cut off.
 */
export function unpackInt32(bytes: Uint8Array): Int32Array {
  if (bytes.byteLength % 4 !== 0)
    throw new RangeError(`packed column of ${bytes.byteLength} bytes is cut off`);
  if (LITTLE_ENDIAN) return new Int32Array(bytes.slice().buffer);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: bytes.byteLength / 4 }, (_, index) => view.getInt32(index * 4, true));
}
