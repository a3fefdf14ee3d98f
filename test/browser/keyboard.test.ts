import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, mapDrawn, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

let kernkaart: Kernkaart;
let browser: Browser;

beforeAll(async () => {
  kernkaart = await startKernkaart('demo');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await kernkaart?.close();
});

/** Presses Tab until what has the focus says so; never by a pointer or by `focus()`. */
async function tabTo(page: Page, isThere: (words: string) => boolean, most = 120): Promise<void> {
  for (let press = 0; press < most; press += 1) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => {
      const focused = document.activeElement;
      const label = focused?.closest('label')?.textContent ?? '';
      return `${focused?.tagName} ${focused?.getAttribute('aria-label') ?? ''} ${focused?.textContent} ${label}`;
    });
    if (isThere(words)) return;
  }
  throw new Error('Tab never came there');
}

describe('with the keyboard alone', () => {
  it('an area is found and read, and date, filter, reading and table are reached', async () => {
    const { page, faults } = await visit(browser, kernkaart.address);
    await mapDrawn(page);
    await page.locator('.areas .row').first().waitFor();

    await tabTo(page, words => words.includes('Zoek een adres'));
    await page.keyboard.type('centrum markerhaven');
    await page.getByRole('option', { name: 'Centrum Markerhaven' }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#figures').textContent()).toBe('Centrum Markerhaven');
    expect(await page.locator('kk-place .big').first().innerText()).toMatch(/%|geheim|minder dan/);

    await tabTo(page, words => words.includes('Percentage'));
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => new URL(page.url()).searchParams.get('reading')).toBe('concentration');

    await tabTo(page, words => words.startsWith('SUMMARY') && words.includes('Filters'));
    await page.keyboard.press('Enter');
    await tabTo(page, words => words.startsWith('SELECT') && words.includes('winkels'));
    await page.keyboard.press('w');
    await expect.poll(() => new URL(page.url()).searchParams.get('function')).toBe('retail');
    expect(await page.locator('.filters summary').innerText()).toContain('(1)');

    await tabTo(page, words => words.startsWith('BUTTON') && words.includes('Tabel'));
    await page.keyboard.press('Enter');
    await page.locator('table tbody tr').first().waitFor();
    expect(await page.locator('caption').innerText()).toContain('winkels');

    const before = new URL(page.url()).searchParams.get('date');
    await tabTo(page, words => words.includes('Vorige peildatum'));
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('date')).not.toBe(before);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
