import {
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../geodata/database/sql.ts';
import { runCommand } from '../../server/commands/run.ts';
import { readConfig } from '../../server/config.ts';
import { readManifest } from '../../server/edition/manifest.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { filesBelow, newFolder, proofClient, publishTo, shownFile } from '../support/proof-edition.ts';
import { importAgain, loadSmallTown, TOWN } from './small-town.ts';

/** What a publication does when it is disturbed, and when the directory is not what it should be. */
describeOnEachEngine('publishing', get => {
  let client: string;
  let parent: string;
  let directory: string;

  beforeAll(async () => {
    await loadSmallTown(get().database);
    client = await proofClient();
  });
  afterAll(() => rm(client, { recursive: true, force: true }));
  beforeEach(async () => {
    parent = await newFolder();
    directory = join(parent, 'site');
    return () => rm(parent, { recursive: true, force: true });
  });

  const publish = (given: Partial<Parameters<typeof publishTo>[1]> = {}) =>
    publishTo(directory, { database: get().database, client, ...given });
  const rename = (name: string) =>
    importAgain(get().database, sql`update area set name = ${name} where id = 'haven'`);
  const shown = () => readlink(join(directory, 'current'));

  /** Does something once, when the pages are being made and the tiles are there. */
  function amidst(
    disturb: () => Promise<unknown>,
    times = 1,
  ): { tell(step: string): void; done: Promise<unknown>[] } {
    const done: Promise<unknown>[] = [];
    let before = '';
    return {
      done,
      tell(step) {
        if (step === 'Pages and data' && before !== step && done.length < times) done.push(disturb());
        before = step;
      },
    };
  }

  test('begins anew when an import lands meanwhile: nothing of two revisions stands in one edition', async () => {
    let revision = 0;
    const { tell, done } = amidst(async () => {
      revision = await rename('Anders');
    });
    const { manifest } = await publish({ tell });
    await Promise.all(done);
    expect(manifest.revision).toBe(revision);
    const tiles = manifest.files.filter(({ path }) => path.startsWith('tiles/'));
    expect(tiles.every(({ path }) => path.includes(`-${revision}-`))).toBe(true);
    expect(tiles).toHaveLength(4);
    expect(String(await shownFile(directory, 'areas/haven/index.html'))).toContain('<h1>Anders</h1>');
    const list = JSON.parse(String(await shownFile(directory, `data/areas/municipality=${TOWN}.json`)));
    expect(list.revision).toBe(revision);
  });

  test('gives up when data land again and again, and what is shown stays', async () => {
    await publish();
    const before = await filesBelow(join(directory, 'current/'));
    let names = 0;
    const { tell, done } = amidst(() => rename(`Naam ${names++}`), 3);
    await expect(publish({ tell })).rejects.toThrow(/changed 3 times/);
    await Promise.all(done);
    expect(await shown()).toBe('editions/1');
    expect(await filesBelow(join(directory, 'current/'))).toEqual(before);
    expect(await readdir(join(directory, 'editions'))).toEqual(['1']);
  });

  test('that is called off leaves what is shown, and nothing else', async () => {
    await publish();
    await rename('Vierde');
    const stop = new AbortController();
    const { tell } = amidst(async () => stop.abort(new Error('Stopped.')));
    await expect(publish({ tell, signal: stop.signal })).rejects.toThrow('Stopped.');
    expect(await shown()).toBe('editions/1');
    expect(await readdir(join(directory, 'editions'))).toEqual(['1']);
  });

  test('clears what a process left that was killed, shown or not', async () => {
    await publish();
    const editions = join(directory, 'editions');
    await cp(join(editions, '1'), join(editions, 'making-0123456789ab'), { recursive: true });
    await cp(join(editions, '1'), join(editions, '2'), { recursive: true });
    await symlink('editions/2', join(editions, 'link-0123456789ab'));
    await writeFile(join(directory, 'kernkaart.lock'), JSON.stringify({ pid: 1, port: 1, token: 'gone' }));
    expect(await publish()).toMatchObject({ isNew: false });
    expect(await readdir(editions)).toEqual(['1']);
    expect((await readdir(directory)).sort()).toEqual(['current', 'editions', 'kernkaart-editions.txt']);
  });

  test('twice at once: the second is told, the first goes on', async () => {
    const results = await Promise.allSettled([publish(), publish()]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(String(refused.reason)).toMatch(/Another publication to .* is under way/);
    expect(await publish()).toMatchObject({ isNew: false });
  });

  test('makes a damaged file anew, and takes no link for a file', async () => {
    await publish();
    const outside = join(parent, 'outside.txt');
    await writeFile(outside, 'mine');
    const [page, data] = ['areas/haven/index.html', 'data/municipalities.json'];
    const old = join(directory, 'editions/1');
    const right = await readFile(join(old, page));
    await writeFile(join(old, page), Buffer.alloc(right.byteLength, 'x'));
    await rm(join(old, data));
    await symlink(outside, join(old, data));
    await rm(join(old, 'data/areas'), { recursive: true });
    await symlink(parent, join(old, 'data/areas'));
    await rename('Vijfde');
    await publish();
    expect(String(await shownFile(directory, page))).toContain('<h1>Vijfde</h1>');
    for (const path of await filesBelow(join(directory, 'editions/2')))
      expect((await lstat(join(directory, 'editions/2', path))).isFile(), path).toBe(true);
    expect(await readFile(outside, 'utf8')).toBe('mine');
    expect((await readdir(parent)).sort()).toEqual(['outside.txt', 'site']);
  });

  test('goes by no manifest that leads out of its edition', async () => {
    await publish();
    const file = join(directory, 'current/manifest.json');
    const manifest = JSON.parse(await readFile(file, 'utf8'));
    const tiles = manifest.files.find(({ path }: { path: string }) => path.startsWith('tiles/'));
    await writeFile(join(parent, 'outside.pmtiles'), await shownFile(directory, tiles.path));
    manifest.files.push({ ...tiles, path: 'tiles/../../../../outside.pmtiles' });
    await rm(file);
    await writeFile(file, JSON.stringify(manifest));
    await rename('Achtste');
    expect((await publish()).manifest.files.filter(({ kept }) => kept)).toEqual([]);
    expect((await readdir(parent)).sort()).toEqual(['outside.pmtiles', 'site']);
  });

  test.each(['editions', 'current', 'kernkaart-editions.txt'])(
    'writes nothing where %s is a link that leads away',
    async name => {
      const outside = join(parent, 'outside');
      await mkdir(join(outside, '7'), { recursive: true });
      await publish();
      await rm(join(directory, name), { recursive: true });
      await symlink(name.endsWith('.txt') ? join(parent, 'new.txt') : outside, join(directory, name));
      await rename(`Weg ${name}`);
      await expect(publish()).rejects.toThrow(/not what a publication left there|holds no editions/);
      expect((await readdir(parent)).sort()).toEqual(['outside', 'site']);
      expect(await filesBelow(outside)).toEqual([]);
      expect((await stat(join(outside, '7'))).isDirectory()).toBe(true);
    },
  );

  test('where no links can be made, directories change places', async () => {
    await publish();
    // As it is on a system without them: what is shown is the directory itself.
    await rm(join(directory, 'current'));
    await cp(join(directory, 'editions/1'), join(directory, 'current'), { recursive: true });
    await rm(join(directory, 'editions/1'), { recursive: true });
    await rename('Zesde');
    const { isLinked, manifest } = await publish();
    expect(isLinked).toBe(false);
    expect(manifest).toMatchObject({ edition: 2, before: 1 });
    expect((await lstat(join(directory, 'current'))).isDirectory()).toBe(true);
    expect(await readManifest(join(directory, 'current'))).toEqual(manifest);
    expect(await readManifest(join(directory, 'editions/1'))).toMatchObject({ edition: 1 });
  });

  test('shows again what is shown no more, changed or not', async () => {
    await publish();
    await rm(join(directory, 'current'));
    expect(await publish()).toMatchObject({ isNew: true, written: { files: 0 } });
    expect(await shown()).toBe('editions/2');
  });

  test('leaves out what has no address, and writes nothing beside the directory', async () => {
    const { database } = get();
    for (const id of ['..', '.', '../../outside', 'a/b', 'x?y', 'naar:huis.html', 'en', 'index.html'])
      await database.query(sql`
        insert into area (id, municipality, kind, name, geom, geom_3857, dataset)
        select ${id}, municipality, kind, 'Vreemd', geom, geom_3857, dataset from area where id = 'haven'`);
    await importAgain(database, sql`select 1`);
    try {
      const { leftOut, manifest } = await publish();
      expect(leftOut.filter(address => !address.endsWith('/en')).sort()).toEqual(
        ['/areas/..', '/areas/.', '/areas/..%2F..%2Foutside', '/areas/a%2Fb', '/areas/x%3Fy'].sort(),
      );
      const paths = manifest.files.map(({ path }) => path);
      for (const id of ['naar:huis.html', 'en', 'index.html'])
        expect(paths).toContain(`areas/${id}/index.html`);
      expect(paths).toContain('data/areas/naar~3ahuis~2ehtml.json');
      expect(paths.filter(path => path.split('/').includes('..'))).toEqual([]);
      expect(await filesBelow(join(directory, 'editions/1'))).toHaveLength(paths.length + 1);
      expect(await readdir(parent)).toEqual(['site']);
    } finally {
      await importAgain(database, sql`delete from area where name = 'Vreemd'`);
    }
  });

  const typed = async (...args: string[]) => {
    const context = {
      database: get().database,
      config: readConfig({}),
      address: 'http://127.0.0.1:3000',
      language: 'en' as const,
      cwd: parent,
      signal: new AbortController().signal,
    };
    const lines: string[] = [];
    const output = runCommand(['publish', ...args], context);
    let step = await output.next();
    for (; !step.done; step = await output.next()) lines.push(step.value);
    return { code: step.value, text: lines.join('\n') };
  };

  test('refuses a directory with something else in it, and a file', async () => {
    await mkdir(directory);
    await writeFile(join(directory, 'holiday.jpg'), 'x');
    await expect(publish()).rejects.toThrow(/not empty and holds no editions/);
    expect(await readdir(directory)).toEqual(['holiday.jpg']);
    directory = join(directory, 'holiday.jpg');
    await expect(publish()).rejects.toThrow(/is a file/);
  });

  test.each([
    [[], /One directory is needed/],
    [['a', 'b'], /One directory is needed/],
    [['a', '--base-url', 'https://kaart.example/pad'], /without a path/],
    [['a', '--base-url', 'ftp://kaart.example'], /without a path/],
    [['a', '--colour'], /--colour/],
  ])('%j is refused in a sentence', async (args, said) => {
    const { code, text } = await typed(...(args as string[]));
    expect(code).toBe(1);
    expect(text).toMatch(said as RegExp);
    expect(await readdir(parent)).toEqual([]);
  });

  test('is refused while there is nothing to publish', async () => {
    await get().database.query(sql`delete from municipality`);
    const { code, text } = await typed('site');
    expect(code).toBe(1);
    expect(text).toMatch(/no municipality yet/);
    expect(await readdir(parent)).toEqual([]);
  });
});
