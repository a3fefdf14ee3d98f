import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../server/contract/dataset.ts';
import type { DataRevision } from '../../server/contract/import-job.ts';
import { SOURCES } from '../../server/imports/sources.ts';
import { smallTargets, violations } from './axe.ts';
import { launchBrowser, type Visit, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';
import { listOf, walkList } from './walk-list.ts';

/** Two towns on a real server, and a small list that asks everything that a file can leave open. */
let kernkaart: Kernkaart;
let browser: Browser;

beforeAll(async () => {
  kernkaart = await startKernkaart('small', [walkList, ...SOURCES]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await kernkaart?.close();
});

const PATH = '/data?municipality=GM9901';
const EXTRACT = fileURLToPath(new URL('../fixtures/osm/small-town.osm', import.meta.url));
const LIST = listOf('Marktstraat;1;2024;hoek', 'Marktstraat;3;;', 'Marktstraat;99;;', 'Steenweg;4;;');

async function signIn(page: Page): Promise<void> {
  await page.goto(await kernkaart.signInLink());
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.waitForURL(url => url.pathname === '/');
}

async function planner(path = PATH, options: BrowserContextOptions = {}): Promise<Visit> {
  const opened = await visit(browser, kernkaart.address + PATH, options);
  await signIn(opened.page);
  await opened.page.goto(kernkaart.address + path);
  await opened.page.getByRole('heading', { level: 2, name: 'Bestand laden' }).waitFor();
  return opened;
}

async function choose(page: Page, name: string, text = LIST): Promise<void> {
  const input = page.getByLabel('Kies een bestand');
  await input.focus();
  await input.setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
}
const goOn = (page: Page) => page.getByRole('button', { name: 'Verder' }).click();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

/** A list up to where it can be applied. */
async function answered(page: Page, name: string, date = '2026-03-01'): Promise<void> {
  await choose(page, name);
  await page.getByLabel('Peildatum: op welke dag was het zo?').fill(date);
  await goOn(page);
  await page.getByRole('button', { name: 'Toepassen' }).waitFor();
}

const revisions = (page: Page): Promise<DataRevision[]> =>
  page.evaluate(async () => {
    const response = await fetch('/api/v1/planner/revisions?municipality=GM9901');
    return (await response.json()).revisions;
  });

describe('a visitor', () => {
  it('sees what is loaded, whose it is and of which date, and asks nothing that is a planner’s', async () => {
    const { page, faults, requests } = await visit(browser, kernkaart.address + PATH);
    await page.getByRole('heading', { level: 1, name: 'Gegevens van Proefdam' }).waitFor();
    const row = page.getByRole('row', { name: /Nobody/ });
    await row.waitFor();
    const cells = await row.getByRole('cell').allInnerTexts();
    expect(cells.slice(3)).toEqual(['61', '58', '3']);
    expect(cells.slice(0, 2)).toEqual(['Nobody\nlicentie: CC0-1.0', '1 januari 2026']);
    expect(await page.getByRole('link', { name: /JSON-LD/ }).getAttribute('href')).toBe(
      '/api/v1/datasets.jsonld',
    );
    expect(await page.getByLabel('Kies een bestand').count()).toBe(0);
    expect(await page.getByRole('link', { name: /geweigerde regels/ }).count()).toBe(0);
    await page.getByLabel('Gemeente').selectOption({ label: 'Nieuwmarker' });
    await page.getByRole('heading', { level: 1, name: 'Gegevens van Nieuwmarker' }).waitFor();
    expect(requests.filter(path => path.includes('/planner'))).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a planner', () => {
  it('loads a list: sees what it is, answers, sees what changes, applies and undoes it', async () => {
    const { page, faults } = await planner();
    const [before] = await revisions(page);
    await choose(page, 'leegstand.csv');
    await page.getByRole('heading', { level: 2, name: 'Bestand: leegstand.csv' }).waitFor();
    await page.getByRole('heading', { level: 3, name: 'Dit staat niet in het bestand' }).waitFor();
    expect(await focused(page)).toBe('import');
    // What was asked stands in the address: a reload loses the page and not the import.
    await page.reload();
    await page.getByText('Onder de tabel staan twee opmerkingen').waitFor();
    expect(await page.locator('kk-import-recognised').innerText()).toMatch(/Gevonden\s+4 regels/);
    const refused = page.getByRole('row', { name: /Steenweg/ });
    expect(await refused.innerText()).toContain('wordt geweigerd');
    expect(await page.getByRole('row', { name: /hoek/ }).innerText()).toContain('geladen: zelfde adres');

    await goOn(page);
    await page.getByText('Dit moet worden ingevuld.').waitFor();
    expect(await focused(page)).toBe('question-referenceDate');
    await page.getByLabel('Peildatum: op welke dag was het zo?').fill('2026-03-01');
    expect(await page.getByLabel('Wat staat er in Straat?').inputValue()).toBe('street');
    await page.getByRole('radio', { name: 'Alleen deze gebieden' }).check();
    await goOn(page);
    await page.getByText('Kies minstens één gebied.').waitFor();
    await page.getByRole('checkbox', { name: 'Centrum Proefdam' }).check();
    await page.getByRole('radio', { name: 'Ja' }).check();
    await goOn(page);

    await page.getByRole('button', { name: 'Toepassen' }).waitFor();
    const change = page.getByRole('row', { name: /waarnemingen/ });
    expect(await change.getByRole('cell').allInnerTexts()).toEqual(['2', '1', '2', '4']);
    const sent = await page.evaluate(async () => {
      const id = new URLSearchParams(location.search).get('import');
      return (await (await fetch(`/api/v1/planner/imports/${id}`)).json()).options;
    });
    expect(sent).toEqual({
      referenceDate: '2026-03-01',
      series: 'own',
      columns: { 0: 'street', 1: 'number', 2: 'since', 3: 'remark' },
      coverage: { areas: ['centrum'], functions: ['retail'], leastFloorArea: 50 },
      announcedToo: true,
    });
    await page.getByText('Uw antwoorden').click();
    await page.getByLabel('Wat telt hier als leeg?').fill('Alles wat te huur staat');
    await page.getByText('U heeft een antwoord gewijzigd.').waitFor();
    expect(await page.getByRole('button', { name: 'Toepassen' }).count()).toBe(0);
    await goOn(page);
    await page.getByRole('button', { name: 'Toepassen' }).click();

    await page.getByText('Het staat nu op de kaart').waitFor();
    const counts = page.getByRole('row', { name: 'regels 4 2 2 0' });
    await counts.waitFor();
    const dataset = await page
      .getByRole('link', { name: 'Download de geweigerde regels (CSV)' })
      .getAttribute('href');
    expect(dataset).toMatch(/^\/api\/v1\/planner\/datasets\/walk-\d+\/rejected-rows\/file$/);
    await page.getByRole('row', { name: /Leegstand, 2026-03-01/ }).waitFor();
    expect(await page.getByRole('link', { name: 'Bekijk het op de kaart' }).getAttribute('href')).toBe(
      '/?municipality=GM9901',
    );
    expect((await revisions(page))[0]!.madeBy).toBe('Test Planner');

    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await page.getByText('De versie is teruggezet.').waitFor();
    await page.getByRole('row', { name: /Leegstand, 2026-03-01/ }).waitFor({ state: 'detached' });
    const [now] = await revisions(page);
    expect(now!.reason).toBe(`Revision ${before!.number} restored`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('sees how far it is, also after a reload, and calls it off', async () => {
    const { page, faults } = await planner();
    const before = await revisions(page);
    await answered(page, 'traag.csv');
    await page.getByRole('button', { name: 'Toepassen' }).click();
    await expect.poll(() => page.locator('progress').getAttribute('value')).toMatch(/^[2-4]\d$/);
    await page.reload();
    await page.locator('progress').waitFor();
    expect(await page.getByRole('status').first().innerText()).toBe('De gegevens worden geladen. Laden.');
    await page.getByRole('button', { name: 'Afbreken' }).click();
    await page.getByRole('button', { name: 'Ander bestand laden' }).waitFor();
    expect(await page.locator('kk-import-panel').innerText()).toContain('Het is niet gedaan.');
    expect(await focused(page)).toBe('import');
    expect(await revisions(page)).toEqual(before);
    await page.getByRole('button', { name: 'Ander bestand laden' }).click();
    await page.getByLabel('Kies een bestand').waitFor();
    expect(new URL(page.url()).searchParams.has('import')).toBe(false);
    await page.goBack();
    await page.getByRole('heading', { level: 2, name: 'Bestand: traag.csv' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is told why a file cannot be loaded, then and in the list', async () => {
    const { page, faults } = await planner();
    await choose(page, 'foto.jpg', 'not a list at all');
    await page.getByText('Dit bestand herkent Kernkaart niet.').first().waitFor();
    await page.getByRole('button', { name: 'Ander bestand laden' }).click();
    await answered(page, 'kapot.csv');
    await page.getByRole('button', { name: 'Toepassen' }).click();
    await page.locator('kk-import-panel').getByText('In dit bestand staat geen lijst.').waitFor();
    const list = page.locator('kk-import-list');
    await list.getByText('mislukt: In dit bestand staat geen lijst.').waitFor();
    await list.getByText('mislukt: Dit bestand herkent Kernkaart niet.').waitFor();
    await page.getByRole('button', { name: 'Ander bestand laden' }).click();
    await choose(page, 'leeg.csv', '');
    await page.getByText('leeg.csv is leeg. Kies een ander bestand.').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('drops a file on the page, one at a time', async () => {
    const { page, faults } = await planner();
    const drop = (...names: string[]) =>
      page.evaluate(
        ({ names, text }) => {
          const dataTransfer = new DataTransfer();
          for (const name of names) dataTransfer.items.add(new File([text], name));
          const init = { dataTransfer, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new DragEvent('dragover', init));
          document.body.dispatchEvent(new DragEvent('drop', init));
        },
        { names, text: LIST },
      );
    await drop('a.csv', 'b.csv');
    await page.getByText('Kies één bestand tegelijk.').waitFor();
    await drop('a.csv');
    await page.getByRole('heading', { level: 2, name: 'Bestand: a.csv' }).waitFor();
    await page.getByRole('button', { name: 'Niet doen' }).click();
    await page.getByText('Het is niet gedaan. Er is niets geladen.').last().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('loads an extract of the map, and is told that the same file again changes nothing', async () => {
    const { page, faults } = await planner();
    const extract = await readFile(EXTRACT, 'utf8');
    const load = async () => {
      await choose(page, 'small-town.osm', extract);
      expect(await page.getByLabel('Naam van de gemeente').inputValue()).toBe('Nieuwmarker');
      await goOn(page);
      await page.getByRole('button', { name: 'Toepassen' }).click();
    };
    await load();
    await page.getByText('Het staat nu op de kaart').waitFor({ timeout: 60_000 });
    await page.getByText('Het huisnummer is niet te lezen').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Gegevens van Nieuwmarker' }).waitFor();
    await page.getByRole('button', { name: 'Ander bestand laden' }).click();
    await load();
    await page.getByText('Dit bestand was al geladen. Er is niets veranderd.').waitFor();
    expect(await page.getByRole('button', { name: 'Ongedaan maken' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('puts a revision back, asked once', async () => {
    const { page, faults } = await planner();
    await answered(page, 'leegstand.csv', '2026-06-01');
    await page.getByRole('button', { name: 'Toepassen' }).click();
    await page.getByText('Het staat nu op de kaart').waitFor();
    const [made, older] = await revisions(page);
    await page.getByRole('button', { name: `Versie ${older!.number} terugzetten` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Annuleren' }).click();
    expect((await revisions(page))[0]!.number).toBe(made!.number);
    await page.getByRole('button', { name: `Versie ${older!.number} terugzetten` }).press('Enter');
    await dialog.getByRole('button', { name: 'Terugzetten' }).press('Enter');
    await page.getByText('De versie is teruggezet.').waitFor();
    expect(await focused(page)).toBe('import');
    await page.getByText(`Versie ${older!.number} teruggezet`).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('loses nothing when the session ends, and goes on when signed in again', async () => {
    const { page } = await planner();
    await choose(page, 'leegstand.csv');
    await page.getByLabel('Peildatum: op welke dag was het zo?').fill('2026-04-01');
    await page.getByLabel('Wat telt hier als leeg?').fill('Wat te huur staat');
    await page.context().clearCookies();
    await goOn(page);
    await page.getByText('Uw inlog is verlopen. Wat u invulde, staat er nog.').waitFor();
    expect(await page.getByLabel('Wat telt hier als leeg?').inputValue()).toBe('Wat te huur staat');
    await signIn(await page.context().newPage());
    await page.getByRole('button', { name: 'Ik ben weer ingelogd' }).click();
    await page.getByText('Uw inlog is verlopen.').waitFor({ state: 'detached' });
    await goOn(page);
    await page.getByRole('button', { name: 'Toepassen' }).waitFor();
    await page.getByRole('button', { name: 'Niet doen' }).click();
    await page.getByRole('button', { name: 'Ander bestand laden' }).waitFor();
    await page.context().close();
  });

  it('goes on by itself when the connection comes back', async () => {
    const { page } = await planner();
    await answered(page, 'traag.csv', '2026-05-01');
    await page.getByRole('button', { name: 'Toepassen' }).click();
    await page.locator('progress').waitFor();
    await page.context().setOffline(true);
    await page.getByText('Hoe ver het is, kon niet worden gevraagd.').waitFor();
    expect(await page.locator('progress').count()).toBe(1);
    await page.context().setOffline(false);
    await page.getByText('Hoe ver het is, kon niet worden gevraagd.').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Afbreken' }).click();
    await page.getByRole('button', { name: 'Ander bestand laden' }).waitFor();
    await page.context().close();
  });
});

describe('what there can be', () => {
  const DATASET: Dataset = {
    id: 'd0',
    municipality: 'GM9901',
    source: 'vacancy-list',
    title: 'Leegstand',
    owner: 'Gemeente Proefdam',
    licence: 'CC0-1.0',
    attribution: 'Proefdam',
    referenceDate: null,
    importedAt: '2026-03-01T09:00:00Z',
    revision: 1,
    read: 1204,
    loaded: 1100,
    rejected: 4,
  };

  it('shows twenty of a hundred datasets, and all of them when asked', async () => {
    const { page, faults } = await visit(browser, kernkaart.address);
    const many = Array.from({ length: 100 }, (_, index) => ({
      ...DATASET,
      id: `d${index}`,
      title: `Lijst ${index}`,
    }));
    await page.route('**/api/v1/datasets?*', route => route.fulfill({ json: { datasets: many } }));
    await page.goto(kernkaart.address + PATH);
    await page.getByRole('button', { name: 'Toon alle 100' }).waitFor();
    expect(await page.getByRole('row').count()).toBe(21);
    expect(await page.getByRole('row', { name: /Lijst 3 / }).innerText()).toContain(
      '100 hoort hier niet bij',
    );
    await page.getByRole('button', { name: 'Toon alle 100' }).click();
    await expect.poll(() => page.getByRole('row').count()).toBe(101);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says what would be here while there is nothing', async () => {
    const { page } = await planner();
    const none = { revision: 0, municipalities: [], preparing: null, reportAddress: null };
    await page.route('**/api/v1/municipalities', route => route.fulfill({ json: none }));
    await page.goto(`${kernkaart.address}/data`);
    await page.getByRole('heading', { level: 3, name: 'Er is nog niets geladen' }).waitFor();
    await page.getByText('Laad hierboven een bestand.').waitFor();
    await page.context().close();
  });

  it('offers to try again without a connection', async () => {
    const { page } = await visit(browser, kernkaart.address);
    await page.route('**/api/v1/datasets?*', route => route.abort());
    await page.goto(kernkaart.address + PATH);
    await page.getByText('De lijst van gegevens kon niet worden geladen.').waitFor();
    await page.unroute('**/api/v1/datasets?*');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.getByRole('row', { name: /Nobody/ }).waitFor();
    await page.context().close();
  });

  it('sends a large file with progress, and stops when asked', async () => {
    const { page } = await planner();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const slow = { offline: false, latency: 20, downloadThroughput: 1e6, uploadThroughput: 400_000 };
    await session.send('Network.emulateNetworkConditions', slow);
    await choose(page, 'groot.csv', LIST + '\n'.repeat(6_000_000));
    await expect.poll(() => page.locator('.data-progress .number').innerText()).toMatch(/van 6,0/);
    await page.getByRole('button', { name: 'Afbreken' }).click();
    await page.getByLabel('Kies een bestand').waitFor();
    expect(await focused(page)).toBe('load');
    await page.context().close();
  });
});

describe('the page', () => {
  it.each([
    [360, 'light', 'nl'],
    [820, 'dark', 'nl'],
    [1440, 'light', 'en'],
    [1440, 'dark', 'nl'],
  ] as const)('holds at %i pixels, %s, %s', async (width, theme, language) => {
    const options = { viewport: { width, height: 900 }, bypassCSP: true };
    const { page, faults } = await planner(PATH, options);
    await choose(page, 'leegstand.csv');
    await page.getByRole('heading', { level: 3, name: 'Dit staat niet in het bestand' }).waitFor();
    const id = new URL(page.url()).searchParams.get('import');
    const check = async () => {
      expect(await violations(page)).toEqual([]);
      expect(await smallTargets(page, 'main')).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    };
    const view = `&theme=${theme}&language=${language}`;
    await page.goto(`${kernkaart.address}${PATH}&import=${id}${view}`);
    await page.locator('kk-import-questions form').waitFor();
    await page.locator('kk-import-coverage input[type=radio]').nth(1).check();
    await page.locator('kk-import-coverage input[type=checkbox]').first().waitFor();
    await check();
    await page.locator('input[type=date]').fill('2026-03-01');
    await page.locator('kk-import-coverage input[type=radio]').nth(0).check();
    await page.locator('kk-import-questions form button').click();
    await page.locator('kk-import-panel .button.primary').click();
    await page.locator('kk-import-outcome').waitFor();
    await page.locator('.data-list .button').first().waitFor();
    await check();
    await page.locator('kk-revision-restore button').first().click();
    await page.locator('dialog[open]').waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
