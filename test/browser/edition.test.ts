import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../geodata/demo/load.ts';
import { loadWorkedScenarios } from '../../server/demo/load-worked-scenarios.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { openTestDatabase } from '../support/database.ts';
import { newFolder, publishTo } from '../support/proof-edition.ts';
import { type StaticHost, serveStatic } from '../support/static-host.ts';
import { smallTargets, violations } from './axe.ts';
import { launchBrowser, visit } from './browser.ts';

const CLIENT = fileURLToPath(new URL('../../dist/client', import.meta.url));

/** Markerwaard as files behind the plainest web server there is; database and server are gone. */
let folder: string;
let host: StaticHost;
let browser: Browser;
let scenario: string;
let area: string;

beforeAll(async () => {
  if (!existsSync(join(CLIENT, 'scenario.html'))) throw new Error('The client is not built: npm run build');
  folder = await newFolder();
  const opened = await openTestDatabase();
  const { database } = opened;
  const context = { database, madeBy: 'test', software: 'test', publish: publishFigures, progress: () => {} };
  await loadDemo(context);
  await loadWorkedScenarios(database);
  const { manifest } = await publishTo(folder, { database, client: CLIENT });
  await opened.close();
  const idOf = (pattern: RegExp) =>
    manifest.files.map(({ path }) => pattern.exec(path)?.[1]).find(id => id !== undefined)!;
  scenario = idOf(/^scenarios\/([^/]+)\/versions\/1\/index\.html$/);
  area = idOf(/^areas\/([^/]+)\/index\.html$/);
  host = await serveStatic(join(folder, 'current'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await host?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Asked for and answered as parts of the archives, and nothing that only a server has. */
function expectFilesOnly(): void {
  const asked = host.asked.splice(0);
  expect(asked.filter(({ status }) => status >= 400)).toEqual([]);
  expect(asked.filter(({ path }) => /^\/(api|oembed|embed$|tiles\/(?!.*\.pmtiles))/.test(path))).toEqual([]);
  const tiles = asked.filter(({ path }) => path.startsWith('/tiles/'));
  expect(tiles.every(({ status, range }) => status === 206 && range !== undefined)).toBe(true);
}

describe('a scenario', () => {
  it('is read with its moving map, from files only', async () => {
    const { page, faults } = await visit(browser, `${host.address}/scenarios/${scenario}?language=nl`);
    await page.locator('kk-scenario-map-panel').scrollIntoViewIfNeeded();
    await page.locator('.scenario-map-box[data-map="ready"]').waitFor();
    await expect
      .poll(() => host.asked.filter(({ path }) => path.includes('/buildings-')).length)
      .toBeGreaterThan(1);
    await expect
      .poll(() => host.asked.filter(({ path }) => path.includes('/base-')).length)
      .toBeGreaterThan(1);
    await page.getByRole('radio', { name: 'Nu en voorstel' }).check({ force: true });
    await page.locator('kk-scenario-swipe-handle').waitFor();
    expect(faults).toEqual([]);
    expectFilesOnly();
    await page.context().close();
  });

  it('has its assumptions, its comparison, its paper and its files', async () => {
    const { page, faults } = await visit(
      browser,
      `${host.address}/scenarios/${scenario}/versions/1?language=nl`,
    );
    const turning = page.getByRole('button', { name: 'Aannames openen' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    if ((await turning.count()) > 0) {
      await turning.click();
      await page.locator('kk-scenario-open input[type=radio]').first().waitFor();
    }
    await page.locator('kk-scenario-compare button').first().click();
    await page.locator('kk-scenario-compare input[type=checkbox]').first().check({ force: true });
    await page.locator('kk-scenario-compare table').waitFor();
    const files = await page
      .locator('.downloads a')
      .evaluateAll(links =>
        links.map(link => [(link as HTMLAnchorElement).href, link.getAttribute('download')]),
      );
    expect(files.map(([, name]) => name?.split('.').at(-1))).toEqual(['pdf', 'csv', 'json', 'gpkg']);
    for (const [address] of files) {
      const file = await fetch(address!);
      expect(file.status).toBe(200);
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(500);
    }
    expect(faults).toEqual([]);
    expectFilesOnly();
    await page.context().close();
  });

  it('is a reader’s page also for who is a planner elsewhere on this address', async () => {
    const { page, faults } = await visit(browser, `${host.address}/scenarios?language=nl`);
    await page.context().addCookies([{ name: 'kernkaart_role', value: 'planner', url: host.address }]);
    await page.reload();
    await page.locator('.scenario-list a').first().waitFor();
    expect(await page.getByRole('button', { name: 'Nieuw scenario' }).count()).toBe(0);
    await page.locator('.scenario-list a').first().click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'Bewerken' }).count()).toBe(0);
    expect(await page.locator('a[href^="/embed"]').count()).toBe(0);
    expect(faults).toEqual([]);
    expectFilesOnly();
    await page.context().close();
  });

  it('has pictures where no map can be drawn, and words where there is no script', async () => {
    const plain = await launchBrowser({ webgl: false });
    const { page, faults } = await visit(plain, `${host.address}/scenarios/${scenario}?language=nl`);
    await page.locator('kk-scenario-map-panel').scrollIntoViewIfNeeded();
    const pictures = page.locator('.stills img');
    await pictures.first().waitFor();
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth))
        .toBeGreaterThan(0);
    }
    expect(faults.filter(fault => !/WebGL/i.test(fault))).toEqual([]);
    await plain.close();
    const without = await visit(browser, `${host.address}/scenarios/${scenario}`, {
      javaScriptEnabled: false,
    });
    await without.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await without.page.getByRole('link', { name: /PDF/ }).count()).toBe(2);
    await without.page.context().close();
    expectFilesOnly();
  });
});

describe('places', () => {
  it('have a page with a map that moves when the reader comes to it', async () => {
    const { page, faults } = await visit(browser, `${host.address}/areas/${area}`);
    expect(await page.locator('.summary').innerText()).toMatch(/waargenomen|afgeschermd|gekeken/);
    await page.locator('#map').scrollIntoViewIfNeeded();
    await page.locator('#map canvas').waitFor();
    await expect
      .poll(() => host.asked.filter(({ path }) => path.includes('/base-')).length)
      .toBeGreaterThan(1);
    expect(faults).toEqual([]);
    expectFilesOnly();
    await page.context().close();
  });

  it('can be embedded, with a map that moves when it is pressed', async () => {
    const { page, faults } = await visit(browser, `${host.address}/e/${area}`);
    expect(await page.locator('.still svg').count()).toBe(1);
    await page.locator('.map-actions button').first().click();
    await page.locator('#map canvas').waitFor();
    await expect
      .poll(() => host.asked.filter(({ path }) => path.includes('/base-')).length)
      .toBeGreaterThan(1);
    expect(faults).toEqual([]);
    expectFilesOnly();
    await page.context().close();
  });

  it('stand in a plain list, which leads to every page', async () => {
    const { page, faults } = await visit(browser, `${host.address}/`, { bypassCSP: true });
    expect(await violations(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    const addresses = await page
      .locator('main a')
      .evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href));
    expect(addresses.length).toBeGreaterThan((await readdir(join(folder, 'current/areas'))).length);
    for (const address of addresses) expect((await fetch(address)).status, address).toBe(200);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.getByRole('link', { name: 'In English' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vacancy by area' }).waitFor();
    expect(faults).toEqual([]);
    expectFilesOnly();
    await page.context().close();
  });
});
