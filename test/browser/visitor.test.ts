import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, mapDrawn, visit } from './browser.ts';
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

describe('a visitor', () => {
  it('sees areas, figures and the map, and asks for nothing of a planner', async () => {
    const { page, faults, requests } = await visit(browser, kernkaart.address + PROEFDAM);
    await mapDrawn(page);
    await expect.poll(() => page.locator('.areas .row').count()).toBe(3);
    expect(await page.locator('#figures').textContent()).toBe('Proefdam');
    expect(await page.locator('kk-place').textContent()).toContain('Ronde, peildatum 1 januari 2026');
    expect(await page.getByLabel('Panden').isDisabled()).toBe(true);
    expect(requests.filter(address => address.includes('planner'))).toEqual([]);
    expect(requests.some(address => address.startsWith('/tiles/base/'))).toBe(true);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('chooses an area with the keyboard alone, and gets it back from the address', async () => {
    const { page, faults } = await visit(browser, kernkaart.address + PROEFDAM);
    // The list is ranked when the figures are there: then every row keeps its place.
    await page.locator('kk-place .big').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Naar de gebieden en cijfers');
    const row = page.locator('.areas .row', { hasText: 'Centrum Proefdam' });
    await row.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#figures').textContent()).toBe('Centrum Proefdam');
    expect(new URL(page.url()).searchParams.get('area')).toBe('centrum');
    await expect.poll(() => page.locator('kk-place').innerText()).not.toContain('Laden');
    const figures = await page.locator('kk-place').innerText();
    await page.reload();
    await expect.poll(() => page.locator('kk-place').innerText()).toBe(figures);
    await page.locator('.areas .row').first().focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('#figures').textContent()).toBe('Proefdam');
    await page.goBack();
    await expect.poll(() => page.locator('#figures').textContent()).toBe('Centrum Proefdam');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('finds a street although it is misspelt, and goes there', async () => {
    const { page, faults } = await visit(browser, kernkaart.address + PROEFDAM);
    await mapDrawn(page);
    await page.getByRole('combobox', { name: 'Zoek een adres, straat of gebied' }).fill('martkstraat');
    const option = page.getByRole('option', { name: 'Marktstraat' }).first();
    await option.waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => option.getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.get('map')).not.toBeNull();
    await expect.poll(() => page.getByRole('listbox').isVisible()).toBe(false);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('reads the same numbers in the table as in the list', async () => {
    const { page, faults } = await visit(browser, kernkaart.address + PROEFDAM);
    await page.locator('.areas .row').first().waitFor();
    await page.getByRole('button', { name: 'Tabel', exact: true }).click();
    await page.locator('table tbody tr').first().waitFor();
    const rates = async (row: string, cell: string) =>
      page
        .locator(row)
        .evaluateAll(
          (rows, selector) => rows.map(element => element.querySelector(selector)?.textContent?.trim()),
          cell,
        );
    await expect
      .poll(async () => rates('table tbody tr', 'td[data-column=rate]'))
      .toEqual(await rates('.areas .row', '.value'));
    expect(new URL(page.url()).searchParams.get('show')).toBe('table');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('changes language and appearance, and both stand in the address', async () => {
    const { page, faults } = await visit(browser, kernkaart.address + PROEFDAM);
    await mapDrawn(page);
    await page.getByLabel('English').check({ force: true });
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByLabel('Appearance').selectOption('dark');
    await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
    const address = new URL(page.url()).searchParams;
    expect([address.get('language'), address.get('theme')]).toEqual(['en', 'dark']);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
      'rgb(18, 23, 29)',
    );
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('moves between municipalities', async () => {
    const { page, faults } = await visit(browser, kernkaart.address + PROEFDAM);
    await mapDrawn(page);
    const choice = page.getByLabel('Gemeente', { exact: true });
    const other = await choice
      .locator('option')
      .evaluateAll(options =>
        options.map(option => (option as HTMLOptionElement).value).find(code => code !== 'GM9901'),
      );
    await choice.selectOption(other!);
    await expect.poll(() => page.locator('#figures').textContent()).not.toBe('Proefdam');
    expect(new URL(page.url()).searchParams.get('municipality')).toBe(other);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is told what failed, and tries again', async () => {
    const { page } = await visit(browser, 'about:blank');
    await page.route('**/api/v1/vacancy?**', route => route.abort());
    await page.goto(kernkaart.address + PROEFDAM);
    await page.getByText('De cijfers konden niet worden geladen.').first().waitFor();
    expect(await page.locator('.areas .row').count()).toBe(3);
    await page.unroute('**/api/v1/vacancy?**');
    await page.getByRole('button', { name: 'Probeer opnieuw' }).first().click();
    await page.locator('kk-place .big').first().waitFor();
    expect(await page.getByText('De cijfers konden niet worden geladen.').count()).toBe(0);
    await page.context().close();
  });
});
