import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalText } from '../../server/planning/canonical.ts';
import { recompute } from '../../server/planning/recompute.ts';
import { anyBase, anyDocument } from '../support/random-scenario.ts';
import { launchBrowser } from './browser.ts';

const MODEL = new URL('../../server/planning/', import.meta.url).pathname;

/** The model as one script, made as the client is made. */
async function bundledModel(): Promise<string> {
  const entry = 'virtual:model';
  const source = `import { recompute } from '${MODEL}recompute.ts';
    import { canonicalText } from '${MODEL}canonical.ts';
    globalThis.outcome = (document, base) => canonicalText(recompute(document, base));`;
  const output = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'model',
        resolveId: id => (id === entry ? `\0${entry}` : undefined),
        load: id => (id === `\0${entry}` ? source : undefined),
      },
    ],
    build: { write: false, minify: true, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  })) as Rolldown.RolldownOutput | Rolldown.RolldownOutput[];
  const [first] = Array.isArray(output) ? output : [output];
  return first!.output.find(part => part.type === 'chunk')!.code;
}

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: await bundledModel() });
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
