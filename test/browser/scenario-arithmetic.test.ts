import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalText } from '../../server/planning/canonical.ts';
import { recompute } from '../../server/planning/recompute.ts';
import { planningBundle } from '../support/planning-bundle.ts';
import { anyBase, anyDocument } from '../support/random-scenario.ts';
import { launchBrowser } from './browser.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: await planningBundle() });
});
afterAll(async () => {
  await browser?.close();
});

test('a browser and the server work out the same, to the last digit', async () => {
  await fc.assert(
    fc.asyncProperty(anyBase, anyDocument, async (base, document) => {
      const there = await page.evaluate(
        ([document, base]) => {
          const { outcome } = globalThis as never as { outcome(document: unknown, base: unknown): string };
          return outcome(document, base);
        },
        [document, base] as const,
      );
      expect(there).toBe(canonicalText(recompute(document, base)));
    }),
    { numRuns: 60 },
  );
});
