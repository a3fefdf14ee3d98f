const HEADER_BYTES = 12;
const ENTRY_BYTES = 16;
const padded = (bytes: number) => (bytes + 3) & ~3;

/** A TrueType font file of its tables. Checksums stay 0: what reads it here does not look at them. */
export function sfnt(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  let at = HEADER_BYTES + ENTRY_BYTES * sorted.length;
  const file = Buffer.alloc(sorted.reduce((sum, [, bytes]) => sum + padded(bytes.byteLength), at));
  file.writeUInt32BE(0x0001_0000, 0);
  file.writeUInt16BE(sorted.length, 4);
  sorted.forEach(([tag, bytes], index) => {
    const entry = HEADER_BYTES + ENTRY_BYTES * index;
    file.write(tag, entry, 'latin1');
    file.writeUInt32BE(at, entry + 8);
    file.writeUInt32BE(bytes.byteLength, entry + 12);
    file.set(bytes, at);
    at += padded(bytes.byteLength);
  });
  return file;
}

/** The tables of a TrueType font file, by tag. */
export function sfntTables(file: Uint8Array): Map<string, Uint8Array> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return new Map(
    Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
      const entry = HEADER_BYTES + ENTRY_BYTES * index;
      const begin = bytes.readUInt32BE(entry + 8);
      const tag = bytes.toString('latin1', entry, entry + 4);
      return [tag, bytes.subarray(begin, begin + bytes.readUInt32BE(entry + 12))];
    }),
  );
}
