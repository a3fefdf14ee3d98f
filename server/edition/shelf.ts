import { mkdir, realpath, rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseFault } from '../../geodata/database/database.ts';
import { type DirectoryLock, lockDirectory } from '../../geodata/database/lock.ts';
import {
  aside,
  CURRENT,
  clear,
  EDITIONS,
  type Found,
  found,
  foundIn,
  mark,
  refuseForeign,
  removeOthers,
  ShelfFault,
} from './shelf-content.ts';
import type { Standing } from './tree.ts';

/** Directories that this process writes to: the lock keeps other processes out. */
const busy = new Set<string>();

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
        await mark(directory);
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

const CANNOT_LINK = new Set(['EPERM', 'EACCES', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL']);
