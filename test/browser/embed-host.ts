import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import type { EmbedDocument } from '../../server/contract/embed.ts';
import type { Kernkaart } from './kernkaart.ts';

/** A page of somebody else's website. */
export interface HostPage {
  body: string;
  /** Content-Security-Policy that comes with it. */
  policy?: string;
}

/** A website of somebody else, on a port of its own, under two names. */
export interface HostSite {
  /** Another port of the same name as Kernkaart: another origin, the same site. */
  near: string;
  /** Another name: a third party to Kernkaart, and Kernkaart to it. */
  far: string;
  /** Puts pages on it, by their path. */
  put(pages: Readonly<Record<string, HostPage>>): void;
  close(): Promise<void>;
}

const wholePage = (body: string): string =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Gemeente</title></head><body>${body}</body></html>`;

/** Starts a website that has the pages it is given and nothing else, on loopback. */
export async function startHostSite(): Promise<HostSite> {
  // Browsers ask for it by themselves.
  const known = new Map<string, HostPage>([['/favicon.ico', { body: '' }]]);
  const server = createServer((request, response) => {
    const page = known.get(new URL(request.url ?? '/', 'http://host').pathname);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (page?.policy !== undefined) response.setHeader('Content-Security-Policy', page.policy);
    response.statusCode = page === undefined ? 404 : 200;
    response.end(wholePage(page?.body ?? ''));
  });
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    near: `http://127.0.0.1:${port}`,
    far: `http://localhost:${port}`,
    put(pages) {
      for (const [path, page] of Object.entries(pages)) known.set(path, page);
    },
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** What a planner may do that a test needs. */
export interface Editor {
  allow(sites: readonly string[]): Promise<void>;
  /** Stores an embed of the fictional town. @returns its address */
  store(document: object): Promise<string>;
  close(): Promise<void>;
}

const TOWN = 'GM9999';

/** Signs in as a planner of the fictional town. */
export async function openEditor(browser: Browser, kernkaart: Kernkaart): Promise<Editor> {
  const context = await browser.newContext({ locale: 'nl-NL' });
  const page = await context.newPage();
  await page.goto(await kernkaart.signInLink());
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.waitForURL(`${kernkaart.address}/`);
  // The server closes a connection that nobody used for a while; a request may be on its way just then.
  const send = async (method: 'post' | 'put', path: string, data: object) => {
    const answer = await context.request[method](`${kernkaart.address}/api/v1/planner${path}`, {
      data,
      maxRetries: 2,
    });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json() as Promise<{ id: string }>;
  };
  return {
    allow: async sites => void (await send('put', `/allowed-sites?municipality=${TOWN}`, { sites })),
    store: async document => {
      const whole = { municipality: TOWN, ...document } as unknown as EmbedDocument;
      return `/e/${(await send('post', '/embeds', { document: whole })).id}`;
    },
    close: () => context.close(),
  };
}

/** Adds up how much of a page moved without the reader's doing, from now on; ask for it by {@link shiftOf}. */
export async function watchShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = globalThis as never as { shift: number };
    seen.shift = 0;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as never as { value: number; hadRecentInput: boolean }[])
        if (!entry.hadRecentInput) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** How much moved since {@link watchShift}: 0 when nothing did. */
export const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as never as { shift: number }).shift);
