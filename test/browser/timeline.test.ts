import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

let kernkaart: Kernkaart;
let browser: Browser;

beforeAll(async () => {
  kernkaart = await startKernkaart();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await kernkaart?.close();
});

const PROEFDAM = '/?municipality=GM9901';
const date = (page: Page) => new URL(page.url()).searchParams.get('date');

describe('the timeline', () => {
  it('steps by keyboard, by press and by playing, and asks the server for nothing', async () => {
    const { page, faults, requests } = await visit(browser, kernkaart.address + PROEFDAM);
    const slider = page.getByRole('slider', { name: 'Peildatum' });
    await slider.waitFor();
    await page.locator('.explore[data-map="ready"]').waitFor();
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toContain('januari 2026');
    const asked = requests.length;
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => date(page)).toBe('2025-01-01');
    expect(await slider.getAttribute('aria-valuetext')).toContain('januari 2025');
    expect(await page.locator('kk-place').textContent()).toContain('peildatum 1 januari 2025');
    await page.keyboard.press('End');
    await expect.poll(() => date(page)).toBe('2026-01-01');
    await page.getByRole('button', { name: 'Vorige peildatum' }).click();
    await expect.poll(() => date(page)).toBe('2025-01-01');
    await page.getByRole('button', { name: 'Speel de peildata af' }).click();
    await expect.poll(() => date(page)).toBe('2026-01-01');
    await page.getByRole('button', { name: 'Speel de peildata af' }).waitFor();
    const box = (await slider.boundingBox())!;
    await page.mouse.click(box.x + 4, box.y + 16);
    await expect.poll(() => date(page)).toBe('2025-01-01');
    expect(requests.slice(asked).filter(address => address.startsWith('/api/'))).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is a list of months with steps on a telephone', async () => {
    const viewport = { width: 360, height: 780 };
    const { page, faults } = await visit(browser, kernkaart.address + PROEFDAM, { viewport });
    const months = page.locator('kk-timeline select');
    await months.waitFor();
    expect(await page.getByRole('slider').isVisible()).toBe(false);
    await months.selectOption('2025-01-01');
    await expect.poll(() => date(page)).toBe('2025-01-01');
    await page.getByRole('button', { name: 'Volgende peildatum' }).click();
    await expect.poll(() => months.inputValue()).toBe('2026-01-01');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('compares: a visitor sees the net of published numbers, in the address too', async () => {
    const { page, faults, requests } = await visit(browser, kernkaart.address + PROEFDAM);
    await page.getByLabel('Vergelijk met').selectOption('2025-01-01');
    await expect.poll(() => new URL(page.url()).searchParams.get('since')).toBe('2025-01-01');
    await page.locator('kk-changes table').waitFor();
    expect(await page.locator('kk-changes').textContent()).toContain('alleen ingelogde planners');
    expect(requests.filter(address => address.includes('planner'))).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('shows the trend as a table with the same numbers', async () => {
    const { page, faults } = await visit(browser, kernkaart.address + PROEFDAM);
    await page.locator('svg.trend').waitFor();
    const rate = await page.locator('svg.trend .value').textContent();
    await page.getByRole('button', { name: 'Als tabel' }).click();
    expect(await page.locator('.trend-table tr.selected td').last().textContent()).toContain(rate);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a planner', () => {
  it('sees which premises changed, and goes to one', async () => {
    const { page, faults } = await visit(browser, await kernkaart.signInLink());
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.waitForURL(`${kernkaart.address}/`);
    await page.goto(`${kernkaart.address}${PROEFDAM}&since=2025-01-01`);
    // Vacant in 2026 and not in 2025: Marktstraat 5, 9 and 13, and Dorpsstraat 3.
    const entries = page.locator('.changed-list .row');
    await expect.poll(() => entries.count()).toBe(4);
    expect(await page.locator('.sums .newly-vacant').textContent()).toContain('+4');
    await entries.first().click();
    await expect.poll(() => new URL(page.url()).searchParams.get('premises')).toBe('dorpsstraat-p3');
    await page.locator('svg.strip').first().waitFor();
    expect(await page.locator('.spells').first().textContent()).toContain(
      'Leeg sinds tussen januari 2025 en januari 2026',
    );
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
