import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommandHandler, type ControlAddress, ControlPort } from './control.ts';
import { isAnswering } from './control-client.ts';
import { DatabaseFault } from './database.ts';

/** Name of the lock in a data directory. */
const LOCK_NAME = 'kernkaart.lock';

/** The right of this process to use a data directory. */
export interface DirectoryLock {
  /** Carries out commands that other processes forward. */
  serve(handler: CommandHandler): void;
  /** Gives the directory free. */
  release(): Promise<void>;
}

interface Held {
  port: ControlPort;
  file: string;
  holders: number;
}

/** Directories this process holds: it may ask for one of its own again. */
const held = new Map<string, Held>();

/**
 * Takes a data directory for this process: two embedded engines on one directory destroy it.
 * A lock whose process is gone is taken over. Taken twice by one process it is released twice.
 * @throws DatabaseFault of kind `unavailable` when another process holds it; the message names that process
 */
export async function lockDirectory(dataDir: string): Promise<DirectoryLock> {
  await mkdir(dataDir, { recursive: true });
  const directory = await realpath(dataDir);
  const holding = held.get(directory) ?? (await take(directory));
  held.set(directory, holding);
  holding.holders += 1;
  return {
    serve: handler => holding.port.serve(handler),
    release: () => release(directory, holding),
  };
}

/** Who holds a data directory as its lock says; undefined when there is no lock. The holder may be gone. */
export async function readLock(dataDir: string): Promise<ControlAddress | undefined> {
  const text = await readFile(join(dataDir, LOCK_NAME), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as ControlAddress;
  } catch {
    // Cut off while it was written, or being written at this moment.
    return { pid: 0, port: 0, token: '' };
  }
}

async function take(directory: string): Promise<Held> {
  const port = await ControlPort.open();
  try {
    const file = join(directory, LOCK_NAME);
    let stale = false;
    while (!(await create(file, port.address))) {
      await removeStale(directory, file);
      stale = true;
    }
    if (stale) await settle(directory, port.address);
    return { port, file, holders: 0 };
  } catch (error) {
    await port.close();
    throw error;
  }
}

/** Whether the lock is ours now. The secret in it is for the same user of the machine only. */
async function create(file: string, address: ControlAddress): Promise<boolean> {
  try {
    await writeFile(file, JSON.stringify(address), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function removeStale(directory: string, file: string): Promise<void> {
  let found = await readLock(directory);
  if (found?.port === 0) {
    await sleep(500);
    found = await readLock(directory);
  }
  if (!found) return;
  if (found.port !== 0 && (await isAnswering(found))) throw inUse(directory, found.pid);
  // Another starting process may have taken the stale lock over in between: then what is moved here is not stale.
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => '');
  if (moved && !moved.includes(found.token)) await rename(aside, file);
  await rm(aside, { force: true });
}

/** Of several processes that took over the same stale lock, only the one whose lock stays goes on. */
async function settle(directory: string, { token }: ControlAddress): Promise<void> {
  await sleep(100);
  const holder = await readLock(directory);
  if (holder?.token !== token) throw inUse(directory, holder?.pid);
}

function inUse(directory: string, pid: number | undefined): DatabaseFault {
  return new DatabaseFault(
    'unavailable',
    `Process ${pid} is already using the data directory ${directory}. Stop it first, or set DATA_DIR to another directory.`,
  );
}

async function release(directory: string, holding: Held): Promise<void> {
  holding.holders -= 1;
  if (holding.holders > 0) return;
  held.delete(directory);
  await rm(holding.file, { force: true });
  await holding.port.close();
}
