import { createHash } from 'node:crypto';
import { readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import { editionAddress } from '../../server/contract/edition.ts';
import { EmbedDocument } from '../../server/contract/embed.ts';
import { TileJson } from '../../server/contract/tile.ts';
import { readManifest } from '../../server/edition/manifest.ts';
import { mediaType } from '../../server/edition/page.ts';
import type { Published } from '../../server/edition/publish.ts';
import { setAllowedSites } from '../../server/queries/allowed-site.ts';
import { addEmbed } from '../../server/queries/embed.ts';
import { setTheme } from '../../server/queries/theme.ts';
import { PUBLIC_LAYERS } from '../../server/tiles/layers.ts';
import { archiveFile } from '../support/archive-file.ts';
import { describeOnEachEngine } from '../support/database.ts';
import {
  filesBelow,
  newFolder,
  PROOF_ORIGIN,
  proofClient,
  publishTo,
  shownFile,
} from '../support/proof-edition.ts';
import { openApi, type TestApi } from './api-client.ts';
import { beginFinished, publish } from './scenario-town.ts';
import { importAgain, loadSmallTown, OPEN_SERIES, TOWN } from './small-town.ts';

/** A lake far wider than the town, a street shown from zoom 12 on, and far from all a pond that the largest zoom shows. */
const WATER = fixedSql(`
  insert into base_feature (municipality, layer, class, name, min_zoom, geom_3857, dataset)
  select 'GM9901', layer, class, name, min_zoom, st_transform(st_geomfromtext(shape, 28992), 3857), 'proef'
  from (values
    ('water', 'area', 'Meer', 0, 'POLYGON((90000 502000, 150000 502000, 150000 530000, 90000 530000, 90000 502000))'),
    ('water', 'area', 'Vijver', 0, 'POLYGON((116000 497500, 116002 497500, 116002 497502, 116000 497502, 116000 497500))'),
    ('road', 'main', 'Dijk', 12, 'LINESTRING(118000 501500, 124000 501500)')
  ) as feature (layer, class, name, min_zoom, shape)`);

const RENAMED = sql`update area set name = 'Haven' where id = 'haven'`;

describeOnEachEngine('a static edition', get => {
  let client: string;
  let parent: string;
  let directory: string;
  let api: TestApi;
  let first: Published;
  let scenario: string;
  let embed: string;
  let gone: string;

  beforeAll(async () => {
    const { database } = get();
    await loadSmallTown(database, WATER);
    api = openApi(database, { PUBLIC_URL: PROOF_ORIGIN });
    const { id, draftNumber } = await beginFinished(api);
    expect((await publish(api, id, draftNumber)).status).toBe(200);
    scenario = id;
    const document = EmbedDocument.parse({ show: 'figures', municipality: TOWN, area: 'centrum' });
    embed = (await addEmbed(database, document)).id;
    gone = (await addEmbed(database, { ...document, area: 'nergens' } as EmbedDocument)).id;
    await setTheme(database, {
      municipality: TOWN,
      tokens: { '--utrecht-link-color': '#123456' },
      fileName: 'a.css',
    });
    await setAllowedSites(database, TOWN, ['https://www.proefdam.nl']);
    client = await proofClient();
    parent = await newFolder();
    directory = join(parent, 'site');
    first = await publishTo(directory, { database, client });
  });
  afterAll(async () => {
    for (const folder of [client, parent]) if (folder) await rm(folder, { recursive: true, force: true });
  });

  const again = () => publishTo(directory, { database: get().database, client });
  const live = async (address: string) => {
    const response = await api.get(address);
    expect(response.status, address).toBe(200);
    return { bytes: Buffer.from(await response.arrayBuffer()), type: response.headers.get('Content-Type') };
  };

  test('holds what its manifest says, and nothing else', async () => {
    const { manifest } = first;
    expect(first).toMatchObject({ isNew: true, isLinked: true, leftOut: [] });
    expect(await readManifest(join(directory, 'current'))).toEqual(manifest);
    expect(await filesBelow(join(directory, 'editions/1'))).toEqual(
      [...manifest.files.map(({ path }) => path), 'manifest.json'].sort(),
    );
    for (const { path, bytes, sha256 } of manifest.files) {
      const content = await shownFile(directory, path);
      expect(content.byteLength, path).toBe(bytes);
      expect(createHash('sha256').update(content).digest('hex'), path).toBe(sha256);
    }
    expect(manifest.changed).toHaveLength(manifest.files.length);
    expect(manifest).toMatchObject({ edition: 1, before: null, origin: PROOF_ORIGIN, removed: [] });
    expect((await readdir(parent)).sort()).toEqual(['site']);
  });

  test.each([
    '/municipalities',
    `/areas?municipality=${TOWN}`,
    '/areas/centrum',
    '/areas/centrum/map.svg?language=en',
    `/series?municipality=${TOWN}`,
    `/datasets?municipality=${TOWN}`,
    `/street-sides?municipality=${TOWN}`,
    `/scenarios?municipality=${TOWN}`,
    `/vacancy?municipality=${TOWN}&series=${OPEN_SERIES}`,
    `/cells?municipality=${TOWN}&series=${OPEN_SERIES}&size=500`,
  ])('answers %s as the server does', async path => {
    const { bytes, type } = await live(`/api/v1${path}`);
    const file = editionAddress(`/api/v1${path}`);
    expect((await shownFile(directory, file)).equals(bytes)).toBe(true);
    expect(mediaType(file)).toBe(type);
  });

  test('answers everything that is made of a version as the server does', async () => {
    const version = `/api/v1/scenarios/${scenario}/versions/1`;
    const queries = ['difference', 'before', 'after'].map(
      reading => `map.svg?reading=${reading}&language=nl`,
    );
    const parts = [
      'settings',
      'export.csv',
      'export.json',
      'export.gpkg',
      'paper.pdf?language=en',
      ...queries,
    ];
    for (const address of [
      `/api/v1/scenarios/${scenario}`,
      version,
      ...parts.map(part => `${version}/${part}`),
    ]) {
      const { bytes } = await live(address);
      expect((await shownFile(directory, editionAddress(address))).equals(bytes), address).toBe(true);
    }
  });

  test('has nothing that visitors may not see', async () => {
    for (const path of await filesBelow(join(directory, 'editions/1'))) {
      const content = await shownFile(directory, path);
      const text = path.endsWith('.gz') ? gunzipSync(content) : content;
      // The draft was published under its own name; everything else that is called secret is.
      expect(String(text).replaceAll('secret draft', ''), path).not.toMatch(/secret|planner-list/);
    }
  });

  test('has pages that say where their tiles are, with a policy of their own', async () => {
    const tiles = first.manifest.files.find(({ path }) => path.startsWith('tiles/base-'))!.path;
    const page = String(await shownFile(directory, `scenarios/${scenario}/versions/1/index.html`));
    expect(page).toContain(`/${tiles}`);
    expect(page).toMatch(/<head>\s*<meta charset="utf-8" \/>\s*<meta http-equiv="Content-Security-Policy"/);
    expect(page).not.toContain('frame-ancestors');
    expect(page).toContain(editionAddress(`/api/v1/scenarios/${scenario}/versions/1/paper.pdf?language=nl`));
    const area = String(await shownFile(directory, 'areas/centrum/en/index.html'));
    expect(area).toContain(`/${tiles}`);
    expect(area).not.toMatch(/href="\/embed\?/);
    const framed = String(await shownFile(directory, `e/${embed}/index.html`));
    expect(framed).toContain('data-sites="https://www.proefdam.nl"');
    for (const path of ['e/centrum', 'e/centrum/en', `e/${scenario}/versions/1`, `e/${TOWN}`, 'en'])
      expect(String(await shownFile(directory, `${path}/index.html`))).toContain('Content-Security-Policy');
    const theme = /href="(\/themes\/[^"]+)"/.exec(framed)![1]!;
    expect(String(await shownFile(directory, theme))).toBe(String((await live(theme)).bytes));
    expect(String(await shownFile(directory, `e/${gone}/index.html`))).toContain(
      'Deze kaart is er niet meer',
    );
    const index = String(await shownFile(directory, 'index.html'));
    expect(index).not.toContain(gone);
    for (const href of ['/areas/centrum', `/scenarios/${scenario}`, `/e/${embed}`, `/e/${TOWN}`])
      expect(index).toContain(`href="${href}"`);
  });

  test('has the pages of the server, but for where tiles come from and what only a server has', async () => {
    const bare = (page: string) =>
      page
        .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
        .replace(/"tiles":\{[^}]*\}/, '"tiles":{}')
        .replace(/<link rel="alternate"[^>]*oembed[^>]*>/g, '')
        .replace(/<nav>[\s\S]*?<\/nav>/, '')
        .replace(/\s*\n\s*/g, '\n');
    const ids = [
      'centrum',
      'centrum/en',
      'haven',
      TOWN,
      `${TOWN}/en`,
      scenario,
      `${scenario}/versions/1/en`,
      embed,
    ];
    const addresses = ['/areas/centrum', '/areas/centrum/en', '/areas/oost', ...ids.map(id => `/e/${id}`)];
    for (const address of addresses) {
      const page = String(await shownFile(directory, `${address}/index.html`));
      expect(bare(page), address).toBe(bare(String((await live(address)).bytes)));
    }
  });

  test('lets the sites of the list show its embeds, and nobody anything else', async () => {
    const nginx = String(await shownFile(directory, 'kernkaart.nginx.conf'));
    const hosts = String(await shownFile(directory, '_headers'));
    expect(nginx).toMatch(/location \/e\/ \{[^}]*frame-ancestors 'self' https:\/\/www\.proefdam\.nl/);
    expect(nginx).toMatch(/location \/ \{[^}]*frame-ancestors 'none'/);
    expect(nginx).toMatch(/location \^~ \/tiles\/ \{[\s\S]*?immutable/);
    expect(hosts).toMatch(/^\/e\/\*\n(?: {2}.*\n)*? {2}Content-Security-Policy: .*proefdam/m);
  });

  test.each([...PUBLIC_LAYERS.keys()])('has every tile of %s and no other, byte for byte', async name => {
    const layer = PUBLIC_LAYERS.get(name)!;
    const path = first.manifest.files.find(file => file.path.startsWith(`tiles/${name}-`))!.path;
    expect(path).toMatch(new RegExp(`^tiles/${name}-${first.manifest.revision}-[0-9a-f]{8}\\.pmtiles$`));
    const archive = new PMTiles(archiveFile(join(directory, 'current', path)));
    const document = TileJson.parse(JSON.parse(String((await live(`/tiles/${name}.json`)).bytes)));
    const header = await archive.getHeader();
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual(document.bounds);
    const found = new Set<string>();
    const near = new Set(Array.from(tilesAround(document.bounds!, 4, layer.maxZoom), String));
    for (const [z, x, y] of tilesAround(document.bounds!, 6, layer.maxZoom)) {
      const tile = await archive.getZxy(z, x, y);
      // An edition ends five kilometres from the town, wherever its lake ends.
      if (!tile && !near.has(`${z},${x},${y}`)) continue;
      const response = await api.get(`/tiles/${name}/${first.manifest.revision}/${z}/${x}/${y}.mvt`);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(Buffer.from(tile?.data ?? new ArrayBuffer(0)).equals(bytes), `${z}/${x}/${y}`).toBe(true);
      if (tile) found.add(`${z},${x},${y}`);
    }
    expect(found.size).toBe(header.numAddressedTiles);
    expect(found.size).toBeGreaterThan(5);
    const orphans = [...found].filter(tile => {
      const [z, x, y] = tile.split(',').map(Number) as [number, number, number];
      return z > layer.minZoom && !found.has(`${z - 1},${x >> 1},${y >> 1}`);
    });
    // What is too small for a tile is in the tiles below it.
    if (name === 'base') expect(orphans.length).toBeGreaterThan(0);
  });

  test('published again without a change writes nothing', async () => {
    const before = await readlink(join(directory, 'current'));
    const second = await again();
    expect(second).toMatchObject({ isNew: false, written: { files: 0, bytes: 0 } });
    expect(second.manifest).toEqual(first.manifest);
    expect(await readlink(join(directory, 'current'))).toBe(before);
    expect(await readdir(join(directory, 'editions'))).toEqual(['1']);
  });

  test('published after an import writes what changed, and keeps what open pages still ask for', async () => {
    const revision = await importAgain(get().database, RENAMED);
    const { manifest, written } = await again();
    expect(manifest).toMatchObject({ edition: 2, before: 1, revision });
    const inode = async (edition: number, path: string) =>
      (await stat(join(directory, `editions/${edition}`, path))).ino;
    for (const path of [
      'assets/scenario-abc.js',
      `data/scenarios/${scenario}/versions/1/paper/language=nl.pdf`,
    ]) {
      expect(manifest.changed).not.toContain(path);
      expect(await inode(2, path)).toBe(await inode(1, path));
    }
    const area = 'areas/haven/index.html';
    expect(manifest.changed).toContain(area);
    expect(await inode(2, area)).not.toBe(await inode(1, area));
    expect(String(await shownFile(directory, area))).toContain('<h1>Haven</h1>');
    expect(String(await readFile(join(directory, 'editions/1', area)))).toContain('De Häven');
    const archives = manifest.files.filter(({ path }) => path.endsWith('.pmtiles'));
    expect(archives.filter(({ kept }) => kept)).toHaveLength(4);
    expect(written.files).toBe(
      manifest.files.filter(({ path, kept }) => !kept && manifest.changed.includes(path)).length,
    );
    // A page that was opened before the switch.
    for (const { path } of first.manifest.files.filter(({ path }) => /^(tiles|assets|places)\//.test(path)))
      expect((await stat(join(directory, 'current', path))).isFile()).toBe(true);
  });

  test('keeps two editions, and of the files before only those of the last', async () => {
    const before = await readManifest(join(directory, 'current'));
    await importAgain(get().database, sql`update area set name = 'Kade' where id = 'haven'`);
    const { manifest } = await again();
    expect(await readdir(join(directory, 'editions'))).toEqual(['2', '3']);
    const old = first.manifest.files.filter(({ path }) => path.startsWith('tiles/'));
    expect(old.map(({ path }) => path).every(path => manifest.removed.includes(path))).toBe(true);
    const kept = manifest.files.filter(file => file.kept).map(({ path }) => path);
    const own = before!.files.filter(file => !file.kept && /^(tiles|places)\//.test(file.path));
    expect(kept.sort()).toEqual(own.map(({ path }) => path).sort());
  });

  test('made anew throughout is the same to the byte', async () => {
    const { manifest } = await publishTo(join(parent, 'other'), {
      database: get().database,
      client,
      fresh: true,
    });
    const shown = await readManifest(join(directory, 'current'));
    const own = (files: typeof manifest.files) =>
      files.filter(({ kept }) => !kept).map(({ path, sha256 }) => `${path} ${sha256}`);
    expect(own(manifest.files)).toEqual(own(shown!.files));
  });
});

/** Tiles that touch a box or lie within so many kilometres of it. */
function* tilesAround(
  [west, south, east, north]: number[],
  kilometres: number,
  maxZoom: number,
): Generator<[z: number, x: number, y: number]> {
  const [wide, high] = [kilometres * 0.0149, kilometres * 0.009];
  const column = (longitude: number) => (longitude + 180) / 360;
  const row = (latitude: number) => {
    const radians = (latitude * Math.PI) / 180;
    return (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2;
  };
  for (let z = 0; z <= maxZoom; z += 1) {
    const at = (share: number) => Math.floor(share * 2 ** z);
    for (let x = at(column(west! - wide)); x <= at(column(east! + wide)); x += 1)
      for (let y = at(row(north! + high)); y <= at(row(south! - high)); y += 1) yield [z, x, y];
  }
}
