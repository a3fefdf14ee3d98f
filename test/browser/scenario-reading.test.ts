import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallTargets, violations } from './axe.ts';
import { launchBrowser, type Visit, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';
import { AMENDMENT, EXAMPLE, KEY, OTHER, stubScenarios, WITHDRAWN } from './scenario-reading-stub.ts';

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

const WHOLE = `/scenarios/${EXAMPLE.id}`;

/** Opens an address of scenarios; the scenarios are examples, the map and everything else are real. */
async function read(path: string, options: BrowserContextOptions = {}, from = browser): Promise<Visit> {
  // The page is opened on another address first: what answers for the scenarios must be there before it asks.
  const opened = await visit(from, `${kernkaart.address}/sign-in`, options);
  await stubScenarios(opened.page);
  await opened.page.goto(kernkaart.address + path);
  return opened;
}

/** What a figure says: plain spaces, no joiners. */
async function indicator(page: Page, name: string): Promise<string> {
  const words = await page.locator('.indicators > li', { hasText: name }).textContent();
  return (words ?? '').replaceAll('\u2060', '').replace(/\s+/g, ' ');
}

async function mapReady(page: Page): Promise<void> {
  await page.locator('#map').scrollIntoViewIfNeeded();
  await page.locator('.scenario-map-box[data-map="ready"]').waitFor();
}

describe('a scenario', () => {
  it('says what it is, what changes and how sure that is, before there is a map', async () => {
    const { page, faults, requests } = await read(`${WHOLE}?language=nl`);
    await page.getByRole('heading', { level: 1, name: EXAMPLE.title }).waitFor();
    expect(await indicator(page, 'woningen erbij')).toContain('+41 woningen (+22 tot +68) beter');
    await expect
      .poll(() => page.locator('.scenario-status').textContent())
      .toContain('Hoort bij besluit R2026-041 van Gemeenteraad van Markerwaard, 25 juni 2026');
    expect(await page.title()).toBe(`${EXAMPLE.title} · Kernkaart`);
    const since = requests.slice(requests.findIndex(address => address.startsWith(WHOLE)));
    const asked = (part: string) => since.findIndex(address => address.includes(part));
    expect(asked(`/api/v1/scenarios/${EXAMPLE.id}`)).toBeLessThan(asked('/assets/lit'));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('writes what may not be shown in words, never as nothing', async () => {
    const { page } = await read(`${WHOLE}?language=nl`);
    await page.locator('.all-figures > summary').click();
    const row = page.locator('.all-figures tr', { hasText: 'duur onbekend' });
    expect(await row.textContent()).toContain('geheim');
    expect(await row.textContent()).not.toContain('0');
    await page.context().close();
  });

  it('is the same as a table', async () => {
    const { page } = await read(`${WHOLE}?language=nl`);
    await page.locator('kk-scenario-indicators').getByRole('button', { name: 'Als tabel' }).click();
    const row = page.locator('kk-scenario-indicators tr', { hasText: 'winkels binnen de kern' });
    expect(await row.textContent()).toContain('68,3');
    await page.context().close();
  });

  it('says by steps what happens in a year, by keyboard', async () => {
    const { page } = await read(`${WHOLE}?language=nl`);
    await page.getByRole('button', { name: 'Jaar eerder' }).focus();
    for (const _ of [1, 2, 3, 4]) await page.keyboard.press('Enter');
    const now = page.locator('.under-way');
    expect(await now.locator('h3').textContent()).toBe('2032');
    expect(await now.textContent()).toContain('van winkels naar woningen');
    expect(await now.textContent()).not.toContain('Turfmarkt groen');
    await page.context().close();
  });
});

describe('the map of a scenario', () => {
  it('shows the difference first, and now and the proposal under a swipe that goes by keys and buttons', async () => {
    const { page, faults } = await read(`${WHOLE}?language=nl`);
    await mapReady(page);
    await page.getByRole('radio', { name: 'Verschil' }).focus();
    await page.keyboard.press('ArrowRight');
    const handle = page.getByRole('slider', { name: 'Schuif tussen nu en voorstel' });
    expect(await handle.getAttribute('aria-valuenow')).toBe('50');
    const cut = () => page.locator('.upper-map').evaluate(map => (map as HTMLElement).style.clipPath);
    await expect.poll(cut).toContain('50%');
    await handle.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await handle.getAttribute('aria-valuetext')).toBe('48 procent nu, de rest voorstel');
    await page.keyboard.press('End');
    await expect.poll(cut).toContain('100%');
    await page.keyboard.press('Home');
    await page.keyboard.press('PageUp');
    await expect.poll(cut).toContain('10%');
    await page.getByRole('button', { name: 'Alleen voorstel' }).click();
    await expect.poll(cut).toContain('0%');
    await page.getByRole('button', { name: 'Half om half' }).click();
    await expect.poll(cut).toContain('50%');
    const centres = await page.locator('kk-scenario-map').evaluate(element => {
      const { upper, lower } = (element as never as Drawings).drawings;
      upper.jumpTo({ center: [5.26, 52.59], zoom: 16 });
      return [upper, lower].map(map => map.getCenter().lng.toFixed(4));
      interface Drawings {
        drawings: Record<'upper' | 'lower', { jumpTo(to: object): void; getCenter(): { lng: number } }>;
      }
    });
    expect(centres).toEqual(['5.2600', '5.2600']);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('swipes by pointer', async () => {
    const { page } = await read(`${WHOLE}?language=nl`);
    await mapReady(page);
    await page.getByRole('radio', { name: 'Nu en voorstel' }).check({ force: true });
    const handle = page.getByRole('slider');
    await handle.scrollIntoViewIfNeeded();
    const box = (await handle.boundingBox())!;
    await page.mouse.move(box.x + 22, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 222, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    expect(Number(await handle.getAttribute('aria-valuenow'))).toBeGreaterThan(60);
    await page.context().close();
  });

  it('swipes by touch, and the page stays where it is', async () => {
    const { page } = await read(`${WHOLE}?language=nl`, {
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      isMobile: true,
    });
    await mapReady(page);
    await page.getByRole('radio', { name: 'Nu en voorstel' }).check({ force: true });
    const handle = page.getByRole('slider');
    await handle.scrollIntoViewIfNeeded();
    const box = (await handle.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const before = await page.evaluate(() => scrollY);
    const touch = await page.context().newCDPSession(page);
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (const step of [30, 60, 90])
      await touch.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: [{ x: x - step, y: y + step / 3 }],
      });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect(Number(await handle.getAttribute('aria-valuenow'))).toBeLessThan(35);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await page.context().close();
  });

  it('ties the measures to the list, and has a table that says the same', async () => {
    const { page } = await read(`${WHOLE}?language=nl`);
    await mapReady(page);
    await page.locator('#measure-3').getByRole('button').click();
    await expect
      .poll(() => page.locator('.map-chosen').textContent())
      .toContain('Maatregel 3: Oosterstraat en Sint Jansstraat');
    await page.locator('kk-scenario-map-panel').getByRole('button', { name: 'Als tabel' }).click();
    const rows = page.locator('kk-scenario-sides-table tbody tr');
    const changed = EXAMPLE.sides.filter(({ change }) => ['better', 'worse'].includes(change)).length;
    expect(await rows.count()).toBe(changed);
    await page.getByRole('button', { name: /^Toon alle/ }).click();
    expect(await rows.count()).toBe(EXAMPLE.sides.length);
    await page.context().close();
  });

  it('is a picture where no map can be drawn', async () => {
    const plain = await launchBrowser({ webgl: false });
    const { page, faults } = await read(`${WHOLE}?language=nl`, {}, plain);
    await page.locator('#map').scrollIntoViewIfNeeded();
    await page.getByText('Deze browser kan de bewegende kaart niet tekenen').waitFor();
    const pictures = page.locator('.stills img');
    expect(await pictures.count()).toBe(3);
    await expect
      .poll(() => pictures.first().evaluate(image => (image as HTMLImageElement).naturalWidth))
      .toBeGreaterThan(0);
    expect(await page.locator('kk-scenario-sides-table tbody tr').count()).toBeGreaterThan(3);
    expect(faults).toEqual([]);
    await plain.close();
  });
});

describe('an open assumption', () => {
  it('turns everything, stands in the address, and goes back with one press', async () => {
    const { page, requests } = await read(`${WHOLE}?language=nl`);
    await page.getByRole('heading', { name: 'Draai zelf aan een aanname' }).waitFor();
    expect(requests.some(address => address.includes('/settings'))).toBe(false);
    await page.getByRole('button', { name: 'Aannames openen' }).click();
    await page.getByRole('radio', { name: '40 % (voorgesteld)' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('U kijkt naar een aangepaste aanname').waitFor();
    expect(new URL(page.url()).searchParams.get('turn')).toBe('2.1');
    expect(await indicator(page, 'woningen erbij')).toContain('40 woningen (20 tot 60)');
    await page.reload();
    await page.getByText('U kijkt naar een aangepaste aanname').waitFor();
    await page.locator('.turned').getByRole('button', { name: 'Zoals voorgesteld' }).click();
    await page.getByText('U kijkt naar een aangepaste aanname').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('turn')).toBe(false);
    expect(await indicator(page, 'woningen erbij')).toContain('41 woningen (22 tot 68)');
    await page.context().close();
  });
});

describe('beside other scenarios', () => {
  it('stands in one table with doing nothing, and says what is not the same', async () => {
    const { page } = await read(`${WHOLE}?language=nl`);
    await page.getByRole('button', { name: 'Kies een scenario' }).click();
    await page.getByRole('checkbox', { name: OTHER.title }).first().check();
    const table = page.locator('.comparison');
    await table.getByRole('link', { name: OTHER.title }).waitFor();
    expect(await table.locator('thead th').count()).toBe(4);
    const core = table.locator('tr', { hasText: 'winkels binnen de kern' });
    expect(await core.locator('td').last().textContent()).toBe('niet berekend');
    expect(await page.locator('.caution').textContent()).toContain('Het laatste jaar is niet hetzelfde.');
    expect(new URL(page.url()).searchParams.get('compare')).toBe(OTHER.id);
    await table.getByRole('button', { name: `Haal weg: ${OTHER.title}` }).click();
    await table.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('an amendment says what it changes', async () => {
    const { page } = await read(`/scenarios/${AMENDMENT.id}?language=nl`);
    const difference = page.locator('kk-scenario-amendment');
    await difference.getByText('Eruit:').waitFor();
    const words = (await difference.textContent()) ?? '';
    expect(words).toContain('Turfmarkt groen');
    expect(words).toContain('jaren: was 2028–2034, wordt 2030–2034');
    await page.context().close();
  });
});

describe('the tour', () => {
  it('goes by keys, says which step it is, and stands in the address', async () => {
    const { page, faults } = await read(`${WHOLE}?language=nl`);
    await page.getByRole('button', { name: 'Rondleiding' }).click();
    await page.getByText('Stap 1 van 11').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Stap 2 van 11').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('Waar verandert het?');
    await page.keyboard.press('ArrowRight');
    expect(new URL(page.url()).searchParams.get('tour')).toBe('3');
    await page.getByRole('heading', { name: /^1\. / }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Stap 2 van 11').waitFor();
    expect(await page.getByRole('img', { name: 'QR-code van deze stap' }).count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'De maatregelen' }).waitFor();
    expect(new URL(page.url()).searchParams.has('tour')).toBe(false);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('where a scenario stands', () => {
  it('a draft is read with the key of its link, which goes in no address', async () => {
    const { page, requests } = await read(`${WHOLE}?language=nl#key=${KEY}`);
    await page.getByText('Concept, gedeeld met wie de link heeft').waitFor();
    expect(requests.filter(address => address.includes(KEY))).toEqual([]);
    expect(await page.getByRole('link', { name: /PDF/ }).count()).toBe(0);
    await page.context().close();
  });

  it('a link that was revoked says so, and what to do', async () => {
    const { page } = await read(`${WHOLE}?language=nl#key=${KEY.toUpperCase()}`);
    await page.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor();
    expect(await page.locator('main a').getAttribute('href')).toBe('/scenarios');
    await page.context().close();
  });

  it('a withdrawn one shows a dated message and stays readable', async () => {
    const { page } = await read(`/scenarios/${WITHDRAWN.id}?language=nl`);
    await page.getByText('Dit scenario is ingetrokken op 1 september 2026.').waitFor();
    expect(await page.locator('.indicators > li').count()).toBeGreaterThan(3);
    await page.getByText('Er zijn nieuwere gegevens over leegstand').waitFor();
    await page.context().close();
  });

  it('an older version announces the newer one and changes nothing', async () => {
    const { page } = await read(`/scenarios/${OTHER.id}/versions/1?language=nl`);
    const link = page.getByRole('link', { name: 'Naar versie 2' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toContain(`/scenarios/${OTHER.id}/versions/2`);
    expect(await page.locator('h1').textContent()).toBe(OTHER.title);
    await page.context().close();
  });

  it('an address without a scenario says so', async () => {
    const { page } = await read('/scenarios/nowhere?language=en');
    await page.getByRole('heading', { name: 'This scenario does not exist' }).waitFor();
    await page.context().close();
  });

  it('a server that cannot be reached can be asked again', async () => {
    const { page } = await read(`${WHOLE}?language=nl`);
    await page.getByRole('heading', { level: 1, name: EXAMPLE.title }).waitFor();
    await page.route(`**/api/v1/scenarios/${EXAMPLE.id}`, route => route.abort());
    await page.reload();
    await page.getByText('Er is geen verbinding met de server').waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await stubScenarios(page);
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await page.getByRole('heading', { level: 1, name: EXAMPLE.title }).waitFor();
    await page.context().close();
  });
});

describe('the list', () => {
  it('is a press away from the map, and back', async () => {
    const { page, faults } = await read('/?municipality=GM9901&language=nl');
    await page.getByRole('link', { name: 'Scenario’s' }).click();
    await page.getByRole('heading', { name: 'Scenario’s voor Proefdam' }).waitFor();
    await page.getByRole('link', { name: EXAMPLE.title }).waitFor();
    await page.getByRole('link', { name: 'Kaart', exact: true }).click();
    await page.locator('kk-area-list').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('says what comes where nothing is, and how', async () => {
    const { page } = await visit(browser, `${kernkaart.address}/scenarios?municipality=GM9901&language=nl`);
    await page.getByRole('heading', { name: 'Er is nog geen scenario gepubliceerd' }).waitFor();
    await page.context().close();
  });
});

const SCREENS = ['nl', 'en'].flatMap(language =>
  ['light', 'dark'].flatMap(theme => [1440, 820, 360].map(width => ({ language, theme, width }))),
);
const VIEWS = [
  `${WHOLE}?turn=2.1&compare=${OTHER.id}&`,
  `/scenarios/${AMENDMENT.id}?`,
  `/scenarios/${WITHDRAWN.id}?`,
  `${WHOLE}?tour=3&`,
  `${WHOLE}?tour=9&`,
  '/scenarios?',
  '/scenarios/nowhere?',
];

describe('for everybody', () => {
  it.each(SCREENS)('axe finds nothing: $language, $theme, $width px', async ({ language, theme, width }) => {
    const viewport = { width, height: width === 360 ? 780 : 900 };
    const { page } = await read(`${WHOLE}?language=${language}&theme=${theme}`, {
      viewport,
      bypassCSP: true,
    });
    await mapReady(page);
    await page.locator('.map-tools input').nth(1).check({ force: true });
    await page.locator('kk-scenario-map-panel .link').click();
    const look = async (view: string) => {
      expect(await violations(page), view).toEqual([]);
      expect(await smallTargets(page), view).toEqual([]);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(sideways, view).toBeLessThanOrEqual(0);
    };
    await look('map');
    // Every page in both languages and themes, without every pair of them.
    const pair = (language === 'nl') === (theme === 'light');
    for (const view of pair ? VIEWS : VIEWS.slice(0, 1)) {
      await page.goto(`${kernkaart.address}${view}language=${language}&theme=${theme}`);
      await page.locator('main :is(h1, h2)').first().waitFor();
      await page.waitForLoadState('networkidle');
      await look(view);
    }
    await page.context().close();
  });

  it('everything is there at 400 per cent without scrolling sideways', async () => {
    const viewport = { width: 320, height: 256 };
    const { page } = await read(`${WHOLE}?language=nl`, { viewport });
    await page.locator('kk-scenario-measures li').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.context().close();
  });
});
