import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser({ webgl: false });
});
afterAll(() => browser?.close());

describe('without WebGL', () => {
  let kernkaart: Kernkaart;
  beforeAll(async () => {
    kernkaart = await startKernkaart();
  });
  afterAll(() => kernkaart?.close());

  it('the list, the figures and the table work, and the screen says why there is no map', async () => {
    const { page } = await visit(browser, `${kernkaart.address}/?municipality=GM9901`);
    await page.getByText('Deze browser kan de kaart niet tekenen').waitFor();
    await page.locator('.areas .row', { hasText: 'Centrum Proefdam' }).click();
    await expect.poll(() => page.locator('#figures').textContent()).toBe('Centrum Proefdam');
    await expect.poll(() => page.locator('table tbody tr').count()).toBe(3);
    expect(await page.locator('tr.selected').getAttribute('data-id')).toBe('centrum');
    await page.context().close();
  });
});

describe('an empty Kernkaart', () => {
  let kernkaart: Kernkaart;
  beforeAll(async () => {
    kernkaart = await startKernkaart('none');
  });
  afterAll(() => kernkaart?.close());

  it('says how to fill it', async () => {
    const { page, faults } = await visit(browser, kernkaart.address);
    await page.getByRole('heading', { name: 'Hier komt de kaart van uw gemeente' }).waitFor();
    expect(await page.locator('code').textContent()).toContain('npm run geodata -- import osm');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
