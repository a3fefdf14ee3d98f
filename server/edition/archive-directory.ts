import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { PbfWriter } from 'pbf';

const packed = promisify(gzip);

/** A run of tiles with the same bytes, or (`run` 0) a part of the directory. Lengths and offsets in bytes. */
export interface DirectoryEntry {
  tile: number;
  run: number;
  offset: number;
  length: number;
}

/** Entries of a leaf at first; twice as many as long as the root does not fit. */
const LEAF = 4096;

/** A directory as its specification has it (PMTiles 3, section 4.2), gzip over it. */
export async function directoryBytes(entries: readonly DirectoryEntry[]): Promise<Uint8Array> {
  const out = new PbfWriter();
  out.writeVarint(entries.length);
  let before = 0;
  for (const { tile } of entries) {
    out.writeVarint(tile - before);
    before = tile;
  }
  for (const { run } of entries) out.writeVarint(run);
  for (const { length } of entries) out.writeVarint(length);
  let next = -1;
  for (const { offset, length } of entries) {
    // 0 means: right behind the one before.
    out.writeVarint(offset === next ? 0 : offset + 1);
    next = offset + length;
  }
  return packed(out.finish());
}

/** The directory of an archive: a root that is read first, and leaves that are read when they are needed. */
export interface ArchiveDirectory {
  root: Uint8Array;
  leaves: Uint8Array[];
}

async function withLeaves(entries: readonly DirectoryEntry[], size: number): Promise<ArchiveDirectory> {
  const leaves: Uint8Array[] = [];
  const parts: DirectoryEntry[] = [];
  let offset = 0;
  for (let first = 0; first < entries.length; first += size) {
    const leaf = await directoryBytes(entries.slice(first, first + size));
    parts.push({ tile: entries[first]!.tile, run: 0, offset, length: leaf.byteLength });
    leaves.push(leaf);
    offset += leaf.byteLength;
  }
  return { root: await directoryBytes(parts), leaves };
}

/** The directory over all entries, in ascending order of tiles. @param most bytes that the root may have */
export async function archiveDirectory(
  entries: readonly DirectoryEntry[],
  most: number,
): Promise<ArchiveDirectory> {
  const root = await directoryBytes(entries);
  if (root.byteLength <= most) return { root, leaves: [] };
  for (let size = LEAF; ; size *= 2) {
    const directory = await withLeaves(entries, size);
    if (directory.root.byteLength <= most) return directory;
  }
}
