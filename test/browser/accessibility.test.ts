import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, mapDrawn, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

let kernkaart: Kernkaart;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  kernkaart = await startKernkaart();
  browser = await launchBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await browser?.close();
  await kernkaart?.close();
});

/** What axe finds against WCAG 2.2 A and AA, as `rule: element`. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const engine = (globalThis as never as { axe: { run(options: object): Promise<AxeResult> } }).axe;
    const { violations } = await engine.run({ runOnly: tags });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    interface AxeResult {
      violations: { id: string; nodes: { target: string[] }[] }[];
    }
  });
}

/** Everything that can be pressed and is smaller than a thumb, links in running text apart. */
const smallTargets = (page: Page): Promise<string[]> =>
  page
    .locator('button, select, input:not([type=radio]), summary, label.choice, label.segment')
    .evaluateAll(targets =>
      targets
        .filter(target => target.checkVisibility())
        .filter(target => target.getBoundingClientRect().height < 43.5)
        .map(target => `${target.tagName} ${target.className} ${target.textContent?.trim()}`),
    );

const WIDTHS = {
  '1440': { width: 1440, height: 900 },
  '820': { width: 820, height: 1180 },
  '360': { width: 360, height: 780 },
};
const VIEWS = ['', '&area=centrum&tab=list', '&show=table'];

describe.each(['nl', 'en'])('in %s', language => {
  describe.each(['light', 'dark'])('%s', theme => {
    it.each(Object.entries(WIDTHS))(
      '%s px wide, axe finds nothing and every target is large',
      async (_, viewport) => {
        const plain = `${kernkaart.address}/?municipality=GM9901&language=${language}&theme=${theme}`;
        const { page, faults } = await visit(browser, plain, { viewport, bypassCSP: true });
        for (const view of VIEWS) {
          await page.goto(plain + view);
          if (view === '') await mapDrawn(page);
          else await page.locator('.areas .row').first().waitFor({ state: 'attached' });
          await page.locator('kk-place .figure').first().waitFor({ state: 'attached' });
          expect(await violations(page), view).toEqual([]);
          expect(await smallTargets(page), view).toEqual([]);
          expect(
            await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
            view,
          ).toBeLessThanOrEqual(0);
        }
        expect(faults).toEqual([]);
        await page.context().close();
      },
    );
  });
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
