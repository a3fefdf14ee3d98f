import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** What a person can do when no browser is found and none could be got. */
export const CHROMIUM_ADVICE =
  'No Chromium found. Install Chromium or Google Chrome (on Debian: apt-get install chromium), ' +
  'or run "npx playwright-core install chromium", or name one in CHROMIUM_PATH.';

/**
 * The Chromium that browser tests drive: CHROMIUM_PATH, then the system's, then Playwright's cache.
 * @returns its path, or undefined when the machine has none
 * @throws Error when CHROMIUM_PATH names a file that is not there: then nothing else is tried in its place
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there`);
    return named;
  }
  return onSearchPath(environment) ?? installedByHand() ?? inPlaywrightCache(environment);
}

/** Like {@link findChromium}, and tries to get one: by Playwright's installer, on Debian as root by its package. */
export function obtainChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  return findChromium(environment) ?? fromPlaywright(environment) ?? fromDebian(environment);
}

function onSearchPath(environment: NodeJS.ProcessEnv): string | undefined {
  const folders = (environment.PATH ?? '').split(path.delimiter).filter(folder => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return folders
    .flatMap(folder => NAMES.map(name => path.join(folder, name + suffix)))
    .find(file => existsSync(file));
}

/** Where the installers of macOS and Windows put it. */
function installedByHand(): string | undefined {
  return [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ].find(file => existsSync(file));
}

/** The build this Playwright asks for, or any other that an earlier one left. */
function inPlaywrightCache(environment: NodeJS.ProcessEnv): string | undefined {
  const expected = chromium.executablePath();
  if (existsSync(expected)) return expected;
  const caches = [
    environment.PLAYWRIGHT_BROWSERS_PATH,
    path.join(homedir(), '.cache', 'ms-playwright'),
    path.join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    path.join(homedir(), 'AppData', 'Local', 'ms-playwright'),
  ];
  const binaries = ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-win/chrome.exe'];
  return caches
    .filter(cache => cache !== undefined && existsSync(cache))
    .flatMap(cache => readdirSync(cache!).map(name => path.join(cache!, name)))
    .filter(folder => path.basename(folder).startsWith('chromium-'))
    .flatMap(folder => binaries.map(binary => path.join(folder, binary)))
    .find(file => existsSync(file));
}

function run(command: string, args: string[], minutes: number): boolean {
  const result = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: minutes * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return result.status === 0;
}

function fromPlaywright(environment: NodeJS.ProcessEnv): string | undefined {
  console.error("No Chromium on this machine; trying Playwright's installer ...");
  const cli = path.join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
  return run(process.execPath, [cli, 'install', 'chromium'], 3) ? inPlaywrightCache(environment) : undefined;
}

function fromDebian(environment: NodeJS.ProcessEnv): string | undefined {
  const debian =
    existsSync('/etc/os-release') && /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (!debian || process.getuid?.() !== 0) return undefined;
  console.error("Trying Debian's own package ...");
  run('apt-get', ['update'], 3);
  const installed = run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 10);
  return installed ? onSearchPath(environment) : undefined;
}
