import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallTargets, violations } from './axe.ts';
import { launchBrowser, type Visit, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

let kernkaart: Kernkaart;
let browser: Browser;

beforeAll(async () => {
  kernkaart = await startKernkaart();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await kernkaart?.close();
});

/** A planner, signed in. */
async function planner(options: BrowserContextOptions = {}): Promise<Visit> {
  const opened = await visit(browser, await kernkaart.signInLink(), options);
  await opened.page.getByRole('button', { name: 'Inloggen' }).click();
  await opened.page.locator('.areas .row').first().waitFor({ state: 'attached' });
  return opened;
}

/** Asks the API as the page does. */
const ask = (
  page: Page,
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: never }> =>
  page.evaluate(
    async ([verb, address, json]) => {
      const headers = json === null ? undefined : { 'content-type': 'application/json' };
      const response = await fetch(`/api/v1${address}`, { method: verb!, headers, body: json });
      return { status: response.status, body: (await response.json()) as never };
    },
    [method, path, body === undefined ? null : JSON.stringify(body)] as const,
  );

/** A new draft of the town centre; the page shows it. @returns its id */
async function draft(page: Page, title = 'Proef', query = ''): Promise<string> {
  const made = await ask(page, 'POST', '/planner/scenarios', {
    kind: 'new',
    municipality: 'GM9901',
    area: 'centrum',
    series: 'open-round',
    referenceDate: '2026-01-01',
    title,
  });
  const { id } = made.body as { id: string };
  await page.goto(`${kernkaart.address}/scenarios/${id}/edit${query}`);
  await page.locator('.scenario-edit').waitFor();
  return id;
}

const saved = (page: Page) => page.locator('.edit-saved[data-saving="saved"]').waitFor();
const mapReady = (page: Page) => page.locator('.edit-map[data-map="ready"]').waitFor();
const documentOf = async (page: Page, id: string) =>
  (
    (await ask(page, 'GET', `/planner/scenarios/${id}`)).body as {
      document: { measures: never[]; title: string };
    }
  ).document;

/** Adds a measure by its name and leaves it open. */
async function addMeasure(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Maatregel toevoegen' }).press('Enter');
  await page.locator('.measure-kind', { hasText: name }).first().press('Enter');
}

describe('making a scenario', () => {
  it('from nothing, by keyboard and lists only', async () => {
    const { page, faults } = await planner();
    const id = await draft(page);
    await page.getByLabel('Titel', { exact: true }).fill('Marktstraat korter');
    await page.getByLabel('Samenvatting').fill('Lege winkels worden woningen.');
    await addMeasure(page, 'Winkels worden woningen');
    await page.getByRole('radio', { name: 'Losse panden' }).press('Space');
    await page.getByLabel('Alleen lege panden').press('Space');
    await expect.poll(() => page.locator('kk-scenario-edit-premises').innerText()).toContain('7 gevonden');
    await page.getByRole('button', { name: 'Kies alle 7' }).press('Enter');
    await expect
      .poll(() => page.locator('.edit-place').first().innerText())
      .toContain('7 panden, waarvan 7 leeg');
    await page.getByLabel('Van (jaar)').fill('2028');
    await page.getByLabel('Van (jaar)').press('Tab');
    await addMeasure(page, 'Groen');
    await page.getByLabel('Gebied of zone', { exact: true }).first().press('Space');
    await page.locator('select[id^="area-place"]').selectOption('centrum');
    await page.getByRole('button', { name: 'Omhoog' }).press('Enter');
    await expect.poll(() => page.locator('.edit-measure').first().innerText()).toContain('roen');
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Omhoog');
    await saved(page);
    const { measures, title } = await documentOf(page, id);
    expect(title).toBe('Marktstraat korter');
    expect(measures).toMatchObject([
      { place: { kind: 'area', id: 'centrum' } },
      { kind: 'shop-to-homes', place: { kind: 'premises' }, phase: { from: 2028 } },
    ]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('starts from the list', async () => {
    const { page, faults } = await planner();
    await page.goto(`${kernkaart.address}/scenarios?municipality=GM9901`);
    await page.getByRole('button', { name: 'Nieuw scenario' }).click();
    const form = page.locator('kk-scenario-new form');
    await form.getByLabel('Gebied').selectOption('centrum');
    await form.getByLabel('Bron en peildatum').selectOption('open-round/2026-01-01');
    await form.getByLabel('Titel').fill('Uit de lijst');
    await form.getByRole('button', { name: 'Scenario maken' }).click();
    await page.getByRole('heading', { name: 'Uit de lijst' }).waitFor();
    expect(await page.getByLabel('Titel', { exact: true }).inputValue()).toBe('Uit de lijst');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('steps back and forth', async () => {
    const { page, faults } = await planner();
    const id = await draft(page);
    await addMeasure(page, 'Winkels worden woningen');
    await page.getByRole('button', { name: 'Dupliceren' }).press('Enter');
    await expect.poll(() => page.locator('.edit-measure').count()).toBe(2);
    await page.locator('.edit-measure.open').getByRole('button', { name: 'Verwijderen' }).press('Enter');
    await expect.poll(() => page.locator('.edit-measure').count()).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.edit-measure').count()).toBe(2);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.edit-measure').count()).toBe(0);
    await page.getByLabel('Titel', { exact: true }).press('End');
    await page.keyboard.type(' lang');
    await page.keyboard.press('Control+z');
    expect(await page.getByLabel('Titel', { exact: true }).inputValue()).toBe('Proef');
    await page.keyboard.press('Control+Shift+z');
    expect(await page.getByLabel('Titel', { exact: true }).inputValue()).toBe('Proef lang');
    await saved(page);
    expect((await documentOf(page, id)).title).toBe('Proef lang');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('draws a place with the mouse, and by keyboard', async () => {
    const { page, faults } = await planner();
    await draft(page);
    await mapReady(page);
    await addMeasure(page, 'Winkels worden woningen');
    const place = page.locator('kk-scenario-edit-place').first();
    await place.getByLabel('Tekenen').check();
    await place.getByRole('button', { name: 'Teken op de kaart' }).click();
    await page.locator('.edit-drawing').waitFor();
    const box = (await page.locator('kk-scenario-edit-map canvas').boundingBox())!;
    const corners = [
      [0.1, 0.3],
      [0.55, 0.3],
      [0.55, 0.7],
      [0.1, 0.7],
      [0.1, 0.3],
    ] as const;
    await page.locator('kk-scenario-edit-map canvas:focus').waitFor();
    for (const [x, y] of corners) {
      const at = [box.x + box.width * x, box.y + box.height * y] as const;
      await page.mouse.move(...at);
      await page.mouse.click(...at, { delay: 30 });
      await page.waitForTimeout(100);
    }
    await expect.poll(() => place.innerText()).toMatch(/getekende plek in Centrum Proefdam: \d+ panden/i);
    await page.getByRole('button', { name: 'Klaar', exact: true }).click();
    await expect.poll(() => page.locator('.edit-drawing').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => place.innerText()).toContain('Nog geen plek gekozen');

    await place.getByLabel('Tekenen').press('Space');
    await place.getByRole('button', { name: 'Teken op de kaart' }).press('Enter');
    await page.locator('kk-scenario-edit-map canvas:focus').waitFor();
    await page.waitForTimeout(300);
    for (const key of [' ', 'ArrowRight', ' ', 'ArrowDown', ' ']) {
      await page.keyboard.press(key);
      // The map moves under the aim before the next corner.
      await page.waitForTimeout(500);
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => place.innerText()).toContain('Getekende plek');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.edit-drawing').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('draws a place by touch, and what is not closed is closed by what says that drawing is done', async () => {
    const { page, faults } = await planner({ viewport: { width: 820, height: 1100 }, hasTouch: true });
    await draft(page);
    await mapReady(page);
    await addMeasure(page, 'Winkels worden woningen');
    const place = page.locator('kk-scenario-edit-place').first();
    await place.getByLabel('Tekenen').check();
    await place.getByRole('button', { name: 'Teken op de kaart' }).tap();
    await page.locator('kk-scenario-edit-map canvas:focus').waitFor();
    const box = (await page.locator('kk-scenario-edit-map canvas').boundingBox())!;
    for (const [x, y] of [
      [0.3, 0.4],
      [0.6, 0.4],
      [0.6, 0.7],
    ] as const) {
      await page.touchscreen.tap(box.x + box.width * x, box.y + box.height * y);
      // Two taps soon after each other are one gesture.
      await page.waitForTimeout(450);
    }
    await place.getByRole('button', { name: 'Klaar met tekenen' }).tap();
    await expect.poll(() => place.innerText()).toContain('Getekende plek');
    await expect.poll(() => page.locator('.edit-drawing').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('takes pasted coordinates, and says what is wrong with others', async () => {
    const { page, faults } = await planner();
    const id = await draft(page);
    await addMeasure(page, 'Winkels worden woningen');
    const place = page.locator('kk-scenario-edit-place').first();
    await place.getByLabel('Tekenen').check();
    await place.getByText('Coördinaten of GeoJSON plakken').click();
    await place.getByLabel('Hoekpunten').fill('hallo');
    await place.getByRole('button', { name: 'Gebruik deze plek' }).click();
    await expect.poll(() => place.innerText()).toContain('Hier staan geen coördinaten in');
    await place.getByLabel('Hoekpunten').fill('119995 499990\n120105 499990\n120105 500010\n119995 500010');
    await place.getByRole('button', { name: 'Gebruik deze plek' }).click();
    await expect.poll(() => place.innerText()).toContain('10 panden, waarvan 3 leeg');
    await saved(page);
    expect((await documentOf(page, id)).measures).toMatchObject([{ place: { kind: 'polygon' } }]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('two planners at once', () => {
  /** The same draft on two pages. */
  async function both(title: string): Promise<{ mine: Page; theirs: Page; id: string }> {
    const { page: mine } = await planner();
    const id = await draft(mine, title);
    await addMeasure(mine, 'Winkels worden woningen');
    await saved(mine);
    const theirs = await mine.context().newPage();
    theirs.setDefaultTimeout(20_000);
    await theirs.goto(`${kernkaart.address}/scenarios/${id}/edit`);
    await theirs.locator('.edit-measure').waitFor();
    return { mine, theirs, id };
  }

  it('lose nothing where they touch different things', async () => {
    const { mine, theirs, id } = await both('Samen');
    await theirs.getByRole('button', { name: /^Titel en samenvatting/ }).click();
    await theirs.getByLabel('Samenvatting').fill('Van de ander.');
    await saved(theirs);
    await mine.getByLabel('Titel', { exact: true }).fill('Van mij');
    await mine.getByText('Iemand anders werkte tegelijk aan dit scenario').waitFor();
    await saved(mine);
    expect(await documentOf(mine, id)).toMatchObject({ title: 'Van mij', summary: 'Van de ander.' });
    expect(await mine.getByLabel('Samenvatting').inputValue()).toBe('Van de ander.');
    await mine.getByRole('button', { name: 'Ongedaan maken' }).click();
    await saved(mine);
    expect(await documentOf(mine, id)).toMatchObject({ title: 'Samen', summary: 'Van de ander.' });
    await mine.context().close();
  });

  it('are asked where both changed the same, and a copy keeps what loses', async () => {
    const { mine, theirs, id } = await both('Botsing');
    await theirs.getByRole('button', { name: /^Titel en samenvatting/ }).click();
    await theirs.getByLabel('Titel', { exact: true }).fill('Titel van de ander');
    await saved(theirs);
    await mine.getByLabel('Titel', { exact: true }).fill('Titel van mij');
    await mine.getByText('Iemand anders veranderde hetzelfde als u').waitFor();
    expect(await mine.locator('.edit-notice').innerText()).toContain('titel');
    await mine.getByRole('button', { name: 'Bewaar mijn versie als kopie' }).click();
    const link = mine.getByRole('link', { name: 'Open de kopie' });
    const copy = (await link.getAttribute('href'))!.split('/')[2]!;
    expect((await documentOf(mine, copy)).title).toContain('Titel van mij');
    await saved(mine);
    expect(await mine.getByLabel('Titel', { exact: true }).inputValue()).toBe('Titel van de ander');
    expect((await documentOf(mine, id)).title).toBe('Titel van de ander');
    await mine.context().close();
  });
});

describe('publishing', () => {
  it('is held up by a missing source, and then goes', async () => {
    const { page, faults } = await planner();
    const id = await draft(page, 'Naar de raad');
    await page.getByLabel('Samenvatting').fill('Lege winkels worden woningen.');
    await addMeasure(page, 'Winkels worden woningen');
    await page.getByLabel('Gebied of zone', { exact: true }).first().check();
    await page.locator('select[id^="area-place"]').selectOption('centrum');
    await page.getByRole('button', { name: 'Publiceren' }).click();
    const dialog = page.locator('dialog[open]');
    expect(await dialog.innerText()).toContain('eerst opgelost');
    expect(await dialog.getByRole('button', { name: 'Nu publiceren' }).isDisabled()).toBe(true);
    // Every error leads to its field; each of these is a source.
    for (let most = 0; most < 8; most++) {
      const first = dialog.locator('.fault-row.error').first();
      if ((await first.count()) === 0) break;
      await first.click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      await page.keyboard.type('Eigen raming 2026');
      await page.getByRole('button', { name: 'Publiceren' }).click();
      await dialog.waitFor();
    }
    await dialog.getByRole('button', { name: 'Nu publiceren' }).click();
    await dialog.getByRole('link', { name: 'Open versie 1' }).waitFor();
    await dialog.getByRole('button', { name: 'Sluiten' }).click();

    await page.getByRole('button', { name: 'Versies' }).click();
    await dialog.getByRole('button', { name: 'Hoort bij een besluit' }).click();
    await dialog.getByLabel('Wie besloot').fill('gemeenteraad');
    await dialog.getByLabel('Nummer van het besluit').fill('2026-12');
    await dialog.getByLabel('Datum').fill('2026-11-26');
    await dialog.getByRole('button', { name: 'Leg het besluit vast' }).click();
    await expect.poll(() => dialog.innerText()).toContain('Besluit 2026-12 van gemeenteraad');
    await dialog.getByRole('button', { name: 'Amenderen' }).click();
    await dialog.getByRole('button', { name: 'Maak het amendement' }).click();
    await page.waitForURL(address => address.pathname.endsWith('/edit') && !address.pathname.includes(id));
    await expect
      .poll(() => page.locator('kk-scenario-edit-difference').innerText())
      .toContain('nog niets veranderd');
    await page.getByRole('button', { name: /Winkels worden woningen/ }).click();
    await page.getByLabel('Van (jaar)').fill('2029');
    await page.getByLabel('Van (jaar)').press('Tab');
    await expect
      .poll(() => page.locator('kk-scenario-edit-difference').innerText())
      .toContain('wanneer veranderd');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('shares by a link that ends when it is taken back', async () => {
    const { page, faults } = await planner();
    await draft(page, 'Met een link');
    await page.getByRole('button', { name: 'Delen' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByRole('button', { name: 'Maak een link' }).click();
    const link = await dialog.getByLabel('Link', { exact: true }).inputValue();
    expect(link).toMatch(/\/scenarios\/[^/]+#key=.{20,}$/);
    const key = link.split('#key=')[1]!;
    expect((await ask(page, 'POST', '/shared-scenarios', { key })).status).toBe(200);
    await dialog.getByRole('button', { name: 'Trek de link in' }).click();
    await expect.poll(() => dialog.innerText()).toContain('De link werkt niet meer');
    const gone = await page
      .context()
      .request.post(`${kernkaart.address}/api/v1/shared-scenarios`, { data: { key }, maxRetries: 2 });
    expect(gone.status()).toBe(404);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('without the right or the thing', () => {
  it('says so to a visitor and for an address that is wrong', async () => {
    const stranger = await visit(browser, `${kernkaart.address}/scenarios/abc/edit`);
    await stranger.page.getByRole('heading', { name: 'Log eerst in' }).waitFor();
    expect(stranger.faults).toEqual([]);
    await stranger.page.context().close();
    const { page } = await planner();
    await page.goto(`${kernkaart.address}/scenarios/bestaat-niet/edit`);
    await page.getByRole('heading', { name: 'Dit scenario is er niet' }).waitFor();
    await page.context().close();
  });

  it('keeps the work on the page while the server is away', async () => {
    const { page } = await planner();
    const id = await draft(page, 'Zonder net');
    await page.context().setOffline(true);
    await page.getByLabel('Titel', { exact: true }).fill('Toch bewaard');
    await page.locator('.edit-saved[data-saving="offline"]').waitFor();
    await page.context().setOffline(false);
    await saved(page);
    expect((await documentOf(page, id)).title).toBe('Toch bewaard');
    await page.context().close();
  });
});

const SCREENS = ['nl', 'en'].flatMap(language =>
  ['light', 'dark'].flatMap(theme => [1440, 820, 360].map(width => ({ language, theme, width }))),
);

describe('the screen', () => {
  it.each(SCREENS)(
    'has nothing that axe finds: $language, $theme, $width px',
    async ({ language, theme, width }) => {
      const viewport = { width, height: width === 360 ? 780 : 900 };
      const { page, faults } = await planner({ viewport, bypassCSP: true });
      await draft(page, 'Proef', `?language=${language}&theme=${theme}`);
      if (width > 720) await mapReady(page);
      await page.locator('.edit-add').click();
      await page.locator('.measure-kind').nth(2).click();
      await page.locator('kk-scenario-edit-place .choice').nth(3).click();
      // Every section open at once.
      const closed = page.locator('.edit-section > h2 > .edit-fold[aria-expanded="false"]');
      while ((await closed.count()) > 0) await closed.first().click();
      for (const tab of width === 360 ? [0, 1, 2] : [0]) {
        if (width === 360) await page.locator('.edit-tabs .tab').nth(tab).click();
        if (tab === 1) await mapReady(page);
        expect(await violations(page)).toEqual([]);
        expect(await smallTargets(page, '.scenario-edit')).toEqual([]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(sideways).toBeLessThanOrEqual(0);
      }
      await page
        .getByRole('button', { name: language === 'nl' ? 'Publiceren' : 'Publish', exact: true })
        .click();
      await page.locator('dialog[open] .fault-row').first().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});
