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

describe('when the connection is gone', () => {
  it('says what still works, and that works; afterwards it goes on by itself', async () => {
    const { page } = await visit(browser, kernkaart.address + PROEFDAM);
    await mapDrawn(page);
    await page.locator('.areas .row').first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('Er is geen verbinding met de server.').waitFor();
    await page.locator('.areas .row', { hasText: 'Centrum Proefdam' }).click();
    await expect.poll(() => page.locator('#figures').textContent()).toBe('Centrum Proefdam');
    await page.getByRole('button', { name: 'Tabel', exact: true }).click();
    await expect.poll(() => page.locator('table tbody tr').count()).toBe(3);
    await page.context().setOffline(false);
    await expect.poll(() => page.getByText('Er is geen verbinding met de server.').count()).toBe(0);
    await page.context().close();
  });
});

describe('when there are newer data', () => {
  it('offers to refresh, and mixes nothing', async () => {
    const { page } = await visit(browser, kernkaart.address + PROEFDAM);
    await mapDrawn(page);
    const figures = await page.locator('kk-place .big').first().innerText();
    const later = async () => {
      const answer = await page.request.get(`${kernkaart.address}/api/v1/municipalities`);
      const body = (await answer.json()) as { revision: number };
      return { ...body, revision: body.revision + 1 };
    };
    await page.route('**/api/v1/municipalities', async route => route.fulfill({ json: await later() }));
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.getByText('Er zijn nieuwe gegevens.').waitFor();
    expect(await page.locator('kk-place .big').first().innerText()).toBe(figures);
    await page.unroute('**/api/v1/municipalities');
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Vernieuwen' }).click()]);
    await page.locator('kk-place .big').first().waitFor();
    expect(await page.getByText('Er zijn nieuwe gegevens.').count()).toBe(0);
    await page.context().close();
  });

  it('refuses an answer of another revision than the screen', async () => {
    const { page } = await visit(browser, 'about:blank');
    await page.route('**/api/v1/areas?**', async route => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { revision: number };
      await route.fulfill({ json: { ...body, revision: body.revision + 1 } });
    });
    await page.goto(kernkaart.address + PROEFDAM);
    await page.getByText('De gebieden konden niet worden geladen.').first().waitFor();
    expect(await page.locator('.areas .row').count()).toBe(0);
    await page.getByRole('button', { name: 'Vernieuwen' }).waitFor();
    await page.context().close();
  });
});

describe('while the server is preparing', () => {
  it('says so, and goes on by itself', async () => {
    const { page, faults } = await visit(browser, 'about:blank');
    let asked = 0;
    await page.route('**/api/v1/municipalities', async route => {
      asked += 1;
      if (asked > 2) return route.fallback();
      const preparing = { step: 'Counting', done: 0.6 };
      return route.fulfill({ json: { revision: 0, municipalities: [], preparing, reportAddress: null } });
    });
    await page.goto(kernkaart.address + PROEFDAM);
    await page.getByRole('heading', { name: 'Kernkaart wordt klaargezet' }).waitFor();
    await page.locator('.areas .row').first().waitFor();
    expect(faults.filter(fault => !fault.startsWith('request to'))).toEqual([]);
    await page.context().close();
  });
});

describe('sharing', () => {
  it('copies the address, and reports a mistake with what is on the screen', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const { page, faults } = await visit(browser, `${kernkaart.address}${PROEFDAM}&area=centrum`, {
      permissions,
    });
    await page.locator('kk-place .big').first().waitFor();
    await page.getByRole('button', { name: 'Delen' }).click();
    await page.getByText('De ander ziet precies wat u ziet.').waitFor();
    await page.getByRole('button', { name: 'Adres kopiëren' }).click();
    await page.getByText('Het adres is gekopieerd.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await page.keyboard.press('Escape');
    const report = await page.getByRole('link', { name: 'Meld een fout' }).getAttribute('href');
    const mail = decodeURIComponent(report ?? '');
    expect(mail).toContain('mailto:kaart@voorbeeld.example');
    expect(mail).toContain('Centrum Proefdam');
    expect(mail).toContain(page.url());
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('keeps nothing in the browser of a visitor', async () => {
    const { page } = await visit(browser, kernkaart.address + PROEFDAM);
    await mapDrawn(page);
    const kept = await page.evaluate(async () => [
      localStorage.length,
      sessionStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
      (await caches.keys()).length,
    ]);
    expect(kept).toEqual([0, 0, '', 0, 0]);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });
});
