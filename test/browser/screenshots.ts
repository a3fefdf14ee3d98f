/**
 * Pictures of a running Kernkaart, to be looked at: three widths, two languages, two themes.
 * Usage: node test/browser/screenshots.ts ADDRESS [SIGN-IN LINK]; with a link the planner's readings as well.
 * They are written to `test/browser/shots`, which is not kept. With `--picture` after the link it takes one only: the
 * picture of the README, of Markerwaard as a planner sees it, to `test/browser/explore.png`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser, mapDrawn, visit } from './browser.ts';

const SHOTS = join(import.meta.dirname, 'shots');
const WIDTHS = { 1440: 900, 820: 1180, 360: 780 };
const PICTURE = join(import.meta.dirname, 'explore.png');
/** A centre with its figures beside it, close enough to tell streets, squares and centre apart. */
const PICTURE_VIEW = 'municipality=GM9999&language=nl&theme=light';
const VISITOR = {
  percentage: '',
  concentration: 'reading=concentration',
  table: 'show=table',
  list: 'tab=list',
  streets: 'reading=streets',
};
const PLANNER = {
  ...VISITOR,
  premises: 'reading=premises',
  'premises-table': 'reading=premises&show=table&rows=drawn',
  filtered: 'duration=over-3&floor-area=100-',
};

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
  file = join(SHOTS, `${name}.png`),
): Promise<void> {
  const { page, faults } = await visit(browser, address, options);
  await mapDrawn(page);
  // Tiles and names come after the first drawing.
  await page.waitForTimeout(2500);
  await page.screenshot({ path: file });
  process.stdout.write(`${name} ${faults.join('; ')}\n`);
  await page.context().close();
}

/** The README's picture: the largest town centre chosen, so that its figures stand beside the map. */
async function takePicture(browser: Browser, address: string, state: StorageState): Promise<void> {
  const viewport = { width: 1440, height: 900 };
  const options = { viewport, storageState: state };
  const { page } = await visit(browser, `${address}/?${PICTURE_VIEW}`, options);
  await mapDrawn(page);
  await page.locator('.areas .row', { hasText: 'Centrum Markerhaven' }).first().click();
  await page.waitForTimeout(1500);
  const search = new URL(page.url()).search;
  await page.context().close();
  mkdirSync(join(PICTURE, '..'), { recursive: true });
  await shoot(browser, 'picture', `${address}/${search}`, options, PICTURE);
}

const [address, link, only] = process.argv.slice(2);
if (address === undefined)
  throw new Error('Usage: node test/browser/screenshots.ts ADDRESS [SIGN-IN LINK [--picture]]');
mkdirSync(SHOTS, { recursive: true });
const browser = await launchBrowser();
const storageState = link === undefined ? undefined : await session(browser, link);
const pictureOnly = only === '--picture' && storageState !== undefined;
if (pictureOnly) await takePicture(browser, address, storageState);
const views = pictureOnly ? [] : Object.entries(storageState ? PLANNER : VISITOR);
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
