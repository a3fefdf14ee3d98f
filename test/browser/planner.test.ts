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

describe('a planner', () => {
  it('signs in by a link, sees exact figures and single premises, and signs out', async () => {
    const { page, faults } = await visit(browser, await kernkaart.signInLink());
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.waitForURL(`${kernkaart.address}/`);
    await page.goto(`${kernkaart.address}/?municipality=GM9901&reading=premises&area=centrum`);
    await mapDrawn(page);
    await expect.poll(() => page.locator('kk-place').innerText()).toContain('7 leeg van 32 waargenomen');
    expect(await page.locator('kk-legend').innerText()).toContain('winkels');

    await page.goto(`${kernkaart.address}/?municipality=GM9901&reading=premises&premises=marktstraat-p2`);
    await expect.poll(() => page.locator('#figures').textContent()).toContain('secret shop 2');
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.getByText('U kijkt mee als bezoeker').waitFor();
    expect(await page.getByLabel('Panden').isDisabled()).toBe(true);
    expect(await page.content()).not.toContain('secret shop');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('finds the vacant premises on the map by pressing it', async () => {
    const { page, faults } = await visit(browser, await kernkaart.signInLink());
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.waitForURL(`${kernkaart.address}/`);
    await page.goto(`${kernkaart.address}/?municipality=GM9901&reading=premises`);
    await mapDrawn(page);
    await page.getByRole('combobox', { name: 'Zoek' }).fill('Marktstraat 20');
    await page.getByRole('option', { name: 'Marktstraat 20 Proefdam' }).click();
    await expect.poll(() => page.url()).toContain('map=17');
    await mapDrawn(page);
    const box = (await page.locator('kk-map').boundingBox())!;
    await expect
      .poll(async () => {
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
        return page.locator('#figures').textContent();
      })
      .toContain('secret shop 20');
    expect(await page.locator('.story').first().textContent()).toContain('leeg');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is told when the link was used before', async () => {
    const link = await kernkaart.signInLink();
    const first = await visit(browser, link);
    await first.page.getByRole('button', { name: 'Inloggen' }).click();
    await first.page.waitForURL(`${kernkaart.address}/`);
    await first.page.context().close();
    const { page } = await visit(browser, link);
    await page.getByRole('button', { name: 'Inloggen' }).click();
    await page.getByText('Deze link is al gebruikt of verlopen.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.context().close();
  });
});
