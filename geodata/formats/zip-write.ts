import { crc32, deflateRawSync } from 'node:zlib';

/** A file that goes into an archive. */
export interface ZipContent {
  /** Path within the archive, with `/`. */
  name: string;
  content: string | Uint8Array;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Version 2.0: the first that knows folders and deflate; bit 11: names are UTF-8. */
const VERSION = 20;
const UTF8 = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, the first day that a zip can name: the same content is always the same archive. */
const DAY = 0x0021;

interface Packed {
  name: Buffer;
  data: Buffer;
  size: number;
  crc: number;
}

function pack({ name, content }: ZipContent): Packed {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content);
  return {
    name: Buffer.from(name, 'utf8'),
    data: deflateRawSync(bytes),
    size: bytes.length,
    crc: crc32(bytes),
  };
}

/** The fields that both headers of an entry have in common (APPNOTE 4.3.7 and 4.3.12). */
function entryFields({ name, data, size, crc }: Packed): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(DAY, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function centralHeader(packed: Packed, offset: number): Buffer {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(VERSION);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(CENTRAL), made, entryFields(packed), rest, packed.name]);
}

/** A zip of a few files, all in memory: for workbooks that are handed out. The same files give the same bytes. */
export function zipBytes(contents: readonly ZipContent[]): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const content of contents) {
    const packed = pack(content);
    central.push(centralHeader(packed, offset));
    const local = Buffer.concat([signature(LOCAL), entryFields(packed), packed.name, packed.data]);
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(contents.length, 4);
  end.writeUInt16LE(contents.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, signature(END), end]);
}
