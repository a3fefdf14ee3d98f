import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readlink, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DatabaseFault } from '../../geodata/database/database.ts';
import { type DirectoryLock, lockDirectory } from '../../geodata/database/lock.ts';
import { readManifest } from './manifest.ts';
import type { Standing } from './tree.ts';

/** Says whose directory it is; in the root of the directory, which no web server shows. */
const MARK = 'kernkaart-editions.txt';
const MARK_TEXT = `Static editions of Kernkaart. The root of the web server is "current".
Everything here is written by \`npm run geodata -- publish\`; the next edition replaces what was changed by hand.
`;
const EDITIONS = 'editions';
const CURRENT = 'current';
/** All that a publication leaves that is ended in its first moment. */
const LOCK = 'kernkaart.lock';

/** A directory that cannot be published to, in one sentence for whoever asked. */
export class ShelfFault extends Error {
  override name = 'ShelfFault';
}

/** Directories that this process writes to: the lock keeps other processes out. */
const busy = new Set<string>();

const found = (path: string) => lstat(path).catch(() => undefined);

/** @throws ShelfFault for a directory with anything in it that is not ours */
async function refuseForeign(directory: string): Promise<void> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    if (error.code === 'ENOTDIR') throw new ShelfFault(`${directory} is a file. Name a directory.`);
    throw error;
  });
  if (names.includes(MARK) || names.every(name => name === LOCK)) return;
  throw new ShelfFault(
    `${directory} is not empty and holds no editions of Kernkaart. Name an empty directory, or a new one. Nothing was written.`,
  );
}

async function lockOf(directory: string): Promise<DirectoryLock> {
  try {
    return await lockDirectory(directory);
  } catch (error) {
    if (error instanceof DatabaseFault && error.kind === 'unavailable') throw underWay(directory);
    throw error;
  }
}

const underWay = (directory: string): ShelfFault =>
  new ShelfFault(`Another publication to ${directory} is under way. Wait until it has ended.`);

/** The directory that holds editions, while somebody publishes to it. */
export class EditionShelf {
  readonly directory: string;
  /** The edition that is shown, or was last; undefined when there is none. */
  readonly standing: Standing | undefined;
  /** Whether `current` shows it. */
  readonly isShown: boolean;
  /** Number of the next edition. */
  readonly next: number;
  readonly #lock: DirectoryLock;
  readonly #shown: number | undefined;

  private constructor(directory: string, lock: DirectoryLock, { standing, isShown, shown, next }: Found) {
    this.directory = directory;
    this.#lock = lock;
    this.standing = standing;
    this.isShown = isShown;
    this.#shown = shown;
    this.next = next;
  }

  /**
   * Takes a directory for one publication, makes it when it is not there, and clears what one that was ended left.
   * @throws ShelfFault when it holds something else, or somebody else is publishing to it
   */
  static async open(path: string): Promise<EditionShelf> {
    await refuseForeign(path);
    await mkdir(path, { recursive: true });
    const directory = await realpath(path);
    if (busy.has(directory)) throw underWay(directory);
    busy.add(directory);
    try {
      const lock = await lockOf(directory);
      try {
        await mark(join(directory, MARK));
        const editions = await foundIn(directory);
        await clear(directory, editions);
        return new EditionShelf(directory, lock, editions);
      } catch (error) {
        await lock.release();
        throw error;
      }
    } catch (error) {
      busy.delete(directory);
      throw error;
    }
  }

  /** An empty directory for an edition in the making. */
  async begin(): Promise<string> {
    const making = join(this.directory, EDITIONS, aside('making'));
    await mkdir(making);
    return making;
  }

