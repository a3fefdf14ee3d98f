// The frames of an .osm.pbf: a big-endian length, a BlobHeader, a Blob, and again until the end of the file.
// Numbers of fields and the limits are those of the format's definition (wiki.openstreetmap.org/wiki/PBF_Format).
import { type FileHandle, open } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { PbfReader } from 'pbf';
import { fileFault } from './file-fault.ts';

const MAX_HEADER = 64 * 1024;
const MAX_BLOB = 32 * 1024 * 1024;

/** One block, unpacked. */
export interface PbfBlock {
  type: string;
  content: Uint8Array;
}

/**
 * All blocks of the file in order; the first is an `OSMHeader`.
 * @throws ImportError as soon as a frame is not whole or not what the format allows
 */
export async function* pbfBlocks(path: string): AsyncGenerator<PbfBlock> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    for (let at = 0; at < size; ) {
      const frame = await readFrame(file, at, size);
      if (at === 0 && frame.type !== 'OSMHeader') throw fileFault('file-foreign', 'no OSMHeader first');
      yield { type: frame.type, content: unpack(await readBytes(file, frame.start, frame.length)) };
      at = frame.start + frame.length;
    }
  } finally {
    await file.close();
  }
}

async function readFrame(file: FileHandle, at: number, size: number) {
  if (at + 4 > size) throw fileFault('file-truncated', `frame at ${at} has no length`);
  const headerSize = (await readBytes(file, at, 4)).readUInt32BE();
  if (headerSize === 0 || headerSize > MAX_HEADER) {
    throw fileFault(at === 0 ? 'file-foreign' : 'file-damaged', `header of ${headerSize} bytes at ${at}`);
  }
  if (at + 4 + headerSize > size) throw fileFault('file-truncated', `header at ${at} is cut off`);
  const { type, length } = readBlobHeader(await readBytes(file, at + 4, headerSize), at);
  const start = at + 4 + headerSize;
  if (length <= 0 || length > MAX_BLOB) throw fileFault('file-damaged', `block of ${length} bytes at ${at}`);
  if (start + length > size) throw fileFault('file-truncated', `block at ${at} is cut off`);
  return { type, start, length };
}

async function readBytes(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw fileFault('file-truncated', `${bytesRead} of ${length} bytes at ${position}`);
  return buffer;
}

function readBlobHeader(bytes: Uint8Array, at: number): { type: string; length: number } {
  const header = guarded(() =>
    new PbfReader(bytes).readFields(
      (field, found, pbf) => {
        if (field === 1) found.type = pbf.readString();
        if (field === 3) found.length = pbf.readVarint();
      },
      { type: '', length: 0 },
    ),
  );
  if (!/^[\w ]{1,40}$/.test(header.type)) {
    throw fileFault(at === 0 ? 'file-foreign' : 'file-damaged', `block without a type at ${at}`);
  }
  return header;
}

function unpack(bytes: Uint8Array): Uint8Array {
  const blob: { raw?: Uint8Array; zlib?: Uint8Array; size: number } = { size: 0 };
  guarded(() =>
    new PbfReader(bytes).readFields((field, found, pbf) => {
      if (field === 1) found.raw = pbf.readBytes();
      if (field === 2) found.size = pbf.readVarint();
      if (field === 3) found.zlib = pbf.readBytes();
    }, blob),
  );
  if (blob.raw) return blob.raw;
  const { zlib } = blob;
  if (!zlib) throw fileFault('file-unsupported', 'a block that is neither plain nor zlib');
  const content = guarded(() => inflateSync(zlib, { maxOutputLength: MAX_BLOB }));
  if (content.length !== blob.size) throw fileFault('file-damaged', 'a block of another size than it says');
  return content;
}

/** What the format's reader or zlib throw on bytes that make no sense, as our own fault. */
export function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw fileFault('file-damaged', cause);
  }
}
