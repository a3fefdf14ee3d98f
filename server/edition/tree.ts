import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, link, lstat, mkdir, open, readFile, realpath, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { EditionFile, EditionManifest } from './manifest.ts';
import { type EditionPage, mediaType, pathOf } from './page.ts';

const packed = promisify(gzip);

/** What a web server sends compressed; everything else is compressed in itself. */
const COMPRESSIBLE = /\.(html|js|css|json|svg|csv|frame|txt)$/;
/** Bytes under which a compressed answer is not smaller in practice. */
const SMALL = 1024;

/** An edition that is complete, and where it lies. */
export interface Standing {
  directory: string;
  manifest: EditionManifest;
}

/** Two addresses would be one file: on this file system large and small letters are the same. */
export class SamePath extends Error {
  override name = 'SamePath';
}

/** On Windows what stands behind a colon is no part of the name. */
const isName = (path: string): boolean => process.platform !== 'win32' || !path.includes(':');

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of a file, hexadecimal. */
export async function fileChecksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * The files of an edition in the making. What is the same as in the edition before is a link to the file there, so that
 * only what changed is written; no file of an edition is ever written to again.
 */
export class EditionTree {
  readonly #directory: string;
  readonly #before: Standing | undefined;
  readonly #was: ReadonlyMap<string, EditionFile>;
  readonly #files = new Map<string, EditionFile>();
  readonly #claimed = new Set<string>();
  readonly #folders = new Set<string>();
  /** Addresses that no file can stand at. */
  readonly leftOut: string[] = [];
  /** Files that were written, not linked. */
  readonly written = { files: 0, bytes: 0 };

  /** @param directory an empty one */
  constructor(directory: string, before: Standing | undefined) {
    this.#directory = directory;
    this.#before = before;
    this.#was = new Map(before?.manifest.files.map(file => [file.path, file]));
  }

  /** Every file so far. */
  get files(): EditionFile[] {
    return [...this.#files.values()];
  }

  /** Adds what stands at an address, and beside it the same compressed. Of two at one address the first stays. */
  async add({ address, source, body }: EditionPage): Promise<void> {
    const path = pathOf(address);
    if (path === undefined || !isName(path)) this.leftOut.push(address);
    else if (!this.#claimed.has(path)) {
      this.#claimed.add(path);
      const file = await this.#add({ path, type: mediaType(path), ...(source && { source }) }, body);
      if (file && COMPRESSIBLE.test(path) && file.bytes >= SMALL) await this.#addPacked(file);
    }
  }

  /** Adds what was compressed elsewhere of the file at an address. */
  async addBrotli(address: string, bytes: Uint8Array): Promise<void> {
    const path = pathOf(address);
    if (path === undefined) return;
    await this.#add({ path: `${path}.br`, type: mediaType(path), encoding: 'br' }, async () => bytes);
  }

  /**
   * Adds a large file that is written by whoever makes it, under a name with part of its checksum.
   * @param source as that of an {@link EditionPage}
   * @returns its address
   */
  async addLarge(
    stem: string,
    ending: string,
    { source, write }: { source: string; write: (path: string) => Promise<void> },
  ): Promise<string> {
    const type = mediaType(ending);
    const known = [...this.#was.values()].find(file => file.source === source && file.path.startsWith(stem));
    if (known && (await this.#taken(known))) {
      this.#files.set(known.path, { ...known });
      return `/${known.path}`;
    }
    const unnamed = await this.#placeFor(`${stem}.unnamed`);
    await write(unnamed);
    const [{ size }, checksum] = await Promise.all([stat(unnamed), fileChecksum(unnamed)]);
    const path = `${stem}-${checksum.slice(0, 8)}${ending}`;
    await rename(unnamed, join(this.#directory, path));
    this.#record({ path, bytes: size, sha256: checksum, type, source });
    return `/${path}`;
  }

  /** Takes files of another edition along that nothing here replaced; those that it had taken along itself not again. */
  async keep(standing: Standing, isKept: (path: string) => boolean): Promise<void> {
    for (const { source: _, kept, ...file } of standing.manifest.files) {
      if (kept || this.#files.has(file.path) || !isKept(file.path)) continue;
      if (await this.#taken(file, standing)) this.#files.set(file.path, { ...file, kept: true });
    }
  }

  async #add(
    file: Omit<EditionFile, 'bytes' | 'sha256'>,
    body: EditionPage['body'],
  ): Promise<EditionFile | undefined> {
    const { path, source } = file;
    const was = this.#was.get(path);
    if (was && source !== undefined && was.source === source && (await this.#taken(was))) {
      this.#files.set(path, was);
      return was;
    }
    const given = await body();
    if (given === undefined) return undefined;
    const bytes = typeof given === 'string' ? new TextEncoder().encode(given) : given;
    const made = { ...file, bytes: bytes.byteLength, sha256: sha256(bytes) };
    if (was && was.sha256 === made.sha256 && (await this.#taken(was))) this.#files.set(path, made);
    else await this.#write(made, bytes);
    return made;
  }

  async #addPacked({ path, sha256: checksum, type }: EditionFile): Promise<void> {
    const body = async () => packed(await readFile(join(this.#directory, path)), { level: 9 });
    const about = { path: `${path}.gz`, type, encoding: 'gzip' as const, source: `gzip of ${checksum}` };
    await this.#add(about, body);
  }

  async #write(file: EditionFile, bytes: Uint8Array): Promise<void> {
    const place = await this.#placeFor(file.path);
    const handle = await open(place, 'wx').catch(error => {
      throw sameOr(error, file.path);
    });
    try {
      await handle.writeFile(bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    this.#record(file);
  }

  #record(file: EditionFile): void {
    this.#files.set(file.path, file);
    this.written.files += 1;
    this.written.bytes += file.bytes;
  }

  /**
   * Links a file of the edition before, or copies it where there are no links. Only when it is what its manifest says:
   * a plain file, in its place, with its checksum.
   */
  async #taken({ path, bytes, sha256: checksum }: EditionFile, before = this.#before): Promise<boolean> {
    if (before === undefined) return false;
    const root = before.directory;
    const old = join(root, path);
    const found = await lstat(old).catch(() => undefined);
    if (!found?.isFile() || found.size !== bytes) return false;
    if ((await realpath(old)) !== join(await realpath(root), path)) return false;
    if ((await fileChecksum(old)) !== checksum) return false;
    const place = await this.#placeFor(path);
    await link(old, place).catch(async error => {
      if (error.code === 'EEXIST') throw sameOr(error, path);
      await copyFile(old, place, constants.COPYFILE_EXCL);
    });
    return true;
  }

  /** Where a file goes; its folder is there. */
  async #placeFor(path: string): Promise<string> {
    const place = join(this.#directory, path);
    const folder = dirname(place);
    if (!this.#folders.has(folder)) await mkdir(folder, { recursive: true });
    this.#folders.add(folder);
    return place;
  }
}

function sameOr(error: NodeJS.ErrnoException, path: string): Error {
  return error.code === 'EEXIST'
    ? new SamePath(
        `Two addresses would be the same file, ${path}: names differ only in capitals on this file system.`,
      )
    : error;
}
