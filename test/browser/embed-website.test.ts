import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, launchWithoutThirdParties, visit } from './browser.ts';
import { type Editor, type HostSite, openEditor, startHostSite } from './embed-host.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

let kernkaart: Kernkaart;
let browser: Browser;
let editor: Editor;
let website: HostSite;
/** A website that is on no list. */
let stranger: HostSite;
/** Origin of Kernkaart. */
let own: string;

const START = 'Bewegende kaart openen';

beforeAll(async () => {
  kernkaart = await startKernkaart('demo');
  own = kernkaart.address;
  browser = await launchBrowser();
  website = await startHostSite();
  stranger = await startHostSite();
  editor = await openEditor(browser, kernkaart);
  await editor.allow([website.near, website.far]);
});
afterAll(async () => {
  await editor?.close();
  await website?.close();
  await stranger?.close();
  await browser?.close();
  await kernkaart?.close();
});

/** Opens a page of the website. Requests to Kernkaart are what it is there for; everything else is a fault. */
async function open(
  address: string,
  options: BrowserContextOptions = {},
  before: (page: Page) => Promise<unknown> = async () => undefined,
) {
  const { page, faults } = await visit(browser, `${own}/sign-in`, {
    viewport: { width: 1000, height: 900 },
    ...options,
  });
  await before(page);
  faults.length = 0;
  await page.goto(address);
  return { page, faults: () => faults.filter(fault => !fault.startsWith('request to http')) };
}

/** The one frame of Kernkaart in a page. */
async function embedIn(page: Page): Promise<Frame> {
  const find = () => page.frames().find(frame => frame.url().startsWith(`${own}/e/`));
  await expect.poll(() => find()?.url()).toBeDefined();
  const frame = find()!;
  await frame.locator('h1').waitFor();
  return frame;
}

async function startIn(frame: Frame): Promise<void> {
  await frame.locator('.map-frame').scrollIntoViewIfNeeded();
  // By keyboard: the frame may just grow, and a press would land beside the button.
  await frame.getByRole('button', { name: START }).press('Enter');
  await frame.locator('.map-frame.moving').waitFor({ timeout: 60_000 });
}

const iframe = (attributes = '', path = '/e/GM9999') =>
  `<iframe id="kaart" title="Leegstand" width="800" height="640" src="${own}${path}" ${attributes}></iframe>`;
const script = () => `<script src="${own}/embed.js"></script>`;
const element = (attributes = '', path = '/e/GM9999') =>
  `<kern-kaart src="${own}${path}" title="Leegstand" ${attributes}><a href="${own}${path}">Bekijk de kaart</a></kern-kaart>`;
const heightOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate(frame => frame.getBoundingClientRect().height);

