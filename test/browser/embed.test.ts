import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallTargets, violations } from './axe.ts';
import { launchBrowser, type Visit, visit } from './browser.ts';
import { type Editor, openEditor, shiftOf, watchShift } from './embed-host.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

let kernkaart: Kernkaart;
let browser: Browser;
let editor: Editor;
let centre: string;
let swipe: string;

const TOWN = '/e/GM9999';
const START = 'Bewegende kaart openen';

beforeAll(async () => {
  kernkaart = await startKernkaart('demo');
  browser = await launchBrowser();
  editor = await openEditor(browser, kernkaart);
  const known = async <T>(path: string) => (await fetch(`${kernkaart.address}/api/v1${path}`)).json() as T;
  const { areas } = await known<{ areas: { id: string; name: string }[] }>('/areas?municipality=GM9999');
  centre = areas.find(({ name }) => name === 'Centrum Markerhaven')!.id;
  const { scenarios } = await known<{ scenarios: { id: string }[] }>('/scenarios?municipality=GM9999');
  swipe = await editor.store({ show: 'scenario', scenario: scenarios[0]!.id, view: 'swipe' });
});
afterAll(async () => {
  await editor?.close();
  await browser?.close();
  await kernkaart?.close();
});

const open = (path: string, options: BrowserContextOptions = {}, from = browser): Promise<Visit> =>
  visit(from, kernkaart.address + path, { viewport: { width: 800, height: 900 }, ...options });

/** Opens a page that something is arranged for first. */
async function arrange(
  path: string,
  before: (page: Page) => Promise<unknown>,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const opened = await open('/sign-in', options);
  await before(opened.page);
  await opened.page.goto(kernkaart.address + path);
  return opened;
}

const drawn = (page: Page) => page.locator('.map-frame.moving').waitFor({ timeout: 60_000 });
const status = (page: Page) => page.locator('.map-status').textContent();

async function start(page: Page): Promise<void> {
  await page.locator('.map-frame').scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: START }).click();
  await drawn(page);
}

