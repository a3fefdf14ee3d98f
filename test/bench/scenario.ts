import { existsSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { sql } from '../../geodata/database/sql.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { ScenarioDocument } from '../../server/contract/scenario.ts';
import type { ScenarioBase } from '../../server/contract/scenario-base.ts';
import { drain, listen, portOf } from '../../server/http/listen.ts';
import { readStaticFiles } from '../../server/http/static-files.ts';
import { MEASURES } from '../../server/planning/measures.ts';
import { newDocument, newMeasure } from '../../server/planning/new-document.ts';
import { recompute } from '../../server/planning/recompute.ts';
import { type BaseAndGround, scenarioBase } from '../../server/queries/scenario-base.ts';
import { beginDraft } from '../../server/queries/scenario-new.ts';
import { publishDraft } from '../../server/routes/scenario-archive.ts';
import { launchBrowser, visit } from '../browser/browser.ts';
import { planningBundle } from '../support/planning-bundle.ts';
import { drawn, flowOf, sampleBase, sampleDocument } from '../support/scenario-base.ts';
import type { Bench } from './ground/bench.ts';
import { percentile, repeat, sideBySide, timed } from './ground/clock.ts';
import { observePaint, paintOf, slowDown } from './ground/paint.ts';

const CLIENT = path.join(import.meta.dirname, '../../dist/client');
const TIMES = 40;
const VISITS = 5;
const FUNCTIONS = ['retail', 'office', 'services', 'hospitality', 'housing'] as const;

/** 5,000 premises, one in nine vacant, with flows. */
function largeBase(): ScenarioBase {
  const premises = Array.from({ length: 5000 }, (_, index) => ({
    id: `p${String(index).padStart(5, '0')}`,
    x: (index * 37) % 999,
    function: FUNCTIONS[index % FUNCTIONS.length]!,
    floorArea: 50 + ((index * 13) % 400),
    ...(index % 9 === 0 ? { status: 'vacant' as const, duration: 'over-3' as const } : {}),
    allowed: 'retail' as const,
    side: index % 2 === 0 ? ('even' as const) : ('odd' as const),
  }));
  return sampleBase(
    premises,
    FUNCTIONS.map(code => flowOf(code, 0.05, 0.4)),
  );
}

/** Ten measures, each on a third of the area, over ten years. */
function largeDocument(): ScenarioDocument {
  const measures = [...MEASURES, ...MEASURES.slice(2, 5)].map((model, index) => ({
    ...newMeasure(model.kind, { id: `m${index}`, from: 2027, until: 2032 }),
    place: drawn((index * 83) % 700, ((index * 83) % 700) + 300),
    target: model.target === null ? null : drawn(0, 400),
    takes: model.takes.at(-1)!,
  }));
  const baseline = { ...newDocument({ title: '', referenceDate: '2026-10-01' }).baseline };
  return sampleDocument(measures, { horizon: 2036, baseline });
}

/** The same scenario with one parameter turned, as a planner's slider does. */
function turned(document: ScenarioDocument, run: number): ScenarioDocument {
  const measures = document.measures.map((measure, index) => {
    if (index !== 2) return measure;
    const suitable = { ...measure.parameters.suitable!, mid: 0.3 + run / 1000 };
    return { ...measure, parameters: { ...measure.parameters, suitable } };
  });
  return { ...document, measures };
}

/** What anybody needs at least: every premises followed through the years in three cases, without any measure. */
function plainLoop(base: ScenarioBase, years: number): number {
  let vacant = 0;
  for (const share of [0.3, 0.4, 0.5])
    for (const one of base.premises.ids.map((_, index) => ({
      state: base.premises.durations[index]! > 0 ? 1 : 0,
    })))
      for (let year = 0; year < years; year++) {
        one.state = one.state * (1 - share) + (1 - one.state) * 0.05;
        vacant += one.state;
      }
  return vacant;
}

async function benchModel({ add }: Bench): Promise<void> {
  const [base, document] = [largeBase(), largeDocument()];
  const yardstick = 'each premises followed through the years, no measure';
  const here = await sideBySide(
    TIMES,
    async run => recompute(turned(document, run), base),
    async () => plainLoop(base, 11),
  );
  add({
    what: 'scenario of 5,000 premises x 10 measures, server, p95',
    value: percentile(here.ours, 0.95),
    unit: 'ms',
    yardstick: { what: yardstick, value: percentile(here.yardstick, 0.95) },
    target: 100,
  });
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.addScriptTag({ content: await planningBundle() });
  const there = await page.evaluate(
    ([documents, base]) => {
      const { recompute } = globalThis as never as { recompute(document: unknown, base: unknown): unknown };
      return documents.map(document => {
        const started = performance.now();
        recompute(document, base);
        return performance.now() - started;
      });
    },
    [Array.from({ length: TIMES + 5 }, (_, run) => turned(document, run)), base] as const,
  );
  await browser.close();
  // The first ones compile.
  const values = there.slice(5);
  add({
    what: 'the same in Chromium, p50',
    value: percentile(values, 0.5),
    unit: 'ms',
    yardstick: { what: yardstick, value: percentile(here.yardstick, 0.5) },
    target: 16,
  });
  add({ what: 'the same in Chromium, p95', value: percentile(values, 0.95), unit: 'ms', target: 16 });
}

/** The area with the most premises, and the series that is there. */
async function question({ query, municipality }: Bench) {
  const [area] = await query(sql`
    select area as id, count(*) as premises from premises_area join area on area.id = premises_area.area
    where area.municipality = ${municipality} group by area order by 2 desc, 1 limit 1`);
  const [series] = await query(sql`
    select series.id, max(date)::text as date from series join reference_date on reference_date.series = series.id
    where municipality = ${municipality} group by series.id order by series.id limit 1`);
  return {
    municipality,
    area: String(area!.id),
    premises: Number(area!.premises),
    series: String(series!.id),
    referenceDate: String(series!.date),
    accesses: ['open', 'planner', 'licensed'],
  };
}

/** A scenario that can be published: every source named, five figures, one measure. */
function publishable(base: ScenarioBase): ScenarioDocument {
  const year = Number(base.series.referenceDate.slice(0, 4));
  const fresh = newDocument({ title: 'Proef', referenceDate: base.series.referenceDate });
  const measure = newMeasure('office-to-homes', { id: 'm', from: year + 1, until: year + 3 });
  const named = Object.entries(measure.parameters).map(
    ([id, given]) => [id, { ...given, source: 'proef' }] as const,
  );
  const { staying } = fresh.baseline;
  return {
    ...fresh,
    summary: 'Een proef om te meten hoe snel een lezer de tekst ziet, met een alinea van gewone lengte erin.',
    baseline: { ...fresh.baseline, ...(staying && { staying: { ...staying, source: 'proef' } }) },
    measures: [
      {
        ...measure,
        takes: 'all',
        place: { kind: 'area', id: base.area.id },
        parameters: Object.fromEntries(named),
      },
    ],
  };
}

async function benchStorage(bench: Bench): Promise<string> {
  const { database, add, query } = bench;
  const asked = await question(bench);
  const both = await sideBySide(
    10,
    async () => scenarioBase(database.as('planner'), asked),
    async () =>
      query(sql`select premises.id, st_x(point), st_y(point), states from premises
        join premises_area on premises_area.premises = premises.id and premises_area.area = ${asked.area}
        left join premises_state on premises_state.premises = premises.id and series = ${asked.series}`),
  );
  add({
    what: `base of an area of ${asked.premises} premises, p50`,
    value: percentile(both.ours, 0.5),
    unit: 'ms',
    yardstick: { what: 'bare SQL: its premises with their states', value: percentile(both.yardstick, 0.5) },
  });
  const found = (await scenarioBase(database.as('planner'), asked)) as BaseAndGround;
  const id = await beginDraft(database, publishable(found.base), found);
  const { milliseconds, result } = await timed(() => publishDraft(database, id, 1));
  if (result === undefined || result === 'conflict' || 'faults' in result)
    throw new Error(JSON.stringify(result));
  add({ what: 'publishing it, archive and checksum included', value: milliseconds, unit: 'ms' });
  const papers = await repeat(5, run =>
    bench.get(`/api/v1/scenarios/${id}/versions/1/paper.pdf?language=${run % 2 ? 'nl' : 'en'}`),
  );
  add({ what: 'paper.pdf, first and kept, p95', value: percentile(papers, 0.95), unit: 'ms' });
  return id;
}

/** The reading page on a slow phone: text first, the map later. */
async function benchReading({ database, add }: Bench, id: string): Promise<void> {
  if (!existsSync(path.join(CLIENT, 'scenario.html')))
    throw new Error('The client is not built: npm run build');
  const files = await readStaticFiles(CLIENT);
  const app = createApp({ database, config: readConfig({}), logger: pino({ level: 'silent' }) }, { files });
  const server = await listen(app, 0, '127.0.0.1');
  const browser = await launchBrowser();
  const [paints, firstMaps, elements]: [number[], number[], string[]] = [[], [], []];
  try {
    for (let run = 0; run < VISITS; run++) {
      const { page } = await visit(browser, 'about:blank');
      await page.addInitScript(observePaint);
      await slowDown(page);
      await page.goto(`http://127.0.0.1:${portOf(server)}/scenarios/${id}`);
      await page.locator('kk-scenario-map-panel').waitFor({ timeout: 60_000 });
      await page.waitForTimeout(2500);
      const { lcp, element } = await paintOf(page);
      paints.push(lcp);
      elements.push(element);
      // The map begins to load when it comes in sight: text and figures never wait for it.
      const started = performance.now();
      await page.locator('kk-scenario-map-panel').scrollIntoViewIfNeeded();
      await page.locator('kk-scenario-map-panel canvas').first().waitFor({ timeout: 120_000 });
      firstMaps.push(performance.now() - started);
      await page.context().close();
    }
  } finally {
    await browser.close();
    await drain(server);
  }
  const tags = [...new Set(elements)].join(', ').toLowerCase();
  add({
    what: `reading page: largest paint (${tags}), median`,
    value: percentile(paints, 0.5),
    unit: 'ms',
    target: 2000,
  });
  add({
    what: 'reading page: first canvas of the map, median',
    value: percentile(firstMaps, 0.5),
    unit: 'ms',
  });
}

/** Scenarios: worked out in the browser and on the server, stored, published, and read. */
export default async function scenarios(bench: Bench): Promise<void> {
  await benchModel(bench);
  await benchReading(bench, await benchStorage(bench));
}
