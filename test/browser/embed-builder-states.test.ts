import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Embed, EmbedUse } from '../../server/contract/embed.ts';
import { smallTargets, violations } from './axe.ts';
import { launchBrowser, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

/** Two towns on a real server; what is stored and counted is made up, so that all there can be stands on one page. */
let kernkaart: Kernkaart;
let browser: Browser;

beforeAll(async () => {
  kernkaart = await startKernkaart('small');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await kernkaart?.close();
});

const HOSTILE = '"><script>globalThis.hurt=1</script><img src=x onerror=globalThis.hurt=1>';

const EMBED: Embed = {
  id: 'k3h2',
  number: 3,
  document: {
    show: 'vacancy-map',
    municipality: 'GM9901',
    area: 'centrum',
    title: HOSTILE,
    language: 'nl',
    theme: 'device',
    height: null,
    table: false,
    series: null,
    referenceDate: null,
    function: 'all',
    reading: 'percentage',
    legend: true,
    search: true,
    interaction: 'press',
  },
  madeAt: '2026-03-01T09:00:00Z',
  updatedAt: '2026-03-02T09:00:00Z',
  withdrawn: null,
};
const WITHDRAWN: Embed = {
  ...EMBED,
  id: 'w9',
  document: { ...EMBED.document, title: 'Oude kaart' },
  withdrawn: { on: '2026-03-03', reason: 'De cijfers kloppen niet.' },
};
const USE: EmbedUse = {
  embed: 'k3h2',
  origin: 'https://www.voorbeeld.example',
  title: HOSTILE,
  recently: 1204,
  ever: 12_040,
  first: '2026-01-01',
  last: '2026-03-02',
  fault: null,
};
const USES: EmbedUse[] = [
  USE,
  { ...USE, embed: 'GM9901/en', origin: null, title: 'Vacancy in Proefdam' },
  { ...USE, embed: 'w9', title: 'Oude kaart', fault: 'withdrawn' },
  { ...USE, embed: 'weg', title: null, fault: 'gone' },
  { ...USE, embed: 'centrum', origin: 'https://elders.example', fault: 'site-not-allowed' },
];
const SITES = {
  sites: ['https://www.voorbeeld.example', 'https://*.een-heel-lange-naam-van-een-gemeente.example'],
};

/** Answers what only a planner may ask. */
async function stub(page: Page): Promise<void> {
  const answer = (path: string, json: unknown) =>
    page.route(`**/api/v1/planner/${path}`, route => route.fulfill({ json }));
  await answer('embeds?*', { embeds: [EMBED, WITHDRAWN] });
  await answer('embeds/k3h2', EMBED);
  await answer('embeds/w9', WITHDRAWN);
  await answer('allowed-sites?*', SITES);
  await answer('embed-uses?*', { uses: USES });
}

async function open(
  path: string,
  role: 'visitor' | 'planner' = 'visitor',
  options: BrowserContextOptions = {},
) {
  const opened = await visit(browser, `${kernkaart.address}/sign-in`, options);
  const { page } = opened;
  await stub(page);
  if (role === 'planner')
    await page.context().addCookies([{ name: 'kernkaart_role', value: 'planner', url: kernkaart.address }]);
  await page.goto(kernkaart.address + path);
  await page.locator('main :is(h1, h2)').first().waitFor();
  return opened;
}

const code = (page: Page) => page.locator('.of-code kk-embed-copy textarea').first();

describe('the builder', () => {
  it('knows of which municipality an area is, and moves between municipalities', async () => {
    const { page, faults } = await open('/embed?area=centrum');
    await expect.poll(() => page.locator('#embed-municipality').inputValue()).toBe('GM9901');
    await expect.poll(() => page.getByLabel('Welk gebied?').inputValue()).toBe('centrum');
    const other = await page
      .locator('#embed-municipality option')
      .evaluateAll(options =>
        options.map(option => (option as HTMLOptionElement).value).find(value => value !== 'GM9901'),
      );
    await page.locator('#embed-municipality').selectOption(other!);
    await expect.poll(() => page.getByLabel('Welk gebied?').inputValue()).toBe('');
    await expect.poll(() => code(page).inputValue()).toContain(`/e/${other}"`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says that an area is not there, and goes on with another', async () => {
    const { page } = await open('/embed?municipality=GM9901&area=nergens');
    await page.getByText('Dit gebied is er niet (meer). Kies een ander gebied.').waitFor();
    await page.getByText('Kies eerst een gebied of scenario dat er is.').waitFor();
    await page.getByLabel('Welk gebied?').selectOption('centrum');
    await page.getByText('Het voorbeeld is bijgewerkt.').waitFor();
    await page.context().close();
  });

  it('says that there is no scenario, no source, no municipality', async () => {
    const { page, faults } = await open('/embed?municipality=GM9901&show=scenario');
    await page.getByText('Er is nog geen scenario gepubliceerd.').waitFor();
    await page.route('**/api/v1/series?*', route => route.fulfill({ json: { revision: 1, series: [] } }));
    await page.goto(`${kernkaart.address}/embed?municipality=GM9901`);
    await page.locator('.of-preview').getByText('Deze gemeente heeft nog geen openbare bron').waitFor();
    expect(await code(page).count()).toBe(0);
    await page.route('**/api/v1/municipalities', route =>
      route.fulfill({ json: { revision: 1, municipalities: [], preparing: null, reportAddress: null } }),
    );
    await page.reload();
    await page.getByText('Deze Kernkaart heeft nog geen gemeente.').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('tries again what did not load', async () => {
    const { page } = await open('/embed?municipality=GM9901', 'planner');
    await page.getByText('Het voorbeeld is bijgewerkt.').waitFor();
    await page.route('**/api/v1/planner/allowed-sites?*', route => route.abort());
    await page.route('**/e/preview?*', route => route.abort());
    await page.reload();
    await page.getByText('De lijst van websites kon niet worden geladen.').waitFor();
    await page.getByText('Het voorbeeld kon niet worden geladen.').waitFor();
    await page.unroute('**/api/v1/planner/allowed-sites?*');
    await page.unroute('**/e/preview?*');
    await stub(page);
    await page.locator('.of-sites').getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.locator('.embed-sites li').first().waitFor();
    await page.locator('.of-preview').getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.getByText('Het voorbeeld is bijgewerkt.').waitFor();
    await page.context().close();
  });

  it('keeps what was chosen when it cannot be stored', async () => {
    const { page } = await open('/embed?municipality=GM9901&area=centrum', 'planner');
    await page.route('**/api/v1/planner/embeds', route => route.abort());
    await page.getByRole('button', { name: 'Bewaren en code maken' }).click();
    await page
      .getByText('De server is niet te bereiken. Er is niets bewaard; uw keuzes staan er nog.')
      .waitFor();
    await page.unroute('**/api/v1/planner/embeds');
    await page.route('**/api/v1/planner/embeds', route => route.fulfill({ json: EMBED }));
    await page.getByRole('button', { name: 'Bewaren en code maken' }).click();
    await page.getByText('Bewaard. Kopieer nu de code.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('code');
    await page.context().close();
  });

  it('makes code in which a title stays a title', async () => {
    const { page, faults } = await open('/embed?embed=k3h2', 'planner');
    for (const way of ['Iframe', 'Element', 'Link']) {
      await page.locator('.of-code').getByRole('radio', { name: way, exact: true }).check();
      const html = await code(page).inputValue();
      const read = await page.evaluate(text => {
        const body = new DOMParser().parseFromString(text, 'text/html').body;
        const named = body.querySelector('[title], a')!;
        const scripts = [...body.querySelectorAll('script, img')].map(({ outerHTML }) => outerHTML);
        return { title: named.getAttribute('title') ?? named.textContent, scripts };
      }, html);
      expect(read.title).toBe(HOSTILE);
      expect(read.scripts).toEqual(
        way === 'Element' ? [`<script src="${kernkaart.address}/embed.js" async=""></script>`] : [],
      );
    }
    expect(await page.evaluate(() => (globalThis as { hurt?: number }).hurt)).toBeUndefined();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('goes to the code of a stored map, and says to a visitor what can be done with it', async () => {
    const { page } = await open('/embed?embed=k3h2#code', 'planner');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('code');
    const absent = { type: 'not-found', title: 'Not found', status: 404, detail: 'There is no such embed.' };
    await page.route('**/api/v1/planner/embeds/nergens', route =>
      route.fulfill({ status: 404, contentType: 'application/problem+json', json: absent }),
    );
    await page.goto(`${kernkaart.address}/embed?embed=nergens`);
    await page.getByRole('heading', { name: 'Deze kaart is er niet (meer)' }).waitFor();
    await page.getByRole('link', { name: 'Bewerken: Oude kaart' }).click();
    await page.getByText('“De cijfers kloppen niet.”').waitFor();
    await page.context().clearCookies();
    await page.reload();
    await page.getByText('Deze kaart wijzigen kan alleen een planner van de gemeente.').waitFor();
    await page.getByRole('link', { name: 'Nieuwe kaart' }).click();
    await page.getByText('Het voorbeeld is bijgewerkt.').waitFor();
    await page.context().close();
  });

  it('is worked by keyboard from the first step to the code', async () => {
    const { page, faults } = await open('/embed?municipality=GM9901', 'visitor', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByText('Het voorbeeld is bijgewerkt.').waitFor();
    await page.getByRole('radio', { name: 'Kaart van leegstand' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('embed-area');
    await page.keyboard.press('End');
    const skip = page.getByRole('link', { name: 'Voorbeeld overslaan' });
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press('Tab');
      if (await skip.evaluate(link => link === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('sites');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.of-code').getByRole('radio', { name: 'Element' }).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Gekopieerd. Plak het nu op uw pagina.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<kern-kaart src=/);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

const SCREENS = ['nl', 'en'].flatMap(language =>
  ['light', 'dark'].flatMap(theme => [1440, 820, 360].map(width => ({ language, theme, width }))),
);
const VIEWS = [
  ['visitor', '/embed?municipality=GM9901&area=centrum&show=figures&height=400&'],
  ['planner', '/embed?embed=k3h2&title=Anders&'],
  ['planner', '/embed?embed=w9&'],
  ['planner', '/embed/uses?municipality=GM9901&'],
  ['visitor', '/embed/uses?municipality=GM9901&'],
] as const;

describe('for everybody', () => {
  it.each(SCREENS)('axe finds nothing: $language, $theme, $width px', async ({ language, theme, width }) => {
    const viewport = { width, height: width === 360 ? 780 : 900 };
    // Every page in both languages and themes, without every pair of them.
    const pair = (language === 'nl') === (theme === 'light');
    for (const [role, view] of pair ? VIEWS : VIEWS.slice(0, 1)) {
      const path = `${view}language=${language}&theme=${theme}`;
      const { page } = await open(path, role, { viewport, bypassCSP: true });
      await page.waitForLoadState('networkidle');
      await page.locator('main details').evaluateAll(folds => {
        for (const fold of folds) (fold as HTMLDetailsElement).open = true;
      });
      expect(await violations(page), view).toEqual([]);
      expect(await smallTargets(page), view).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sideways, view).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  it('everything is there at 400 per cent without scrolling sideways', async () => {
    for (const [role, view] of VIEWS) {
      const { page } = await open(`${view}language=nl`, role, { viewport: { width: 320, height: 256 } });
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBe(320);
      await page.context().close();
    }
  });
});
