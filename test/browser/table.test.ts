import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vacancyClass } from '#figures/vacancy-class.ts';
import { launchBrowser, mapDrawn, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

let kernkaart: Kernkaart;
let browser: Browser;
let storageState: Exclude<BrowserContextOptions['storageState'], string | undefined>;

beforeAll(async () => {
  kernkaart = await startKernkaart('demo');
  browser = await launchBrowser();
  const { page } = await visit(browser, await kernkaart.signInLink());
  await Promise.all([
    page.waitForURL(url => url.pathname === '/'),
    page.getByRole('button', { name: 'Inloggen' }).click(),
  ]);
  storageState = await page.context().storageState();
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await kernkaart?.close();
});

/** What the map drew of each thing in a source: id and the class or mark that it was told. */
async function drawnOf(page: Page, source: string): Promise<Record<string, string>> {
  return page.evaluate(async name => {
    interface Drawing {
      getSource(id: string): { getData(): Promise<GeoJSON.FeatureCollection> } | undefined;
      getFeatureState(feature: { source: string; id: string }): { drawn?: string; now?: string };
    }
    const map = (document.querySelector('kk-map') as never as { drawing: Drawing }).drawing;
    const data = await map.getSource(name)!.getData();
    const entries = data.features.map(({ properties }) => {
      const { drawn, now } = map.getFeatureState({ source: name, id: properties!.key });
      return [properties!.id as string, drawn ?? now ?? ''];
    });
    return Object.fromEntries(entries.filter(([, state]) => state !== ''));
  }, source);
}

/** The file that the table gives: a row per thing, by heading. */
async function fileOf(page: Page): Promise<Record<string, string>[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download voor Excel' }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const lines = text.slice(1).split('\r\n');
  const cells = (line: string) =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^;]*)(?:;|$)/g)].map(([, cell]) =>
      cell!.replace(/^"|"$/g, '').replaceAll('""', '"'),
    );
  const head = cells(lines[0]!);
  const end = lines.indexOf('');
  return lines.slice(1, end).map(line => {
    const row = cells(line);
    return Object.fromEntries(head.map((name, at) => [name, row[at] ?? '']));
  });
}

/** A rate as the file has it, as the class that the map should have given it. */
function classOf(rate: string): string {
  if (rate === 'niet waargenomen' || rate === 'onbekend') return String(vacancyClass(null));
  if (rate === 'geheim') return String(vacancyClass('confidential'));
  if (rate === 'minder dan 5') return String(vacancyClass('<5'));
  return String(vacancyClass(Number(rate.replace(',', '.'))));
}

const SOURCES = { percentage: 'cells', streets: 'street-sides', premises: 'premises' } as const;
const DATES = ['2019-10-01', '2022-01-01', '2026-10-01'];

/** The same choices at every run: numbers of a linear congruential generator (Numerical Recipes). */
function* choices(): Generator<(count: number) => number> {
  let seed = 20_261_001;
  const pick = (count: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * count);
  };
  for (let run = 0; run < 6; run += 1) yield pick;
}

/** Random addresses: what a planner could have chosen. */
function addresses(): { reading: keyof typeof SOURCES; query: string }[] {
  const readings = Object.keys(SOURCES) as (keyof typeof SOURCES)[];
  return [...choices()].map((pick, run) => {
    const query = new URLSearchParams();
    const reading = readings[run % readings.length]!;
    query.set('reading', reading);
    query.set('date', DATES[pick(DATES.length)]!);
    const scope = ['', 'retail', 'hospitality', 'office'][pick(4)]!;
    if (scope !== '') query.set('function', scope);
    if (pick(2) === 1) query.set('duration', ['under-1', '1-to-3,over-3', 'over-3'][pick(3)]!);
    if (pick(2) === 1) query.set('floor-area', ['50-150', '40-', '-100'][pick(3)]!);
    if (pick(3) === 2) query.set('build-year', '-1970');
    if (pick(3) === 2) query.set('kind', 'town-centre');
    return { reading, query: query.toString() };
  });
}

describe('the table of what is drawn', () => {
  it.each(addresses())('has the ids and values of the map: $query', async ({ reading, query }) => {
    const { page, faults } = await visit(browser, `${kernkaart.address}/?${query}`, { storageState });
    await mapDrawn(page);
    await expect
      .poll(async () => Object.keys(await drawnOf(page, SOURCES[reading])).length)
      .toBeGreaterThan(0);
    // The filter's answer may come after the first drawing: then the map is drawn once more.
    await page.waitForTimeout(1500);
    const drawn = await drawnOf(page, SOURCES[reading]);
    await page.getByRole('button', { name: 'Tabel', exact: true }).click();
    await page.locator('kk-area-table .segment').nth(1).click();
    await page.locator('table tbody tr').first().waitFor();
    const rows = await fileOf(page);
    expect(rows.map(row => row.Kenmerk).sort()).toEqual(Object.keys(drawn).sort());
    if (reading === 'premises') {
      const vacant = rows.filter(row => row.Status === 'leeg').map(row => row.Kenmerk);
      expect(
        Object.keys(drawn)
          .filter(id => drawn[id] === 'vacant')
          .sort(),
      ).toEqual(vacant.sort());
    } else {
      const expected = rows.map(row => [row.Kenmerk, classOf(row.Leegstand!)]);
      expect(drawn).toEqual(Object.fromEntries(expected));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('the table', () => {
  it('is sorted by its headings, paged, and taken away with its source and date', async () => {
    const { page, faults } = await visit(
      browser,
      `${kernkaart.address}/?show=table&rows=drawn&reading=premises`,
      {
        storageState,
      },
    );
    await page.locator('table tbody tr').first().waitFor();
    expect(await page.locator('table tbody tr').count()).toBe(100);
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toContain('Status');
    await page.getByRole('button', { name: 'Vloeroppervlakte' }).click();
    expect(await page.locator('th[aria-sort=descending]').innerText()).toContain('Vloeroppervlakte');
    const metres = (await page.locator('td[data-column=floorArea]').allInnerTexts()).map(text =>
      Number(text.replace(/[^\d]/g, '')),
    );
    expect(metres).toEqual(metres.toSorted((a, b) => b - a));
    await page.getByRole('button', { name: 'Volgende', exact: true }).click();
    await page.getByText('101 tot en met 200 van').waitFor();
    const rows = await fileOf(page);
    expect(rows.length).toBeGreaterThan(10_000);
    expect(rows[0]).toMatchObject({ Peildatum: '2026-10-01', Gemeente: 'Markerwaard' });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('shows a visitor squares and no premises, whatever the address asks', async () => {
    const query = 'show=table&rows=drawn&reading=premises&duration=over-3';
    const { page, faults, requests } = await visit(browser, `${kernkaart.address}/?${query}`);
    await page.locator('table tbody tr').first().waitFor();
    expect(await page.locator('caption').innerText()).toContain('per CBS-vak');
    expect(await page.locator('caption').innerText()).not.toContain('3 jaar');
    expect(requests.filter(address => address.includes('planner'))).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