describe('<kern-kaart>', () => {
  it('works under a strict policy: follows the height, tells, and is told', async () => {
    website.put({
      '/strict': {
        body: element() + script(),
        policy: `default-src 'none'; script-src ${own}; frame-src ${own}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
      },
    });
    const { page, faults } = await open(`${website.far}/strict`);
    const map = page.locator('kern-kaart');
    const frame = await embedIn(page);
    const inside = () => frame.evaluate(() => document.documentElement.getBoundingClientRect().height);
    await expect.poll(async () => (await heightOf(page, 'kern-kaart')) - (await inside())).toBeLessThan(1);
    expect(await page.getByText('Bekijk de kaart').isVisible()).toBe(false);
    const attributes = await map.evaluate(host =>
      Object.fromEntries(
        [...host.shadowRoot!.querySelector('iframe')!.attributes].map(({ name, value }) => [name, value]),
      ),
    );
    expect(attributes).toMatchObject({
      title: 'Leegstand',
      loading: 'lazy',
      referrerpolicy: 'strict-origin-when-cross-origin',
      allow: 'fullscreen',
      sandbox:
        'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
    });
    const told = await map.evaluateHandle(host => {
      const heard: [string, unknown][] = [];
      for (const name of ['height', 'shown', 'map'])
        document.addEventListener(`kern-kaart-${name}`, event => {
          heard.push([name, (event as CustomEvent).detail]);
        });
      const row = host as HTMLElement & { show(id: string | null): void };
      row.show('GM9999-nothing-like-this');
      return heard;
    });
    const id = await frame.locator('tr[data-id]', { hasText: 'Gouwdijk' }).getAttribute('data-id');
    await map.evaluate((host, id) => (host as HTMLElement & { show(id: string | null): void }).show(id), id);
    await frame.locator('.map-frame.moving').waitFor();
    await expect
      .poll(() => told.jsonValue())
      .toEqual(
        expect.arrayContaining([
          ['shown', { id, words: expect.stringContaining('Gouwdijk') }],
          ['map', { state: 'loading' }],
          ['map', { state: 'ready' }],
        ]),
      );
    expect(await frame.locator('tr.chosen').getAttribute('data-id')).toBe(id);
    await frame.locator('.table > summary').click();
    await expect
      .poll(async () => Math.abs((await heightOf(page, 'kern-kaart')) - (await inside())))
      .toBeLessThan(1);
    await map.evaluate(host => (host as HTMLElement & { show(id: string | null): void }).show(null));
    await expect.poll(() => frame.locator('tr.chosen').count()).toBe(0);
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it('can be changed, taken away and put back, and be defined twice', async () => {
    website.put({
      '/change': { body: element('height="300" auto-height="off" loading="eager"') + script() + script() },
    });
    const { page, faults } = await open(`${website.near}/change`);
    await embedIn(page);
    const map = page.locator('kern-kaart');
    await page.getByText('Bekijk de kaart').waitFor({ state: 'hidden' });
    expect(await heightOf(page, 'kern-kaart')).toBe(300);
    expect(
      await map.evaluate(host => 'start' in window || 'KernKaart' in window || host.shadowRoot === null),
    ).toBe(false);
    await map.evaluate(host => Object.assign(host, { height: 400, title: 'Anders' }));
    expect(await heightOf(page, 'kern-kaart')).toBe(400);
    expect(await map.evaluate(host => host.shadowRoot!.querySelector('iframe')!.title)).toBe('Anders');
    await map.evaluate(host => Object.assign(host, { autoHeight: true }));
    await map.evaluate(host => {
      host.remove();
      document.body.append(host);
    });
    await embedIn(page);
    await expect.poll(() => heightOf(page, 'kern-kaart')).toBeGreaterThan(900);
    await map.evaluate(host => host.setAttribute('src', 'javascript:alert(1)'));
    await page.getByText('Bekijk de kaart').waitFor();
    expect(await map.evaluate(host => host.shadowRoot!.querySelectorAll('iframe').length)).toBe(0);
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it('keeps its link where the site is not on the list', async () => {
    stranger.put({ '/refused': { body: element('height="200"') + script() } });
    const { page } = await open(`${stranger.far}/refused`);
    await page.waitForTimeout(4500);
    expect(await page.getByText('Bekijk de kaart').isVisible()).toBe(true);
    expect(page.frames().some(frame => frame.url().startsWith(`${own}/e/`))).toBe(false);
    await page.context().close();
  });

  it('is twenty times on a page, each as high as it should be', async () => {
    const twenty = Array.from({ length: 20 }, () => element('loading="eager"')).join('');
    website.put({ '/twenty': { body: twenty + script() } });
    const { page, faults } = await open(`${website.far}/twenty`);
    await expect
      .poll(() =>
        page.locator('kern-kaart').evaluateAll(maps => maps.filter(map => map.clientHeight > 900).length),
      )
      .toBe(20);
    const frames = page.frames().filter(frame => frame.url().startsWith(`${own}/e/`));
    await startIn(frames[0]!);
    expect(faults()).toEqual([]);
    await page.context().close();
  });
});

describe('a plain iframe', () => {
  it('gets its height where the page has the script, also when it comes later', async () => {
    website.put({ '/plain': { body: iframe() + script() } });
    const { page, faults } = await open(`${website.far}/plain`);
    await expect.poll(() => heightOf(page, '#kaart')).toBeGreaterThan(900);
    await page.evaluate(address => {
      const later = document.createElement('iframe');
      later.id = 'later';
      later.title = 'Later';
      later.src = address;
      document.body.append(later);
    }, `${own}/e/GM9999`);
    await expect.poll(() => heightOf(page, '#later')).toBeGreaterThan(900);
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it('is all there where a content system drops scripts, and a link where it drops frames too', async () => {
    website.put({
      '/no-scripts': { body: element() + iframe() },
      '/no-frames': { body: element() },
    });
    const { page, faults } = await open(`${website.far}/no-scripts`);
    expect(await page.getByText('Bekijk de kaart').isVisible()).toBe(true);
    await startIn(await embedIn(page));
    await page.goto(`${website.far}/no-frames`);
    await page.getByText('Bekijk de kaart').click();
    await page.getByRole('heading', { level: 1, name: 'Leegstand in Markerwaard' }).waitFor();
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it('moves in a sandbox without an origin of its own', async () => {
    website.put({ '/sandbox': { body: iframe('sandbox="allow-scripts"') } });
    const { page, faults } = await open(`${website.far}/sandbox`);
    const frame = await embedIn(page);
    expect(await frame.evaluate(() => self.origin)).toBe('null');
    await startIn(frame);
    await frame.getByRole('combobox').fill('gouwdijk');
    await frame.getByRole('option').first().click();
    await expect.poll(() => frame.locator('.map-status').textContent()).toContain('Gouwdijk');
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it('works where everything that keeps something is refused, and keeps nothing', async () => {
    website.put({ '/storage': { body: element('loading="eager"') + script() } });
    const { page, faults } = await open(`${website.far}/storage`, {}, page =>
      page.addInitScript(() => {
        const refuse = () => {
          throw new DOMException('refused', 'SecurityError');
        };
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
          Object.defineProperty(globalThis, name, { get: refuse, set: refuse });
        Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
        Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: refuse });
      }),
    );
    const frame = await embedIn(page);
    await startIn(frame);
    await expect.poll(() => heightOf(page, 'kern-kaart')).toBeGreaterThan(900);
    expect(await page.context().cookies()).toEqual([]);
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it('works for a reader who lets third parties keep nothing', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'kernkaart-profile-'));
    const strict = await launchWithoutThirdParties(profile);
    website.put({ '/third-party': { body: iframe() } });
    const page = await strict.newPage();
    const faults: string[] = [];
    page.on('pageerror', error => faults.push(error.message));
    await page.goto(`${website.far}/third-party`);
    const frame = await embedIn(page);
    // The refusal is real: without it this test would say nothing.
    await expect(frame.evaluate(() => localStorage.length)).rejects.toThrow('SecurityError');
    await startIn(frame);
    expect(faults).toEqual([]);
    await strict.close();
    await rm(profile, { recursive: true });
  });

  it('never catches who scrolls past; with Ctrl the map zooms and not the page', async () => {
    const room = '<p style="height:200px">boven</p>';
    website.put({
      '/scroll': {
        body: `${room}${element('loading="eager"')}<p style="height:3000px">onder</p>${script()}`,
      },
    });
    const { page, faults } = await open(`${website.far}/scroll`);
    const frame = await embedIn(page);
    await startIn(frame);
    // The frame has lost the focus, as when the reader has just come by.
    await page.getByText('boven').click();
    await page.evaluate(() =>
      (document.activeElement as HTMLElement).shadowRoot?.querySelector('iframe')?.blur(),
    );
    await expect.poll(() => frame.evaluate(() => document.hasFocus())).toBe(false);
    await frame.locator('.live').scrollIntoViewIfNeeded();
    const box = (await frame.locator('.live').boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 200)];
    const scrolled = () => page.evaluate(() => Math.round(scrollY));
    const scale = () => frame.locator('.maplibregl-ctrl-scale').textContent();
    const [from, before] = [await scrolled(), await scale()];
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 200);
    await expect.poll(scrolled).toBeGreaterThan(from);
    expect(await scale()).toBe(before);
    await page.evaluate(top => scrollTo(0, top), from);
    await page.keyboard.down('Control');
    for (const _ of [1, 2, 3, 4]) await page.mouse.wheel(0, -240);
    await page.keyboard.up('Control');
    await expect.poll(scale).not.toBe(before);
    expect(await scrolled()).toBe(from);
    expect(await page.evaluate(() => [visualViewport!.scale, innerWidth])).toEqual([1, 1000]);
    expect(faults()).toEqual([]);
    await page.context().close();
  });
});

describe('a hostile page', () => {
  it('is not shown an embed that its site may not show', async () => {
    stranger.put({ '/steal': { body: iframe() } });
    const { page } = await open(`${stranger.near}/steal`);
    await page.waitForTimeout(1000);
    expect(page.frames().some(frame => frame.url().startsWith(`${own}/e/`))).toBe(false);
    await page.context().close();
  });

  it('learns nothing without asking, and from another window nothing is heard', async () => {
    website.put({
      '/other': { body: '<p>ander</p>' },
      '/forge': {
        body: `${iframe()}<iframe id="other" title="ander" src="${website.near}/other"></iframe>`,
      },
    });
    const { page, faults } = await open(`${website.far}/forge`, {}, page =>
      page.addInitScript(() => {
        const seen = globalThis as never as { heard: unknown[] };
        seen.heard = [];
        addEventListener('message', ({ data }) => seen.heard.push(data));
      }),
    );
    const frame = await embedIn(page);
    await frame.getByRole('button', { name: START }).waitFor();
    const heard = () => page.evaluate(() => (globalThis as never as { heard: unknown[] }).heard);
    // A window beside it, of an origin on the list; then its own page, with what is no message.
    await page.frame({ url: `${website.near}/other` })!.evaluate(() => {
      const beside = parent.frames[0]!;
      beside.postMessage({ kernkaart: 'hello' }, '*');
      beside.postMessage({ kernkaart: 'start' }, '*');
    });
    await page.evaluate(() => {
      const embed = frames[0]!;
      for (const data of [
        null,
        'start',
        { kernkaart: 'evil' },
        { kernkaart: 'show', id: {} },
        { kernkaart: 'start' },
      ])
        embed.postMessage(data, '*');
    });
    await page.waitForTimeout(1000);
    expect(await heard()).toEqual([]);
    expect(await frame.locator('.live').count()).toBe(0);
    await page.evaluate(() => frames[0]!.postMessage({ kernkaart: 'hello' }, '*'));
    await expect.poll(heard).toEqual([{ kernkaart: 'height', height: expect.any(Number) }]);
    expect(faults()).toEqual([]);
    await page.context().close();
  });

  it('or a hostile frame cannot speak for the embed, nor make the page endless', async () => {
    website.put({
      '/liar': { body: '<p>leugen</p>' },
      '/lied-to': {
        body: `${element('loading="eager"')}<iframe title="leugen" src="${website.near}/liar"></iframe>${script()}`,
      },
    });
    const { page } = await open(`${website.far}/lied-to`);
    await embedIn(page);
    await expect.poll(() => heightOf(page, 'kern-kaart')).toBeGreaterThan(900);
    const honest = await heightOf(page, 'kern-kaart');
    await page.frame({ url: `${website.near}/liar` })!.evaluate(() => {
      for (const height of [50, 99_999]) parent.postMessage({ kernkaart: 'height', height }, '*');
    });
    await page.waitForTimeout(500);
    expect(await heightOf(page, 'kern-kaart')).toBe(honest);
    const embed = await embedIn(page);
    for (const [height, becomes] of [
      [1e9, 5000],
      [-1, 100],
    ] as const) {
      await embed.evaluate(value => parent.postMessage({ kernkaart: 'height', height: value }, '*'), height);
      await expect.poll(() => heightOf(page, 'kern-kaart')).toBe(becomes);
    }
    for (const data of [{ kernkaart: 'height', height: '9px' }, 'height', null])
      await embed.evaluate(value => parent.postMessage(value, '*'), data);
    await page.waitForTimeout(300);
    expect(await heightOf(page, 'kern-kaart')).toBe(100);
    await page.context().close();
  });
});
