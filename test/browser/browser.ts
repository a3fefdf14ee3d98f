import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { CHROMIUM_ADVICE, findChromium } from '../support/chromium.ts';

/** WebGL by software, so that maps are drawn on machines without a graphics card; nothing of its own goes out. */
const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const NO_WEBGL = ['--no-sandbox', '--disable-gpu', '--disable-3d-apis', '--disable-background-networking'];

/** The Chromium of this machine, without a window. @throws Error with advice when there is none */
export function launchBrowser({ webgl = true } = {}): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(CHROMIUM_ADVICE);
  return chromium.launch({ executablePath, args: webgl ? FLAGS : NO_WEBGL });
}

/**
 * A Chromium whose reader refuses third parties to keep anything: for them storage is an error.
 * @param profile an empty folder, for its settings
 */
export async function launchWithoutThirdParties(profile: string): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(CHROMIUM_ADVICE);
  const settings = { profile: { cookie_controls_mode: 1, block_third_party_cookies: true } };
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(join(profile, 'Default/Preferences'), JSON.stringify(settings));
  return chromium.launchPersistentContext(profile, { executablePath, args: FLAGS, locale: 'nl-NL' });
}

/** A page of which everything that must not happen is written down. */
export interface Visit {
  page: Page;
  /** Console errors and warnings, uncaught errors, violations of the policy, requests to elsewhere. */
  faults: string[];
  /** Addresses asked for, without the origin. */
  requests: string[];
}

/** Opens an address in a fresh profile: nothing is kept from one visit to the next. */
export async function visit(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    // Flying over the map takes a second each time; what it arrives at is the same.
    reducedMotion: 'reduce',
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  const requests: string[] = [];
  const { origin } = new URL(address);
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', error => faults.push(`uncaught: ${error.message}`));
  page.on('request', request => {
    const url = new URL(request.url());
    const own = url.origin === origin || ['data:', 'blob:'].includes(url.protocol);
    if (!own) faults.push(`request to ${url.origin}`);
    requests.push(url.pathname + url.search);
  });
  await page.goto(address);
  return { page, faults, requests };
}

/** Waits until the map has drawn everything that is in view. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator('.explore[data-map="ready"]').waitFor();
}
