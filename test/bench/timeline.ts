import path from 'node:path';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import type { Database } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { DEMO_CODE } from '../../geodata/demo/generate.ts';
import { loadDemo } from '../../geodata/demo/load.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { drain, listen, portOf } from '../../server/http/listen.ts';
import { readStaticFiles } from '../../server/http/static-files.ts';
import { ROLE_COOKIE, SESSION_COOKIE } from '../../server/http/viewer.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { beginSession, makeSignInToken } from '../../server/queries/session.ts';
import { launchBrowser } from '../browser/browser.ts';
import type { Bench } from './ground/bench.ts';
import { percentile } from './ground/clock.ts';
import { measureFilters, measureSteps, type Steps } from './ground/timeline-page.ts';

const CLIENT = path.join(import.meta.dirname, '../../dist/client');

/** Steps per reading: enough for a 95th percentile, few enough for a map that is drawn by software. */
const STEPS = 12;

/** Readings of a planner: where they look, and which of our layers the yardstick stands in for. */
const VIEWS = [
  { what: 'surface', query: 'map=13.00/52.59200/5.26200', yardstick: 'squares' },
  { what: 'squares', query: 'map=15.00/52.59200/5.26200', yardstick: 'squares' },
  { what: 'premises', query: 'reading=premises&map=15.50/52.59200/5.26200', yardstick: 'points' },
] as const;

/** The demo town: a real extract has one reference date, and nothing to step through. */
async function loadTown(database: Database): Promise<void> {
  const [there] = await database.query(sql`select 1 as there from municipality where code = ${DEMO_CODE}`);
  if (there) return;
  const context = { madeBy: 'bench', software: 'bench', publish: publishFigures, progress: () => {} };
  await loadDemo({ database, ...context });
}

async function openPage(browser: Browser, origin: string, session: string, query: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 720 } });
  await context.addCookies([
    { name: SESSION_COOKIE, value: session, url: origin },
    { name: ROLE_COOKIE, value: 'planner', url: origin },
  ]);
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${origin}/?municipality=${DEMO_CODE}&${query}`);
  await page.locator('.explore[data-map="ready"]').waitFor();
  return page;
}

function addFigures({ add }: Bench, what: string, ours: Steps, yardstick: Steps): void {
  for (const part of ['script', 'paint'] as const)
    add({
      what: `timeline step, ${what}, ${part}, p95`,
      value: percentile(ours[part], 0.95),
      unit: 'ms',
      yardstick: { what: 'the same step by setFilter', value: percentile(yardstick[part], 0.95) },
    });
}

/**
 * A step of the timeline in a real browser: time until its scripts are done, and until its frame is drawn, beside
 * the same step made the usual way: a class per date on every feature, and a filter per class. The engine of the
 * database does not matter, so it is taken once.
 */
export default async function timeline(bench: Bench): Promise<void> {
  const { engine, database } = bench;
  if (engine !== 'embedded') return;
  await loadTown(database);
  const logger = pino({ level: 'silent' });
  const app = createApp(
    { database, config: readConfig({}), logger },
    { files: await readStaticFiles(CLIENT) },
  );
  const server = await listen(app, 0, '127.0.0.1');
  const origin = `http://127.0.0.1:${portOf(server)}`;
  const session = await beginSession(database, await makeSignInToken(database));
  const browser = await launchBrowser();
  try {
    for (const { what, query, yardstick } of VIEWS) {
      const page = await openPage(browser, origin, session!, query);
      const ours = await page.evaluate(measureSteps, STEPS);
      addFigures(
        bench,
        what,
        ours,
        await page.evaluate(measureFilters, [yardstick, STEPS] as ['squares' | 'points', number]),
      );
      await page.context().close();
    }
  } finally {
    await browser.close();
    await drain(server);
  }
}