  /**
   * Shows a finished edition in place of the one before, at once; that one stays, older ones go.
   * @returns false where links cannot be made and directories were renamed, with a moment between two names
   */
  async show(making: string): Promise<boolean> {
    const made = join(this.directory, EDITIONS, String(this.next));
    await rename(making, made);
    const isLinked = await this.#link();
    if (!isLinked) await this.#exchange(made);
    await removeOthers(this.directory, new Set([this.next, this.#shown]));
    return isLinked;
  }

  /** Gives the directory free. */
  async release(): Promise<void> {
    busy.delete(this.directory);
    await this.#lock.release();
  }

  async #link(): Promise<boolean> {
    const current = join(this.directory, CURRENT);
    if ((await found(current))?.isDirectory()) return false;
    const fresh = join(this.directory, EDITIONS, aside('link'));
    try {
      await symlink(`${EDITIONS}/${this.next}`, fresh, 'dir');
    } catch (error) {
      if (!CANNOT_LINK.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      return false;
    }
    await rename(fresh, current);
    return true;
  }

  async #exchange(made: string): Promise<void> {
    const current = join(this.directory, CURRENT);
    const old = join(this.directory, EDITIONS, String(this.#shown ?? aside('making')));
    if (await found(current)) await rename(current, old);
    await rename(made, current);
  }
}

const aside = (kind: 'making' | 'link'): string => `${kind}-${randomBytes(6).toString('hex')}`;

const CANNOT_LINK = new Set(['EPERM', 'EACCES', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL']);

interface Found {
  standing: Standing | undefined;
  isShown: boolean;
  /** Number of the edition behind `current`, readable or not. */
  shown: number | undefined;
  next: number;
}

const NUMBER = /^[1-9]\d{0,8}$/;
const numbersOf = (names: readonly string[]): number[] => names.filter(name => NUMBER.test(name)).map(Number);

const leadsAway = (path: string): ShelfFault =>
  new ShelfFault(`${path} is not what a publication left there. Remove it; nothing was written.`);

/** @throws ShelfFault where something else has the name of the mark: what is written to a link may go anywhere */
async function mark(path: string): Promise<void> {
  const kind = await found(path);
  if (kind === undefined) await writeFile(path, MARK_TEXT, { flag: 'wx' });
  else if (!kind.isFile()) throw leadsAway(path);
}

/** @throws ShelfFault where a link stands in the place of a directory of ours */
async function foundIn(directory: string): Promise<Found> {
  const editions = join(directory, EDITIONS);
  await mkdir(editions, { recursive: true });
  if (!(await lstat(editions)).isDirectory()) throw leadsAway(editions);
  const numbers = numbersOf(await readdir(editions));
  const current = await placeShown(directory);
  const place = current ?? (await newest(editions, numbers));
  const manifest = place === undefined ? undefined : await readManifest(place);
  const shown = manifest?.edition ?? numbersOf([basename(place ?? '')])[0];
  const standing = place !== undefined && manifest ? { directory: place, manifest } : undefined;
  const next = Math.max(0, shown ?? 0, ...numbers) + 1;
  return { standing, isShown: current !== undefined, shown, next };
}

/** Directory of the edition behind `current`; undefined when nothing is shown. */
async function placeShown(directory: string): Promise<string | undefined> {
  const current = join(directory, CURRENT);
  const kind = await found(current);
  if (kind === undefined || kind.isDirectory()) return kind && current;
  const target = kind.isSymbolicLink() ? await readlink(current) : '';
  if (!/^editions[/\\][1-9]\d{0,8}$/.test(target)) throw leadsAway(current);
  const place = join(directory, target);
  const aimed = await found(place);
  if (aimed && !aimed.isDirectory()) throw leadsAway(place);
  return aimed && place;
}

/** Ended between two names, a publication without links leaves whole editions and none that is shown. */
async function newest(editions: string, numbers: readonly number[]): Promise<string | undefined> {
  for (const number of numbers.toSorted((one, other) => other - one)) {
    const place = join(editions, String(number));
    if ((await found(place))?.isDirectory() && (await readManifest(place))) return place;
  }
  return undefined;
}

/** Removes what a publication left that was ended: what it was making, and what it made and did not show. */
async function clear(directory: string, { standing, shown }: Found): Promise<void> {
  const editions = join(directory, EDITIONS);
  const half = (await readdir(editions)).filter(name => /^(making|link)-[0-9a-f]+$/.test(name));
  for (const name of half) await rm(join(editions, name), { recursive: true, force: true });
  await removeOthers(directory, new Set([shown, standing?.manifest.before]));
}

async function removeOthers(directory: string, stay: ReadonlySet<unknown>): Promise<void> {
  const editions = join(directory, EDITIONS);
  for (const number of numbersOf(await readdir(editions)))
    if (!stay.has(number)) await rm(join(editions, String(number)), { recursive: true, force: true });
}
