import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Premises } from '../../server/contract/premises.ts';
import { smallTargets, violations } from './axe.ts';
import { launchBrowser, type Visit, visit } from './browser.ts';
import { type Kernkaart, startKernkaart } from './kernkaart.ts';

/** Proefdam, where Marktstraat 2 is vacant in the planners' own list of 2026-01-01. */
let kernkaart: Kernkaart;
let browser: Browser;

beforeAll(async () => {
  kernkaart = await startKernkaart('small');
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await kernkaart?.close();
});

const PATH = '/?municipality=GM9901&series=planner-list&reading=premises&premises=';

async function planner(premises: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const opened = await visit(browser, await kernkaart.signInLink(), options);
  const { page } = opened;
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.waitForURL(url => url.pathname === '/');
  await page.goto(kernkaart.address + PATH + premises);
  await page.getByRole('button', { name: 'Verbeteren' }).waitFor();
  return opened;
}

const observations = (page: Page, premises: string): Promise<Premises['observations']> =>
  page.evaluate(async id => {
    const { observations } = await (await fetch(`/api/v1/planner/premises/${id}`)).json();
    return observations.filter(({ series }: { series: string }) => series === 'planner-list');
  }, premises);
const save = (page: Page) => page.getByRole('button', { name: 'Verbetering bewaren' });
const reason = (page: Page) => page.getByLabel('Waarom verbetert u dit?');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);

describe('a planner', () => {
  it('corrects one premises by keyboard, sees the new figures, and who did it', async () => {
    const { page, faults } = await planner('marktstraat-p2');
    const panel = page.locator('kk-premises-correction');
    expect(await panel.innerText()).toContain('Eigen lijst, peildatum 1 januari 2026');
    await page.getByRole('button', { name: 'Verbeteren' }).press('Enter');
    expect(await focused(page)).toBe('correction-status');
    await page.locator('#correction-status').selectOption('partly-vacant');
    await page.getByRole('radio', { name: 'Deze dag' }).press('Space');
    await save(page).press('Enter');
    await page.getByText('Dit is geen datum.').waitFor();
    await page.getByText('Schrijf waarom, in een paar woorden.').waitFor();
    expect(await focused(page)).toBe('correction-day');
    await page.locator('#correction-day').fill('2026-01-02');
    await page.getByText('De dag kan niet na de peildatum liggen (1 januari 2026).').waitFor();
    await page.locator('#correction-day').fill('2025-05-01');
    await page.getByLabel('Leegstaande vloeroppervlakte').fill('40');
    await page.getByLabel('Opmerking').fill('Achterste deel leeg');
    await reason(page).fill('Zelf gezien.');
    await save(page).press('Enter');
    await page.getByText('Bewaard. De cijfers zijn opnieuw geteld.').waitFor();
    await expect.poll(() => panel.innerText()).toContain('Genoteerd: deels leeg, leeg sinds 1 mei 2025.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('correction-saved');

    const [before, after] = await observations(page, 'marktstraat-p2');
    expect(before).toMatchObject({ status: 'vacant', reason: null, recordedBy: 'secret person' });
    expect(after).toMatchObject({
      status: 'partly-vacant',
      vacantFloorArea: 40,
      sinceEarliest: '2025-05-01',
      sinceLatest: '2025-05-01',
      remark: 'Achterste deel leeg',
      reason: 'Zelf gezien.',
      recordedBy: 'Test Planner',
    });
    // Of this list eight were vacant; this one counts as in use with a vacant part.
    await expect.poll(() => page.locator('kk-legend').innerText()).toMatch(/leeg\s+7/);
    expect(await page.locator('kk-notices').innerText()).toBe('');
    await page.getByText('Alle waarnemingen (2)').last().click();
    const story = page.locator('.story').last();
    expect(await story.innerText()).toMatch(/Verbeterd door Test Planner op .* Zelf gezien\./);
    expect(await story.innerText()).toContain('Later verbeterd.');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('records what the list did not know, and can leave it', async () => {
    const { page, faults } = await planner('dorpsstraat-p1');
    await page.getByText('Op deze peildatum is over dit pand niets genoteerd.').waitFor();
    await page.getByRole('button', { name: 'Verbeteren' }).click();
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await page.getByRole('button', { name: 'Verbeteren' }).click();
    await save(page).click();
    await page.getByText('Kies een status.').waitFor();
    await page.locator('#correction-status').selectOption('in-use');
    expect(await page.getByLabel('Leegstaande vloeroppervlakte').count()).toBe(0);
    await reason(page).fill('Navraag bij de winkel');
    await save(page).click();
    await page.getByText('Bewaard. De cijfers zijn opnieuw geteld.').waitFor();
    expect(await observations(page, 'dorpsstraat-p1')).toMatchObject([
      { status: 'in-use', sinceLatest: null, vacantFloorArea: null },
    ]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is told where a register is corrected', async () => {
    const { page, faults } = await planner('marktstraat-p5');
    await page.route('**/api/v1/planner/series?*', async route => {
      const response = await route.fetch();
      const body = await response.json();
      for (const series of body.series) series.evidence = 'administrative';
      await route.fulfill({ response, json: body });
    });
    await page.reload();
    await page.getByText('Deze bron wordt bijgehouden door Nobody.').waitFor();
    expect(await page.getByRole('button', { name: 'Verbeteren' }).count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('loses nothing when the session ends or the line is cut', async () => {
    const { page } = await planner('marktstraat-p9');
    await page.getByRole('button', { name: 'Verbeteren' }).click();
    await page.locator('#correction-status').selectOption('in-use');
    await reason(page).fill('Weer verhuurd');
    await page.context().setOffline(true);
    await save(page).click();
    await page.getByText('De server is niet te bereiken. Er is niets bewaard').waitFor();
    await page.context().setOffline(false);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await save(page).click();
    await page.getByText('U bent uitgelogd. Er is niets bewaard').waitFor();
    expect(await reason(page).inputValue()).toBe('Weer verhuurd');
    await page.context().addCookies(cookies);
    await save(page).click();
    await page.getByText('Bewaard. De cijfers zijn opnieuw geteld.').waitFor();
    await page.context().close();
  });
});

describe('the form', () => {
  it.each([
    [360, 'light', 'nl'],
    [820, 'dark', 'en'],
    [1440, 'light', 'nl'],
  ] as const)('holds at %i pixels, %s, %s', async (width, theme, language) => {
    const { page, faults } = await planner('marktstraat-p13', {
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    await page.goto(`${kernkaart.address}${PATH}marktstraat-p13&theme=${theme}&language=${language}`);
    await page.locator('kk-premises-correction .button').first().click();
    await page.locator('.correction-form input[type=radio]').nth(1).check();
    await page.locator('.correction-form .primary').click();
    await page.locator('.correction-fault').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await smallTargets(page, 'kk-premises-correction')).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a visitor', () => {
  it('sees no form', async () => {
    const { page } = await visit(browser, `${kernkaart.address}${PATH}marktstraat-p2`);
    await page.locator('#figures').waitFor();
    expect(await page.locator('kk-premises-correction').count()).toBe(0);
    await page.context().close();
  });
});
