/**
 * Readers of an embed, in a process of their own so that they do not slow the server that they measure. Started with
 * what they are to do as JSON; prints what they saw as JSON. Speaks to loopback only and ends by itself.
 */
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import type { ReadersAsked, ReadersSeen } from './readers-seen.ts';

const asked = JSON.parse(process.argv[2] ?? '{}') as ReadersAsked;
const { hostname, port } = new URL(asked.origin);
if (!['127.0.0.1', 'localhost'].includes(hostname)) throw new Error('Readers stay on loopback.');

/** Tiles that a view of the map asks, and milliseconds that a reader looks before going on, at most. */
const TILES = 8;
const LOOKS = 2000;
/** Bytes of an archive that hold one tile, about. */
const PART = 8192;

const agent = new Agent({ keepAlive: true, maxSockets: asked.readers });
const seen: ReadersSeen = { pages: [], tiles: [], renewed: 0, revisions: 0, faults: [], faulty: 0 };
/** What was answered under an address that never changes, and the page of a revision: each must be one. */
const known = new Map<string, string>();
const revisions = new Set<string>();

interface Answer {
  status: number;
  body: Buffer;
  headers: NodeJS.Dict<string | string[]>;
  milliseconds: number;
}

function ask(path: string, more: Record<string, string> = {}): Promise<Answer> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'br', ...more };
    const asking = request({ hostname, port, path, agent, headers }, response => {
      const parts: Buffer[] = [];
      response.on('data', part => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, headers: answered } = response;
        const milliseconds = performance.now() - started;
        resolve({ status: statusCode, body: Buffer.concat(parts), headers: answered, milliseconds });
      });
    });
    asking.setTimeout(30_000, () => asking.destroy(new Error('no answer in 30 s')));
    asking.on('error', reject);
    asking.end();
  });
}

function fault(what: string): void {
  seen.faulty += 1;
  if (seen.faults.length < 20) seen.faults.push(what);
}

function hold(key: string, body: Buffer): void {
  const hash = createHash('sha256').update(body).digest('base64');
  const before = known.get(key);
  if (before === undefined) known.set(key, hash);
  else if (before !== hash) fault(`two answers for ${key}`);
}

const textOf = ({ body, headers }: Answer): string =>
  (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString('utf8');

/** Revision that the page names its tiles by; what has no server behind it has none. */
const revisionOf = (page: string): string => /"kind":"server","revision":(\d+)/.exec(page)?.[1] ?? 'edition';

const some = <T>(all: readonly T[]): T => all[Math.floor(Math.random() * all.length)]!;

/** One part of an archive, as a reader of PMTiles asks it. */
async function readPart({ path, bytes }: NonNullable<ReadersAsked['archive']>): Promise<void> {
  const from = Math.floor(Math.random() * Math.max(1, bytes - PART));
  const part = await ask(path, { range: `bytes=${from}-${from + PART - 1}` });
  seen.tiles.push(part.milliseconds);
  if (part.status !== 206) fault(`${path} answered ${part.status}`);
}

/** One tile of a revision. @returns false when that revision is served no more */
async function readTile(revision: string): Promise<boolean> {
  const { layer, address } = some(asked.tiles);
  const path = `/tiles/${layer}/${revision}/${address}.mvt`;
  const tile = await ask(path);
  seen.tiles.push(tile.milliseconds);
  if (tile.status === 404 && tile.body.includes('revision-gone')) return false;
  if (tile.status === 200) hold(path, tile.body);
  else if (tile.status !== 204) fault(`${path} answered ${tile.status}`);
  return true;
}

/** The page as a browser asks it: again by its tag. @returns its revision */
async function readPage(last: { tag: string; revision: string }): Promise<{ tag: string; revision: string }> {
  const page = await ask(asked.page, last.tag === '' ? {} : { 'if-none-match': last.tag });
  seen.pages.push(page.milliseconds);
  if (page.status === 304) return last;
  if (page.status !== 200) {
    fault(`${asked.page} answered ${page.status}`);
    return last;
  }
  const revision = revisionOf(textOf(page));
  revisions.add(revision);
  hold(`page of revision ${revision}`, page.body);
  return { tag: String(page.headers.etag ?? ''), revision };
}

async function look(last: { tag: string; revision: string }) {
  const page = await readPage(last);
  const reads = Array.from({ length: TILES }, () =>
    asked.archive ? readPart(asked.archive).then(() => true) : readTile(page.revision),
  );
  // The script of the page does the same: a revision that has gone is no error, the page is asked anew.
  if ((await Promise.all(reads)).includes(false)) seen.renewed += 1;
  return page;
}

async function reader(until: number): Promise<void> {
  let last = { tag: '', revision: '' };
  await sleep(Math.random() * LOOKS);
  while (performance.now() < until) {
    last = await look(last).catch(error => {
      fault(String(error));
      return last;
    });
    await sleep(Math.random() * LOOKS);
  }
}

const until = performance.now() + asked.seconds * 1000;
await Promise.all(Array.from({ length: asked.readers }, () => reader(until)));
agent.destroy();
seen.revisions = revisions.size;
process.stdout.write(JSON.stringify(seen));
