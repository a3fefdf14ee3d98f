import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readManifest } from './manifest.ts';
import type { Standing } from './tree.ts';

/** Says whose directory it is; in the root of the directory, which no web server shows. */
const MARK = 'kernkaart-editions.txt';
const MARK_TEXT = `Static editions of Kernkaart. The root of the web server is "current".
Everything here is written by \`npm run geodata -- publish\`; the next edition replaces what was changed by hand.
`;
/** All that a publication leaves that is ended in its first moment. */
const LOCK = 'kernkaart.lock';
/** Directory of the editions by number, and the name under which one of them is shown. */
export const EDITIONS = 'editions';
export const CURRENT = 'current';

/** A directory that cannot be published to, in one sentence for whoever asked. */
export class ShelfFault extends Error {
  override name = 'ShelfFault';
}

/** What is at a path, links not followed; undefined when nothing is. */
export const found = (path: string) => lstat(path).catch(() => undefined);

/** A name that nobody else has, for what is not there yet; what is left of it is cleared later. */
export const aside = (kind: 'making' | 'link'): string => `${kind}-${randomBytes(6).toString('hex')}`;

/** @throws ShelfFault for a directory with anything in it that is not ours */
export async function refuseForeign(directory: string): Promise<void> {
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

/** What a directory holds. */
export interface Found {
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

/**
 * Says in a directory whose it is.
 * @throws ShelfFault where something else has the name of the mark: what is written to a link may go anywhere
 */
export async function mark(directory: string): Promise<void> {
  const path = join(directory, MARK);
  const kind = await found(path);
  if (kind === undefined) await writeFile(path, MARK_TEXT, { flag: 'wx' });
  else if (!kind.isFile()) throw leadsAway(path);
}

/** Looks what a directory holds. @throws ShelfFault where a link stands in the place of a directory of ours */
export async function foundIn(directory: string): Promise<Found> {
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
export async function clear(directory: string, { standing, shown }: Found): Promise<void> {
  const editions = join(directory, EDITIONS);
  const half = (await readdir(editions)).filter(name => /^(making|link)-[0-9a-f]+$/.test(name));
  for (const name of half) await rm(join(editions, name), { recursive: true, force: true });
  await removeOthers(directory, new Set([shown, standing?.manifest.before]));
}

/** Removes every edition but those with these numbers. */
export async function removeOthers(directory: string, stay: ReadonlySet<unknown>): Promise<void> {
  const editions = join(directory, EDITIONS);
  for (const number of numbersOf(await readdir(editions)))
    if (!stay.has(number)) await rm(join(editions, String(number)), { recursive: true, force: true });
}
