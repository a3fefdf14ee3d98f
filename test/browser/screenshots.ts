/**
 * Pictures of a running Kernkaart, to be looked at: three widths, two languages, two themes.
 * Usage: node test/browser/screenshots.ts ADDRESS [SIGN-IN LINK]; with a link the planner's readings as well.
 * They are written to `test/browser/shots`, which is not kept.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser, mapDrawn, visit } from './browser.ts';

const SHOTS = join(import.meta.dirname, 'shots');
const WIDTHS = { 1440: 900, 820: 1180, 360: 780 };
const VISITOR = {
  percentage: '',
  concentration: 'reading=concentration',
  table: 'show=table',
  list: 'tab=list',
};
const PLANNER = { ...VISITOR, premises: 'reading=premises' };

type StorageState = Exclude<BrowserContextOptions['storageState'], string | undefined>;

async function session(browser: Browser, link: string): Promise<StorageState> {
  const { page } = await visit(browser, link);
  await Promise.all([page.waitForURL(url => url.pathname === '/'), page.locator('button.primary').click()]);
  const state = await page.context().storageState();
  await page.context().close();
  return state;
}

/** One picture; what must not happen is printed beside its name. */
async function shoot(
  browser: Browser,
  name: string,
  address: string,
  options: BrowserContextOptions,
): Promise<void> {
  const { page, faults } = await visit(browser, address, options);
  await mapDrawn(page);
  // Tiles and names come after the first drawing.
  await page.waitForTimeout(2500);
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  process.stdout.write(`${name} ${faults.join('; ')}\n`);
  await page.context().close();
}

const [address, link] = process.argv.slice(2);
if (address === undefined) throw new Error('Usage: node test/browser/screenshots.ts ADDRESS [SIGN-IN LINK]');
mkdirSync(SHOTS, { recursive: true });
const browser = await launchBrowser();
const storageState = link === undefined ? undefined : await session(browser, link);
const views = Object.entries(storageState ? PLANNER : VISITOR);
for (const [width, height] of Object.entries(WIDTHS))
  for (const language of ['nl', 'en'])
    for (const theme of ['light', 'dark'])
      for (const [view, query] of views) {
        const name = [storageState ? 'planner' : 'visitor', view, width, language, theme].join('-');
        const search = `?language=${language}&theme=${theme}&${query}`;
        const viewport = { width: Number(width), height };
        await shoot(browser, name, `${address}/${search}`, {
          viewport,
          ...(storageState && { storageState }),
        });
      }
await browser.close();