describe('an embed', () => {
  it('is text, figures and a still map; nothing of a moving one comes before somebody asks', async () => {
    const { page, faults, requests } = await open(TOWN);
    await page.getByRole('button', { name: START }).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Leegstand in Markerwaard');
    expect(await page.locator('.still svg').isVisible()).toBe(true);
    await page.waitForLoadState('networkidle');
    expect(requests.filter(address => /maplibre|embed-map|\/tiles\/|\/places\//.test(address))).toEqual([]);
    expect(requests.filter(address => address.includes('woff'))).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('keeps the still map until the moving one has drawn, and gives it back', async () => {
    const { page, faults } = await arrange(TOWN, page =>
      page.route('**/tiles/base/**', async route => {
        await new Promise(resolve => setTimeout(resolve, 500));
        await route.continue();
      }),
    );
    await page.getByRole('button', { name: START }).click();
    await page.locator('.live canvas').waitFor({ state: 'attached' });
    expect(await page.locator('.still').isVisible()).toBe(true);
    expect(await page.locator('.live').isVisible()).toBe(false);
    await drawn(page);
    expect(await page.locator('.still').isVisible()).toBe(false);
    expect(await page.locator('canvas').getAttribute('aria-label')).toBe('Bewegende kaart');
    expect(await page.locator('.attribution').textContent()).toContain('Markerwaard');
    await page.getByRole('button', { name: 'Terug naar de stilstaande kaart' }).click();
    expect(await page.locator('.live').count()).toBe(0);
    expect(await page.locator('.still').isVisible()).toBe(true);
    await start(page);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says what is pressed on the map, and marks it in the table', async () => {
    const { page, faults } = await open(`/e/${centre}`);
    await start(page);
    // Enter chooses what lies in the middle.
    await page.locator('canvas').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => status(page)).not.toContain('U kunt de kaart bewegen');
    const inTheMiddle = await status(page);
    expect(inTheMiddle).toMatch(/: (\d+ van \d+ leeg|.*waargenomen|.*geheim|minder dan 5)/);
    await page.locator('.table > summary').click();
    const row = page.locator('tr[data-id]', { hasText: 'Oosterstraat' }).first();
    await row.getByRole('button').press('Enter');
    await expect.poll(() => status(page)).toContain('Oosterstraat');
    expect(await row.getAttribute('aria-current')).toBe('true');
    await page.locator('canvas').press('Escape');
    await expect.poll(() => row.getAttribute('aria-current')).toBe(null);
    await page.getByRole('button', { name: 'Toon het geheel' }).click();
    await page.locator('canvas').click();
    await expect.poll(() => status(page)).toBe(inTheMiddle);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('finds a street by keyboard, and brings the map there', async () => {
    const { page, faults, requests } = await open(`/e/${centre}`);
    const field = page.getByRole('combobox', { name: 'Zoek uw straat of gebied' });
    expect(requests.some(address => address.startsWith('/places/'))).toBe(false);
    await field.focus();
    await page.keyboard.type('oosterstr');
    await page.getByRole('option').first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const aimed = await field.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${aimed}`).textContent()).toBe('Oosterstraat straat');
    await page.keyboard.press('Enter');
    await drawn(page);
    expect(await field.inputValue()).toBe('Oosterstraat');
    expect(await page.locator('tr.chosen').count()).toBe(1);
    await expect.poll(() => status(page)).toContain('Oosterstraat');
    // Close enough to read its name.
    await expect.poll(() => page.locator('.maplibregl-ctrl-scale').textContent()).toMatch(/^(20|30|50)\s?m$/);
    await field.fill('xyzzy');
    await page.getByText('Niets gevonden in deze gemeente.').waitFor();
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('zooms by buttons, shows everything again and fills the screen', async () => {
    const { page, faults } = await open(`/e/${centre}`);
    await start(page);
    const scale = () => page.locator('.maplibregl-ctrl-scale').textContent();
    const whole = await scale();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(scale).not.toBe(whole);
    await page.getByRole('button', { name: 'Toon het geheel' }).click();
    await expect.poll(scale).toBe(whole);
    await page.getByRole('button', { name: 'Schermvullend' }).click();
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.id)).toBe('map');
    await expect.poll(() => page.locator('.maplibregl-cooperative-gestures').count()).toBe(0);
    await page.getByRole('button', { name: 'Schermvullend sluiten' }).click();
    await expect.poll(() => page.locator('.maplibregl-cooperative-gestures').count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.each([280, 800])('moves nothing that the reader did not move, at %i px', async width => {
    const path = await editor.store({ show: 'vacancy-map', area: centre, interaction: 'visible' });
    const { page, faults } = await arrange(path, watchShift, { viewport: { width, height: 900 } });
    await page.locator('.map-frame').scrollIntoViewIfNeeded();
    await drawn(page);
    await page.waitForTimeout(500);
    expect(await shiftOf(page)).toBe(0);
    await page.goto(kernkaart.address + swipe);
    await page.getByRole('slider').waitFor();
    await page.waitForTimeout(300);
    expect(await shiftOf(page)).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('comes by itself when in view, but not where data are to be saved', async () => {
    const path = await editor.store({ show: 'vacancy-map', interaction: 'visible' });
    const saving = await arrange(path, page =>
      page.addInitScript(() => {
        Object.defineProperty(Navigator.prototype, 'connection', { get: () => ({ saveData: true }) });
      }),
    );
    await saving.page.locator('.map-frame').scrollIntoViewIfNeeded();
    await saving.page.waitForTimeout(1500);
    expect(saving.requests.filter(address => address.startsWith('/tiles/'))).toEqual([]);
    await start(saving.page);
    expect(saving.faults).toEqual([]);
    await saving.page.context().close();

    const below = await open(path, { viewport: { width: 800, height: 200 } });
    await below.page.waitForTimeout(1000);
    expect(below.requests.filter(address => address.startsWith('/tiles/'))).toEqual([]);
    await below.page.locator('.map-frame').scrollIntoViewIfNeeded();
    await drawn(below.page);
    await below.page.context().close();
  });

  it.each([280, 360, 800, 1440])('is accessible and fits, at %i px', async width => {
    const { page } = await open(TOWN, { viewport: { width, height: 900 }, bypassCSP: true });
    if (width === 280) await start(page);
    for (const path of [TOWN, `/e/${centre}`, swipe, `/areas/${centre}`]) {
      if (path !== TOWN) await page.goto(kernkaart.address + path);
      const tables = page.locator('details.table');
      if ((await tables.count()) > 0) await tables.evaluate(table => table.setAttribute('open', ''));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await smallTargets(page)).toEqual([]);
      if (path === TOWN || width === 360) expect(await violations(page)).toEqual([]);
    }
    await page.context().close();
  });
});

describe('where the moving map does not come', () => {
  it('without WebGL a sentence says so, and the finder goes to the table', async () => {
    const without = await launchBrowser({ webgl: false });
    const { page, faults, requests } = await open(TOWN, {}, without);
    await expect.poll(() => status(page)).toContain('Deze browser kan de bewegende kaart niet tekenen');
    expect(await page.getByRole('button', { name: START }).count()).toBe(0);
    await page.getByRole('combobox').fill('gouw');
    await page.getByRole('option', { name: 'Gouwdijk gebied' }).click();
    expect(await page.locator(':focus').textContent()).toBe('Gouwdijk');
    expect(await page.locator('details.table').getAttribute('open')).toBe('');
    expect(requests.filter(address => /maplibre|\/tiles\//.test(address))).toEqual([]);
    expect(faults).toEqual([]);
    await without.close();
  });

  it('without script everything can be read', async () => {
    const { page, faults } = await open(TOWN, { javaScriptEnabled: false });
    expect(await page.locator('.still svg').isVisible()).toBe(true);
    expect(await page.locator('.summary').textContent()).toContain('panden leeg');
    for (const part of ['.finder', '.map-actions']) expect(await page.locator(part).isVisible()).toBe(false);
    await page.locator('.table > summary').click();
    expect(await page.locator('tr[data-id]', { hasText: 'Gouwdijk' }).isVisible()).toBe(true);
    await page.goto(kernkaart.address + swipe);
    const [before, after] = await Promise.all(
      ['.before', '.after'].map(part => page.locator(part).boundingBox()),
    );
    expect(after!.y).toBeGreaterThanOrEqual(before!.y + before!.height);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('what fails leaves the still map, and can be tried again', async () => {
    const { page } = await arrange(TOWN, page =>
      page.route('**/tiles/base/**', route => route.fulfill({ status: 500, body: '' })),
    );
    await page.getByRole('button', { name: START }).click();
    await page.getByRole('button', { name: 'Probeer opnieuw' }).waitFor();
    expect(await status(page)).toContain('kon niet worden geladen');
    expect(await page.locator('.still').isVisible()).toBe(true);
    expect(await page.locator('.live').count()).toBe(0);
    await page.unroute('**/tiles/base/**');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await drawn(page);
    await page.context().close();
  });

  it('scripts that are gone are fetched with the page anew', async () => {
    const { page } = await arrange(TOWN, page => page.route('**/assets/embed-map-*', route => route.abort()));
    await page.getByRole('button', { name: START }).click();
    await page.getByRole('button', { name: 'Probeer opnieuw' }).waitFor();
    await page.unroute('**/assets/embed-map-*');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await start(page);
    await page.context().close();
  });

  it('data that are gone are not mixed with newer ones: the page is renewed, once', async () => {
    const { page } = await arrange(TOWN, page =>
      page.route('**/tiles/base/**', route => route.fulfill({ status: 404, body: '' })),
    );
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.getByRole('button', { name: START }).click();
    await page.getByText('De pagina wordt zo vernieuwd').waitFor();
    expect(await page.locator('.still').isVisible()).toBe(true);
    await expect.poll(() => loads).toBe(1);
    await page.getByRole('button', { name: START }).click();
    await page.getByText('Vernieuw de pagina').waitFor();
    await page.waitForTimeout(4000);
    expect(loads).toBe(1);
    await page.unroute('**/tiles/base/**');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await expect.poll(() => loads).toBe(2);
    await start(page);
    await page.context().close();
  });

  it('when the browser takes the drawing away the still map is back', async () => {
    const { page } = await open(TOWN);
    await start(page);
    await page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    });
    await page.getByText('De browser stopte de bewegende kaart').waitFor();
    expect(await page.locator('.still').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await drawn(page);
    await page.context().close();
  });
});

describe('the swipe', () => {
  it('moves by keyboard, by pointer and by buttons', async () => {
    const { page, faults } = await open(swipe);
    const slider = page.getByRole('slider', { name: 'Schuif tussen nu en voorstel' });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toBe('51 procent nu, de rest voorstel');
    const cut = () => page.locator('.after').evaluate(after => getComputedStyle(after).clipPath);
    const now = page.getByRole('button', { name: 'Nu', exact: true });
    await now.click();
    expect(await cut()).toContain('100%');
    expect(await now.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Voorstel', exact: true }).click();
    expect(await cut()).toMatch(/inset\(0px( 0px 0px 0%)?\)/);
    const box = (await page.locator('.swipe .before').boundingBox())!;
    await page.mouse.click(box.x + box.width * 0.75, box.y + box.height / 2);
    expect(Number(await slider.inputValue())).toBeGreaterThan(70);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('on paper', () => {
  it('stand the still map and the whole table, in light colours', async () => {
    const { page, faults } = await open(`/e/${centre}`, { colorScheme: 'dark' });
    await start(page);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.still').isVisible()).toBe(true);
    for (const part of ['.live', '.finder', '.map-actions'])
      expect(await page.locator(part).isVisible()).toBe(false);
    expect(await page.locator('tr[data-id]').last().isVisible()).toBe(true);
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(ground).toBe('rgb(251, 250, 247)');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('details.table').getAttribute('open')).toBe(null);
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
