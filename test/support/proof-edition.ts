import { cp, mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Database } from '../../geodata/database/database.ts';
import { editionSource } from '../../server/commands/publish.ts';
import { readConfig } from '../../server/config.ts';
import { type Publication, type Published, publishEdition } from '../../server/edition/publish.ts';

/** Where the editions of the tests say that they are. */
export const PROOF_ORIGIN = 'https://kaart.example';

const PAGE = fileURLToPath(new URL('../../client/scenario.html', import.meta.url));
const ICON = fileURLToPath(new URL('../../client/public/icon.svg', import.meta.url));

/** A folder of a test's own. */
export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'kernkaart-edition-'));

/** A client as a build leaves it, with little in it: nothing has to be built for a test of files. */
export async function proofClient(): Promise<string> {
  const folder = await newFolder();
  await mkdir(join(folder, 'assets'));
  await cp(PAGE, join(folder, 'scenario.html'));
  await cp(ICON, join(folder, 'icon.svg'));
  await writeFile(join(folder, 'index.html'), 'explore');
  await writeFile(join(folder, 'embed.js'), '// loader\n');
  const script = '// script\n'.repeat(300);
  await writeFile(join(folder, 'assets/scenario-abc.js'), script);
  await writeFile(join(folder, 'assets/scenario-abc.js.br'), brotliCompressSync(script));
  return folder;
}

/** Publishes a database to a directory. */
export async function publishTo(
  directory: string,
  { database, client, ...given }: { database: Database; client: string } & Partial<Publication>,
): Promise<Published> {
  const source = await editionSource({ database, config: readConfig({}) }, PROOF_ORIGIN, client);
  const usual = { fresh: false, signal: new AbortController().signal, tell: () => undefined };
  return publishEdition({ ...usual, source, directory, ...given });
}

/** Paths of all files below a directory, with `/`; links are followed by nobody. */
export async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(directory, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** A file of the edition that is shown. */
export const shownFile = (directory: string, path: string): Promise<Buffer> =>
  readFile(join(directory, 'current', path));
