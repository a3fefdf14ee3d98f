import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { drain, listen, portOf } from '../../server/http/listen.ts';
import { readStaticFiles } from '../../server/http/static-files.ts';
import { launchBrowser, visit } from '../browser/browser.ts';
import type { Bench } from './ground/bench.ts';
import { percentile } from './ground/clock.ts';
import { observePaint, type Paint, paintOf, slowDown } from './ground/paint.ts';

const CLIENT = path.join(import.meta.dirname, '../../dist/client');

/** First visits that are measured, each in a browser profile of its own. */
const VISITS = 5;

interface Entry {
  file: string;
  css?: string[];
  imports?: string[];
}

/** Bytes of JavaScript, brotli, that the page waits for before it draws anything but the map. */
function scriptBytes(): number {
  const manifest = JSON.parse(readFileSync(path.join(CLIENT, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Entry
  >;
  const first = manifest['index.html'];
  if (first === undefined) throw new Error('The client is not built: npm run build');
  const files = new Set<string>();
  const add = ({ file, imports = [] }: Entry) => {
    files.add(file);
    for (const name of imports) add(manifest[name]!);
  };
  add(first);
  return [...files].reduce((sum, file) => sum + statSync(path.join(CLIENT, `${file}.br`)).size, 0);
}

/** With the bytes of everything that the first screen is made of. */
type Visited = Paint & { bytes: number };

/** What a reader does first: choose an area, another function, the table, and back. */
async function use(page: Page): Promise<void> {
  await page.locator('.areas .row').first().click();
  await page.locator('.filters summary').click();
  await page.locator('.filters select').first().selectOption('retail');
  await page.locator('.side-actions > .button').click();
  await page.locator('.side-actions > .button').click();
  await page.waitForTimeout(500);
}

/** One visit. Without WebGL the shell is all there is: list, figures and table. */
async function measure(browser: Browser, address: string, drawn: boolean): Promise<Visited> {
  const { page } = await visit(browser, 'about:blank');
  await page.addInitScript(observePaint);
  const session = await slowDown(page);
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(address);
  await page.locator(`.explore[data-map="${drawn ? 'ready' : 'unsupported'}"]`).waitFor({ timeout: 120_000 });
  await page.locator('.areas .row').first().waitFor();
  await page.waitForTimeout(1000);
  const firstScreen = bytes;
  await use(page);
  const paint = await paintOf(page);
  await page.context().close();
  return { ...paint, bytes: firstScreen };
}

const median = (all: readonly Visited[], of: Exclude<keyof Visited, 'element'>): number =>
  percentile(
    all.map(one => one[of]),
    0.5,
  );

async function visits(address: string, drawn: boolean): Promise<Visited[]> {
  const browser = await launchBrowser({ webgl: drawn });
  const all: Visited[] = [];
  for (let run = 0; run < VISITS; run += 1) all.push(await measure(browser, address, drawn));
  await browser.close();
  return all;
}

/** The first visit on a slow phone and network: what is painted when, what moves, and how fast it answers. */
export default async function benchShell({ database, municipality, add }: Bench): Promise<void> {
  if (!existsSync(path.join(CLIENT, 'index.html'))) throw new Error('The client is not built: npm run build');
  const files = await readStaticFiles(CLIENT);
  const app = createApp({ database, config: readConfig({}), logger: pino({ level: 'silent' }) }, { files });
  const server = await listen(app, 0, '127.0.0.1');
  const address = `http://127.0.0.1:${portOf(server)}/?municipality=${municipality}`;
  try {
    const shell = await visits(address, false);
    const whole = await visits(address, true);
    add({ what: 'shell: largest paint, median', value: median(shell, 'lcp'), unit: 'ms', target: 2000 });
    add({
      what: 'shell: slowest press to paint, median',
      value: median(shell, 'slowest'),
      unit: 'ms',
      target: 150,
    });
    add({ what: 'with a map drawn by software: largest paint', value: median(whole, 'lcp'), unit: 'ms' });
    add({ what: 'with a map drawn by software: slowest press', value: median(whole, 'slowest'), unit: 'ms' });
    add({ what: 'layout shift, thousandths', value: 1000 * median(whole, 'shift'), unit: '‰', target: 50 });
    add({ what: 'JavaScript before the map, brotli', value: scriptBytes() / 1000, unit: 'kB', target: 90 });
    add({
      what: 'first explore screen, all of it',
      value: median(whole, 'bytes') / 1000,
      unit: 'kB',
      target: 520,
    });
  } finally {
    await drain(server);
  }
}
