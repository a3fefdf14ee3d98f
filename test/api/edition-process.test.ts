import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readManifest } from '../../server/edition/manifest.ts';
import { fileChecksum } from '../../server/edition/tree.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { newFolder } from '../support/proof-edition.ts';
import { loadSmallTown } from './small-town.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Run {
  child: ChildProcess;
  out: string;
  ended: Promise<number | null>;
}

describeOnEachEngine('the command that publishes', get => {
  let environment: Record<string, string>;
  let folder: string;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    const { database, options } = get();
    await loadSmallTown(database);
    // Another process gets it from here on.
    await database.close();
    environment = { DATA_DIR: options.dataDir, PUBLIC_URL: 'https://kaart.example' };
    if (options.databaseUrl) environment.DATABASE_URL = options.databaseUrl;
    folder = await newFolder();
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  function run(script: string, args: string[]): Run {
    const { PATH = '' } = process.env;
    const env = { PATH, LANG: 'C', PORT: '0', LOG_LEVEL: 'warn', ...environment };
    const child = spawn(process.execPath, [join(ROOT, script), ...args], { cwd: folder, env });
    children.push(child);
    const started: Run = { child, out: '', ended: once(child, 'exit').then(([code]) => code) };
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (started.out += text));
    return started;
  }
  const publish = (...args: string[]) => run('server/cli.ts', ['publish', 'site', ...args]);
  const until = async (started: Run, said: RegExp) => {
    while (!said.test(started.out) && started.child.exitCode === null) await sleep(20);
  };

  test('says how far it is, what there is and how long it took', async () => {
    const first = publish();
    expect(await first.ended, first.out).toBe(0);
    expect(first.out).toMatch(/^Tiles of base$/m);
    expect(first.out).toMatch(/^areas +\d+ +\d/m);
    expect(first.out).toMatch(/Changed \d+ files, removed 0; wrote \d+ files, [\d.]+ MB, in [\d.]+ s\./);
    expect(first.out).toMatch(/^Edition 1 of revision \d+ is in \S+\/site\/current\.$/m);
  });

  test('killed half-way it leaves what is shown, and the next one clears up', async () => {
    const killed = publish('--fresh');
    await until(killed, /^Pages and data$/m);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const site = join(folder, 'site');
    expect(await readlink(join(site, 'current'))).toBe('editions/1');
    expect((await readdir(join(site, 'editions'))).join()).toMatch(/^1,making-[0-9a-f]+$/);
    const manifest = await readManifest(join(site, 'current'));
    for (const { path, sha256 } of manifest!.files)
      expect(await fileChecksum(join(site, 'current', path)), path).toBe(sha256);
    const next = publish();
    expect(await next.ended, next.out).toBe(0);
    expect(next.out).toMatch(/Nothing changed: edition 1 stays/);
    expect(await readdir(join(site, 'editions'))).toEqual(['1']);
    expect((await readdir(site)).sort()).toEqual(['current', 'editions', 'kernkaart-editions.txt']);
  });

  test('goes through the server that runs, to the directory that was typed', async () => {
    const server = run('server/main.ts', []);
    await until(server, /\/sign-in#/);
    const made = run('server/cli.ts', ['publish', 'other']);
    expect(await made.ended, made.out).toBe(0);
    const manifest = await readManifest(join(folder, 'other/current'));
    expect(manifest).toMatchObject({ edition: 1, origin: 'https://kaart.example' });
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
  });
});
