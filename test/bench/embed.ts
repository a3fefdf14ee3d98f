import { existsSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { pino } from 'pino';
import type { Browser } from 'playwright-core';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { drain, listen, portOf } from '../../server/http/listen.ts';
import { readStaticFiles } from '../../server/http/static-files.ts';
import { launchBrowser, visit } from '../browser/browser.ts';
import { type Bench, jsonOf } from './ground/bench.ts';
import { percentile } from './ground/clock.ts';
import { observePaint, type Paint, paintOf, slowDown } from './ground/paint.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const CLIENT = path.join(ROOT, 'dist/client');
const MAPLIBRE = ['maplibre-gl.mjs', 'maplibre-gl-worker.mjs'].map(name =>
  path.join(ROOT, 'node_modules/maplibre-gl/dist', name),
);

/** First visits that are measured, each in a browser profile of its own. */
const VISITS = 5;

/** What the issue asks: kilobytes (brotli, all that is transferred), milliseconds, thousandths. */
const TARGETS = { before: 60, after: 400, loader: 4, paint: 1200, shift: 0 };

const brotli = (file: string): number => brotliCompressSync(readFileSync(file)).length / 1000;

/** One first visit: before anything is pressed, and after the moving map has drawn. */
interface Visited extends Paint {
  before: number;
  after: number;
}

/**
 * One visit. Bytes are what the server wrote, headers included: what the worker of the map asks for is not among what
 * the browser tells of its page.
 */
async function measure(browser: Browser, address: string, written: () => number): Promise<Visited> {
  const { page } = await visit(browser, 'about:blank');
  await page.addInitScript(observePaint);
  await slowDown(page);
  const begin = written();
  await page.goto(address);
  await page.locator('.map-actions button').first().waitFor();
  await page.waitForTimeout(1500);
  const before = written() - begin;
  const paint = await paintOf(page);
  await page.locator('.map-actions button').first().click();
  await page.locator('.map-frame.moving').waitFor({ timeout: 120_000 });
  await page.waitForTimeout(1500);
  const shift = (await paintOf(page)).shift;
  const after = written() - begin;
  await page.context().close();
  return { ...paint, shift, before: before / 1000, after: after / 1000 };
}

async function visits(address: string, written: () => number): Promise<Visited[]> {
  const browser = await launchBrowser();
  const all: Visited[] = [];
  for (let run = 0; run < VISITS; run += 1) all.push(await measure(browser, address, written));
  await browser.close();
  return all;
}

type Measured = 'before' | 'after' | 'lcp' | 'shift';
const median = (all: readonly Visited[], of: Measured): number =>
  percentile(
    all.map(one => one[of]),
    0.5,
  );

/** The embed of a real town on a slow phone and network: what travels, when it is there, and whether anything moves. */
export default async function benchEmbed({ database, municipality, get, add }: Bench): Promise<void> {
  if (!existsSync(path.join(CLIENT, 'embed.js'))) throw new Error('The client is not built: npm run build');
  const files = await readStaticFiles(CLIENT);
  const app = createApp({ database, config: readConfig({}), logger: pino({ level: 'silent' }) }, { files });
  const server = await listen(app, 0, '127.0.0.1');
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  const written = () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
  const still = await get(`/api/v1/areas/${municipality}/map.svg`);
  const { areas } = jsonOf<{ areas: { id: string; kind: string }[] }>(
    await get(`/api/v1/areas?municipality=${municipality}`),
  );
  const area = areas.find(({ kind }) => kind === 'town-centre') ?? areas[0]!;
  try {
    for (const [name, id] of [
      ['municipality', municipality],
      ['an area', area.id],
    ] as const) {
      const all = await visits(`http://127.0.0.1:${portOf(server)}/e/${id}`, written);
      const line = (
        what: string,
        of: Measured,
        unit: 'kB' | 'ms' | '‰',
        target: number,
        yardstick?: { what: string; value: number },
      ) =>
        add({
          what: `embed of ${name}: ${what}${of === 'lcp' ? ` (${all.at(-1)!.element})` : ''}, median`,
          value: median(all, of) * (of === 'shift' ? 1000 : 1),
          unit,
          target,
          ...(yardstick && { yardstick }),
        });
      const picture = {
        what: 'the still map alone, brotli',
        value: brotliCompressSync(still.bytes).length / 1000,
      };
      const maplibre = {
        what: 'MapLibre alone: script and worker',
        value: MAPLIBRE.reduce((sum, file) => sum + brotli(file), 0),
      };
      line('all that travels before a press', 'before', 'kB', TARGETS.before, picture);
      line('all that travels until the map has drawn', 'after', 'kB', TARGETS.after, maplibre);
      line('largest paint', 'lcp', 'ms', TARGETS.paint);
      line('layout shift, thousandths', 'shift', '‰', TARGETS.shift);
    }
    add({
      what: 'loader of <kern-kaart>, brotli',
      value: brotli(path.join(CLIENT, 'embed.js')),
      unit: 'kB',
      target: TARGETS.loader,
    });
  } finally {
    await drain(server);
  }
}
