import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallTargets, violations } from './axe.ts';
import { launchBrowser, mapDrawn, visit } from './browser.ts';
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

const SCREENS = ['nl', 'en'].flatMap(language =>
  ['light', 'dark'].flatMap(theme => [1440, 820, 360].map(width => ({ language, theme, width }))),
);
const VIEWS = ['', '&area=centrum&tab=list', '&show=table', '&show=table&rows=drawn&function=retail'];

describe('the explore screen', () => {
  it.each(SCREENS)(
    'has nothing that axe finds: $language, $theme, $width px',
    async ({ language, theme, width }) => {
      const plain = `${kernkaart.address}/?municipality=GM9901&language=${language}&theme=${theme}`;
      const viewport = { width, height: width === 360 ? 780 : 900 };
      const { page, faults } = await visit(browser, plain, { viewport, bypassCSP: true });
      for (const view of VIEWS) {
        if (view !== '') await page.goto(plain + view);
        else await mapDrawn(page);
        await page.locator('.areas .row').first().waitFor({ state: 'attached' });
        await page.locator('kk-place .figure').first().waitFor({ state: 'attached' });
        expect(await violations(page), view).toEqual([]);
        expect(await smallTargets(page), view).toEqual([]);
        const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(sideways, view).toBeLessThanOrEqual(0);
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );
});

describe('the sign-in page', () => {
  it('has nothing that axe finds', async () => {
    const { page, faults } = await visit(browser, await kernkaart.signInLink(), { bypassCSP: true });
    await page.getByRole('button', { name: 'Inloggen' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('at 400 per cent', () => {
  it('everything is there without scrolling sideways', async () => {
    const viewport = { width: 320, height: 256 };
    const { page } = await visit(browser, `${kernkaart.address}/?municipality=GM9901&tab=list`, { viewport });
    await page.locator('.areas .row').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.context().close();
  });
});
