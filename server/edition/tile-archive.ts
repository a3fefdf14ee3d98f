import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { archiveDirectory, type DirectoryEntry } from './archive-directory.ts';

const packed = promisify(gzip);

/** Header and root directory lie in the first 16 KiB (PMTiles 3, section 2): readers ask for those at once. */
const HEADER = 127;
const FIRST = 16_384;
const GZIP = 2;
const VECTOR = 1;

/** Bytes under which the same tile comes again and again: open water, one field. Larger ones never do. */
const SMALL = 1024;

/** What an archive says of itself. */
export interface ArchiveDescription {
  /** Zooms of the layer: said where there is no tile to take them from. */
  minZoom: number;
  maxZoom: number;
  /** West, south, east, north in degrees. */
  bounds: readonly [number, number, number, number];
  /** JSON of section 5: `vector_layers` at least. */
  metadata: object;
}

/** How much went into an archive. */
export interface ArchiveSummary {
  /** Tiles that have bytes. */
  tiles: number;
  bytes: number;
}

/**
 * Writes tiles into one file in the form PMTiles 3: gzip-compressed, each content once, ordered by number. Tiles go to
 * the file as they come, so that memory holds the directory and nothing else.
 *
 * Ours, because what the package for it (s2-pmtiles 1.1.2) writes has two of the seven letters of the signature and no
 * bounds: other readers of the format refuse it, and maps that go by the bounds stay empty.
 */
export class TileArchive {
  readonly #file: FileHandle;
  readonly #entries: DirectoryEntry[] = [];
  readonly #known = new Map<string, DirectoryEntry>();
  #offset = 0;
  #tiles = 0;
  #contents = 0;
  #zooms: [number, number] | undefined;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Begins an archive in a new file. @throws the system's error where there is one already */
  static async create(path: string): Promise<TileArchive> {
    return new TileArchive(await open(path, 'wx'));
  }

  /** Adds a tile. @param tile its number; each is larger than the one before @param bytes gzip, not empty */
  async add(z: number, tile: number, bytes: Uint8Array): Promise<void> {
    const last = this.#entries.at(-1);
    if (last !== undefined && tile < last.tile + last.run)
      throw new RangeError('tiles come in ascending order');
    this.#tiles += 1;
    this.#zooms = [this.#zooms?.[0] ?? z, z];
    const key = bytes.byteLength < SMALL ? createHash('sha256').update(bytes).digest('base64') : undefined;
    const known = key === undefined ? undefined : this.#known.get(key);
    if (last !== undefined && known?.offset === last.offset && tile === last.tile + last.run) last.run += 1;
    else if (known) this.#entries.push({ ...known, tile, run: 1 });
    else await this.#write(tile, bytes, key);
  }

  /** Writes directories and header, and closes the file. */
  async finish({ metadata, ...about }: ArchiveDescription): Promise<ArchiveSummary> {
    const { root, leaves } = await archiveDirectory(this.#entries, FIRST - HEADER);
    const text = await packed(JSON.stringify(metadata));
    const leafBytes = leaves.reduce((sum, leaf) => sum + leaf.byteLength, 0);
    const tileBytes = this.#offset;
    for (const part of [...leaves, text]) await this.#append(part);
    const sections = [HEADER, root.byteLength, FIRST + tileBytes + leafBytes, text.byteLength];
    const behind = [FIRST + tileBytes, leafBytes, FIRST, tileBytes];
    const counts = [this.#tiles, this.#entries.length, this.#contents];
    const header = headerBytes([...sections, ...behind, ...counts], {
      ...about,
      ...(this.#zooms && { minZoom: this.#zooms[0], maxZoom: this.#zooms[1] }),
    });
    await this.#file.write(header, 0, HEADER, 0);
    await this.#file.write(root, 0, root.byteLength, HEADER);
    await this.#file.datasync();
    await this.close();
    return { tiles: this.#tiles, bytes: FIRST + this.#offset };
  }

  /** Closes the file, finished or not. */
  async close(): Promise<void> {
    await this.#file.close();
  }

  async #write(tile: number, bytes: Uint8Array, key: string | undefined): Promise<void> {
    const entry = { tile, run: 1, offset: this.#offset, length: bytes.byteLength };
    this.#entries.push(entry);
    if (key !== undefined) this.#known.set(key, { ...entry });
    this.#contents += 1;
    await this.#append(bytes);
  }

  async #append(bytes: Uint8Array): Promise<void> {
    await this.#file.write(bytes, 0, bytes.byteLength, FIRST + this.#offset);
    this.#offset += bytes.byteLength;
  }
}

/** @param numbers the eleven sizes and places of section 3, in its order */
function headerBytes(
  numbers: readonly number[],
  { minZoom, maxZoom, bounds }: Omit<ArchiveDescription, 'metadata'>,
): Uint8Array {
  const header = Buffer.alloc(HEADER);
  header.write('PMTiles', 'latin1');
  header.writeUInt8(3, 7);
  for (const [index, number] of numbers.entries()) header.writeBigUInt64LE(BigInt(number), 8 + 8 * index);
  const clustered = 1;
  header.set([clustered, GZIP, GZIP, VECTOR, minZoom, maxZoom], 96);
  const degrees = (value: number) => Math.round(value * 1e7);
  for (const [index, value] of bounds.entries()) header.writeInt32LE(degrees(value), 102 + 4 * index);
  const [west, south, east, north] = bounds;
  header.writeUInt8(minZoom, 118);
  header.writeInt32LE(degrees((west + east) / 2), 119);
  header.writeInt32LE(degrees((south + north) / 2), 123);
  return header;
}
