import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scenarios, ScenarioVersion } from '../../server/contract/scenario-version.ts';
import { smallTargets, violations } from './axe.ts';
import { launchBrowser, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

/** Markerwaard with its two worked scenarios, on a real server: nothing between browser and database is made up. */
let kernkaart: Kernkaart;
let browser: Browser;
let decided: string;
let other: string;

beforeAll(async () => {
  kernkaart = await startKernkaart('demo');
  browser = await launchBrowser();
  const { scenarios } = await answer<Scenarios>('/api/v1/scenarios?municipality=GM9999');
  decided = scenarios.find(({ latest }) => latest.status === 'decision')!.id;
  other = scenarios.find(({ latest }) => latest.status === 'published')!.id;
});
afterAll(async () => {
  await browser?.close();
  await kernkaart?.close();
});

async function answer<T>(path: string): Promise<T> {
  const response = await fetch(kernkaart.address + path);
  expect(response.status, path).toBe(200);
  return (await response.json()) as T;
}

const open = (query: string, options = {}) =>
  visit(browser, `${kernkaart.address}/scenarios/${decided}?language=nl&${query}`, options);

const mapDrawn = (page: Page) => page.locator('kk-scenario-map-panel canvas').first().waitFor();

describe('a councillor on a telephone', () => {
  it('reads what is proposed, what changes and on what decision, and sees the map after that', async () => {
    const { page, faults, requests } = await open('', { viewport: { width: 360, height: 780 } });
    const { scenario } = await answer<ScenarioVersion>(`/api/v1/scenarios/${decided}`);
    await page.getByRole('heading', { level: 1, name: scenario.title }).waitFor();
    const text = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
    expect(text).toContain('2026-087');
    expect(text).toContain('Niets doen is niet stilstaan');
    const homes = scenario.figures.find(({ id }) => id === 'homes')!.proposal.at(-1)!;
    expect(text).toContain(`${homes.mid} woningen (${homes.low} tot ${homes.high})`);
    await page.locator('kk-scenario-map-panel').scrollIntoViewIfNeeded();
    await mapDrawn(page);
    expect(requests.some(path => path.startsWith('/api/v1/planner'))).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('turns an assumption and goes back to what was proposed', async () => {
    const { page, faults } = await open('');
    const homes = page.locator('kk-scenario-indicators .indicators > li', {
      hasText: 'Woningen erbij',
    });
    const proposed = await homes.first().innerText();
    await page.getByRole('button', { name: 'Aannames openen' }).click();
    const settings = page.locator('kk-scenario-open input[type=radio]');
    await settings.first().waitFor();
    await settings.first().check({ force: true });
    await expect.poll(() => page.url()).toContain('turn=');
    await expect.poll(() => homes.first().innerText()).not.toBe(proposed);
    await page.getByRole('button', { name: 'Zoals voorgesteld' }).first().click();
    await expect.poll(() => homes.first().innerText()).toBe(proposed);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('compares it with the other one, and takes the paper along', async () => {
    const { page, faults } = await open(`compare=${other}`);
    const table = page.locator('kk-scenario-compare table');
    await table.waitFor();
    expect(await table.innerText()).toContain('Stationspark');
    const paper = await fetch(`${kernkaart.address}/api/v1/scenarios/${decided}/versions/1/paper.pdf`);
    expect(paper.headers.get('Content-Type')).toBe('application/pdf');
    expect(
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('the worked scenarios', () => {
  it.each(['nl', 'en'])('have nothing that axe finds, in %s', async language => {
    for (const [id, width] of [
      [decided, 1440],
      [other, 360],
    ] as const) {
      const address = `${kernkaart.address}/scenarios/${id}?language=${language}`;
      const { page, faults } = await visit(browser, address, {
        viewport: { width, height: 900 },
        bypassCSP: true,
      });
      await page.locator('kk-scenario-map-panel').waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    }
  });

  it('are listed for everyone, and open for a planner to go on with', async () => {
    const list = await visit(browser, `${kernkaart.address}/scenarios?municipality=GM9999&language=nl`);
    await list.page
      .getByRole('link', { name: /Een compact centrum/ })
      .first()
      .waitFor();
    expect(await list.page.getByRole('link', { name: 'Bewerken' }).count()).toBe(0);
    expect(list.faults).toEqual([]);
    await list.page.context().close();
    const { page, faults } = await visit(browser, await kernkaart.signInLink());
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.waitForURL(`${kernkaart.address}/`);
    await page.goto(`${kernkaart.address}/scenarios/${decided}/edit?language=nl`);
    await page.getByText('De Oosterstraat wordt een woonstraat').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
