import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Areas } from '../../server/contract/area.ts';
import type { Scenarios } from '../../server/contract/scenario-version.ts';
import { launchBrowser, type Visit, visit } from './browser.ts';
import { type HostPage, startHostPage } from './host-page.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

/** Markerwaard on a real server, and a website of somebody else on another port. */
let kernkaart: Kernkaart;
let browser: Browser;
let website: HostPage;
let centre: string;
let scenario: string;

beforeAll(async () => {
  kernkaart = await startKernkaart('demo');
  browser = await launchBrowser();
  website = await startHostPage();
  const ask = async (path: string) => (await fetch(`${kernkaart.address}/api/v1${path}`)).json();
  const { areas } = (await ask('/areas?municipality=GM9999')) as Areas;
  centre = areas.find(({ name }) => name === 'Centrum Markerhaven')!.id;
  scenario = ((await ask('/scenarios?municipality=GM9999')) as Scenarios).scenarios[0]!.id;
});
afterAll(async () => {
  await browser?.close();
  await website?.close();
  await kernkaart?.close();
});

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

const open = (path: string, options: BrowserContextOptions = {}) =>
  visit(browser, kernkaart.address + path, { ...CLIPBOARD, ...options });

/** A planner in the builder. */
async function planner(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const opened = await visit(browser, await kernkaart.signInLink(), { ...CLIPBOARD, ...options });
  const { page } = opened;
  await Promise.all([
    page.waitForURL(url => url.pathname === '/'),
    page.getByRole('button', { name: 'Inloggen' }).click(),
  ]);
  await page.goto(kernkaart.address + path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

const previewed = (page: Page) => page.getByText('Het voorbeeld is bijgewerkt.').waitFor();
const frame = (page: Page, width: number) =>
  page.frameLocator(`iframe[title="Voorbeeld, ${width} pixels breed"]`);
const heading = (page: Page, width = 360) => frame(page, width).getByRole('heading', { level: 1 });
const code = (page: Page) => page.locator('.of-code kk-embed-copy textarea').first();

async function copied(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Code kopiëren' }).click();
  await page.getByText('Gekopieerd. Plak het nu op uw pagina.').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What the website of somebody else shows of what was pasted. */
async function pasted(page: Page, html: string) {
  website.pasted = html;
  await page.goto(website.address);
  return page.frameLocator('iframe').getByRole('heading', { level: 1 });
}

/** Whether somebody who opens the website for the first time sees the map. The server may take a second to hear of it. */
async function readByAnother(): Promise<boolean> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(website.address);
  const map = page.frameLocator('iframe').getByRole('heading', { level: 1 });
  const seen = await map.waitFor({ timeout: 3000 }).then(
    () => true,
    () => false,
  );
  await context.close();
  return seen;
}

/** Stores what is chosen. @returns the id of the embed */
async function stored(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Bewaren en code maken' }).click();
  await page.getByText('Bewaard. Kopieer nu de code.').waitFor();
  return new URL(page.url()).searchParams.get('embed')!;
}

describe('a visitor', () => {
  it('goes from the page of an area to code, without signing in', async () => {
    const { page, faults, requests } = await open(`/areas/${centre}`);
    await page.getByRole('link', { name: 'Zet dit op uw website' }).click();
    await previewed(page);
    for (const width of [280, 360, 800])
      expect(await heading(page, width).innerText()).toBe('Leegstand in Centrum Markerhaven');
    expect(await page.locator('main').innerText()).toContain(
      'Deze code toont de kaart zoals in het voorbeeld',
    );
    const text = await copied(page);
    expect(text).toBe(await code(page).inputValue());
    expect(text).toContain(`src="${kernkaart.address}/e/${centre}" title="Leegstand in Centrum Markerhaven"`);
    await page.getByRole('radio', { name: 'Alleen het adres' }).check();
    expect(await code(page).inputValue()).toBe(`${kernkaart.address}/areas/${centre}`);
    expect(requests.some(path => path.startsWith('/api/v1/planner'))).toBe(false);
    await page.goto(`${kernkaart.address}/e/${centre}`);
    await page.getByRole('heading', { level: 1, name: 'Leegstand in Centrum Markerhaven' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is told that settings of their own are not in the code, and can go back to what is', async () => {
    const { page, faults } = await open(`/embed?area=${centre}&show=trend`);
    await expect
      .poll(() => heading(page).innerText())
      .toBe('Verloop van de leegstand in Centrum Markerhaven');
    const warning = page.getByText('U koos eigen instellingen, maar u bent niet ingelogd.');
    await warning.waitFor();
    expect(await code(page).inputValue()).toContain(`/e/${centre}" title="Leegstand in Centrum Markerhaven"`);
    await page.getByRole('button', { name: 'Laat de gewone instellingen zien' }).click();
    await warning.waitFor({ state: 'detached' });
    await expect.poll(() => heading(page).innerText()).toBe('Leegstand in Centrum Markerhaven');
    expect(new URL(page.url()).searchParams.has('show')).toBe(false);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('finds every choice back in the address', async () => {
    const { page, faults } = await open('/embed?municipality=GM9999');
    await page.getByLabel('Welk gebied?').selectOption({ label: 'Lutjewaard' });
    await page.getByRole('radio', { name: 'Concentratie' }).check();
    await page.getByLabel('Legenda').uncheck();
    await page.getByText('Titel, taal en kleuren').click();
    await page.getByLabel('Eigen titel').fill('Leeg in het dorp');
    await page.getByLabel('Taal van de kaart').selectOption('en');
    await expect.poll(() => heading(page).innerText()).toBe('Leeg in het dorp');
    await page.reload();
    await expect.poll(() => heading(page).innerText()).toBe('Leeg in het dorp');
    expect(await page.getByRole('radio', { name: 'Concentratie' }).isChecked()).toBe(true);
    expect(await page.getByLabel('Legenda').isChecked()).toBe(false);
    await page.getByRole('radio', { name: 'Cijfers' }).check();
    await page.goBack();
    expect(await page.getByRole('radio', { name: 'Kaart van leegstand' }).isChecked()).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('embeds a scenario, in the version that was read', async () => {
    const { page, faults } = await open(`/scenarios/${scenario}/versions/1`);
    await page.getByRole('button', { name: 'Delen' }).click();
    await page.getByRole('link', { name: 'Op uw website zetten' }).click();
    await previewed(page);
    expect(await page.getByLabel('Welke versie?').inputValue()).toBe('1');
    expect(await code(page).inputValue()).toContain(`/e/${scenario}/versions/1"`);
    await page.getByLabel('Welke versie?').selectOption('');
    await expect.poll(() => code(page).inputValue()).toContain(`/e/${scenario}"`);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a planner', () => {
  it('stores a map, allows the website, and it is there; changes it, and withdraws it', async () => {
    const { page, faults } = await planner(`/embed?area=${centre}`);
    await page.getByText('Nog geen enkele website mag een kaart tonen.').waitFor();
    await page.getByText('Titel, taal en kleuren').click();
    await page.getByLabel('Eigen titel').fill('Leeg in de stad');
    const id = await stored(page);
    await page.getByText('Let op: nog geen enkele website mag de kaart tonen.').waitFor();
    await page.getByLabel('Adres van de pagina waar de kaart komt').fill('onze site');
    await page.getByRole('button', { name: 'Website toestaan' }).click();
    await page.getByText('Dit is geen adres van een webpagina.').waitFor();
    await page
      .getByLabel('Adres van de pagina waar de kaart komt')
      .fill(`${website.address}/wonen/leegstand?x=1`);
    await page.keyboard.press('Enter');
    await page.getByText(`${website.address} is toegevoegd.`).waitFor();
    await page.getByText(`Werkt op: ${website.address}.`).waitFor();
    const html = await copied(page);
    expect(html).toContain(`${kernkaart.address}/e/${id}`);
    await (await pasted(await page.context().newPage(), html)).getByText('Leeg in de stad').waitFor();

    await page.getByLabel('Eigen titel').fill('Leegstand, nieuw');
    await page.getByText('Er zijn wijzigingen die nog niet op uw website staan.').waitFor();
    await page.getByRole('button', { name: 'Wijzigingen bewaren' }).click();
    await page.getByText('Bewaard. Binnen een minuut is de kaart overal veranderd.').waitFor();
    expect(await copied(page)).toBe(html.replaceAll('Leeg in de stad', 'Leegstand, nieuw'));
    await page.getByRole('button', { name: 'Intrekken: Leegstand, nieuw' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Intrekken' }).click();
    await dialog.getByText('Schrijf eerst waarom').waitFor();
    await dialog.getByLabel('Reden').fill('De cijfers kloppen niet.');
    await dialog.getByRole('button', { name: 'Intrekken' }).click();
    await page.getByText('Leegstand, nieuw is ingetrokken.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('list');
    expect(await page.locator('kk-embed-copy').count()).toBe(0);
    await page.getByRole('button', { name: 'Maak hier een nieuwe kaart van' }).click();
    expect(new URL(page.url()).searchParams.has('embed')).toBe(false);
    expect(await stored(page)).not.toBe(id);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('sees what somebody else made of it, and chooses', async () => {
    const { page, faults } = await planner(`/embed?area=${centre}&title=Eerst`);
    const id = await stored(page);
    const other = await page.context().newPage();
    const change = async (of: Page, title: string) => {
      await of.getByText('Titel, taal en kleuren').click();
      await of.getByLabel('Eigen titel').fill(title);
      await of.getByRole('button', { name: 'Wijzigingen bewaren' }).click();
    };
    await other.goto(`${kernkaart.address}/embed?embed=${id}`);
    await change(other, 'Van de ander');
    await other.getByText('Bewaard. Binnen een minuut is de kaart overal veranderd.').waitFor();
    await change(page, 'Van mij');
    await page.getByText('Iemand anders heeft deze kaart intussen gewijzigd').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('embed-conflict');
    await page.getByRole('button', { name: 'Bewaar mijn versie' }).click();
    await page.getByText('Bewaard. Binnen een minuut is de kaart overal veranderd.').waitFor();
    await other.getByLabel('Eigen titel').fill('Nog eens');
    await other.getByRole('button', { name: 'Wijzigingen bewaren' }).click();
    await other.getByRole('button', { name: 'Neem die wijzigingen over' }).click();
    expect(await other.getByLabel('Eigen titel').inputValue()).toBe('Van mij');
    await other.getByText('Alle wijzigingen zijn bewaard.').waitFor();
    // The browser writes a 409 in its console itself.
    expect(faults.filter(fault => !fault.includes('409'))).toEqual([]);
    await page.context().close();
  });

  it('loses nothing when the session ends', async () => {
    const { page } = await planner(`/embed?area=${centre}&reading=concentration`);
    await page.getByRole('button', { name: 'Bewaren en code maken' }).waitFor();
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Bewaren en code maken' }).click();
    await page.getByText('Uw inlog is verlopen.').waitFor();
    expect(await page.getByRole('radio', { name: 'Concentratie' }).isChecked()).toBe(true);
    expect(new URL(page.url()).searchParams.get('reading')).toBe('concentration');
    await page.getByText('U koos eigen instellingen, maar u bent niet ingelogd.').waitFor();
    await page.context().close();
  });

  it('sees where maps stand, and allows a website on the spot', async () => {
    const { page, faults } = await planner('/embed');
    const list = `${kernkaart.address}/api/v1/planner/allowed-sites?municipality=GM9999`;
    await page.evaluate(async address => {
      const headers = { 'content-type': 'application/json' };
      await fetch(address, { method: 'PUT', headers, body: '{"sites":[]}' });
    }, list);
    website.pasted = `<iframe src="${kernkaart.address}/e/${centre}" title="kaart"></iframe>`;
    await (await page.context().newPage()).goto(website.address);
    await page.goto(`${kernkaart.address}/embed/uses?municipality=GM9999`);
    await page.getByRole('heading', { level: 1, name: /waarschuwing/ }).waitFor();
    const row = page.getByRole('row', { name: new RegExp(website.address) }).filter({
      hasText: 'Leegstand in Centrum Markerhaven',
    });
    await row.getByText('Leeg: deze website is niet toegestaan').waitFor();
    await row.getByRole('button', { name: `Deze site toestaan: ${website.address}` }).click();
    await page.getByText(`${website.address} is toegestaan.`).waitFor();
    await row.getByRole('cell', { name: 'goed', exact: true }).waitFor();
    await expect.poll(readByAnother, { timeout: 20_000 }).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
