import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TOWN } from '../api/small-town.ts';
import { launchBrowser, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

/** Kilobytes as they travel (brotli): what issue and bench hold an embed to, of which the bench measures a real town. */
const BEFORE = 60;
const AFTER = 400;
const LOADER = 4;

const CLIENT = join(import.meta.dirname, '../../dist/client');

let kernkaart: Kernkaart;
let browser: Browser;
beforeAll(async () => {
  kernkaart = await startKernkaart();
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await kernkaart?.close();
});

test('an embed stays within what may travel before and after the press', async () => {
  const { page } = await visit(browser, 'about:blank');
  // Of the browser itself: workers fetch too, and they are not among the requests of a page.
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: true,
  });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(`${kernkaart.address}/e/${TOWN}`);
  const press = page.locator('.map-actions button').first();
  await press.waitFor();
  await page.waitForLoadState('networkidle');
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes / 1000).toBeLessThanOrEqual(BEFORE);
  await press.click();
  await page.locator('.map-frame.moving').waitFor();
  await page.waitForLoadState('networkidle');
  // The page and the worker of the map share a script: fetched once, it is in the count.
  expect(bytes).toBeGreaterThan(200_000);
  expect(bytes / 1000).toBeLessThanOrEqual(AFTER);
});

test('the loader of other people’s pages is small', () => {
  const packed = readFileSync(join(CLIENT, 'embed.js.br')).length;
  expect(packed).toBeGreaterThan(500);
  expect(packed / 1000).toBeLessThanOrEqual(LOADER);
});
