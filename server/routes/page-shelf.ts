import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { hasSame } from '../http/answer.ts';
import type { AppEnv } from '../http/context.ts';
import { Refusal } from '../http/problem.ts';
import { soonOr } from '../http/soon.ts';
import { Press } from '../paper/press.ts';
import { encodingFor, TileCache } from '../tiles/tile-cache.ts';

/** Making a page keeps the process busy for a moment; who comes when very many wait is told to come back. */
const LIMITS = { atOnce: 2, waiting: 400 };
/** Bytes of pages that are held, all encodings together. */
const CAPACITY = 32 * 1024 * 1024;
/** How often a page is made again at most because something changed while it was made. */
const MOST_TRIES = 3;

const HTML = 'text/html; charset=utf-8';

/** How a text is answered; a page of status 200 unless it says otherwise. */
export interface TextAnswer {
  status?: 200 | 404;
  /** `Cache-Control`. */
  caching: string;
  type?: string;
}

/** Pages that browsers keep for so many seconds: so soon a change is everywhere. */
export const KEPT_A_MINUTE = 'public, max-age=60';

/** A page and what it was made of. */
export interface ShelvedPage<Stamp> {
  stamp: Stamp;
  /** Undefined where there is nothing to show. */
  html: string | undefined;
}

/** What a shelf needs to know of its pages. */
export interface PageMaking<Stamp> {
  /** Everything that a page hangs on; cheap to ask. */
  stampOf(key: string): Promise<Stamp>;
  /** Makes the page; undefined where there is nothing to show. */
  make(key: string, stamp: Stamp): Promise<string | undefined>;
}

/** Milliseconds for which a stamp is taken for the present one. */
const VALID_FOR = 1000;

type Entry<Stamp> = { askedAt: number; page: Promise<ShelvedPage<Stamp>> };

/** Keeps pages as long as nothing that they hang on has changed; each is made once, however many ask. */
export class PageShelf<Stamp> {
  readonly #making: PageMaking<Stamp>;
  readonly #press = new Press(LIMITS);
  readonly #packed = new TileCache(CAPACITY);
  readonly #entries = new Map<string, Entry<Stamp>>();

  constructor(making: PageMaking<Stamp>) {
    this.#making = making;
  }

  /**
   * The page of a key, at most a second old; older where the database does not say soon whether anything changed.
   * @throws Refusal overloaded
   */
  get(key: string): Promise<ShelvedPage<Stamp>> {
    const now = performance.now();
    const known = this.#entries.get(key);
    if (known && now - known.askedAt < VALID_FOR) return known.page;
    const page = known ? this.#renewed(key, known.page) : this.#present(key);
    this.#entries.set(key, { askedAt: now, page });
    page.catch(() => this.#entries.delete(key));
    this.#forget(now);
    return page;
  }

  /** Answers with a text, compressed once, under a tag of its own. */
  async answer(
    c: Context<AppEnv>,
    text: string,
    { status = 200, caching, type = HTML }: TextAnswer,
  ): Promise<Response> {
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    const encoding = encodingFor(c.req.header('Accept-Encoding'));
    c.header('Cache-Control', caching);
    c.header('Vary', 'Accept-Encoding');
    c.header('ETag', `W/"${hash}"`);
    if (status === 200 && hasSame(c.req.header('If-None-Match'), `W/"${hash}"`)) return c.body(null, 304);
    const packed = await this.#packed.get(hash, encoding, async () => new TextEncoder().encode(text));
    if (packed.encoding !== 'identity') c.header('Content-Encoding', packed.encoding);
    const { bytes } = packed;
    return c.body(bytes, status, { 'Content-Type': type, 'Content-Length': String(bytes.byteLength) });
  }

  /** What is known, unless it turns out soon that something has changed: then it is made anew, however long that takes. */
  async #renewed(key: string, known: Promise<ShelvedPage<Stamp>>): Promise<ShelvedPage<Stamp>> {
    const before = await known;
    const stamp = await soonOr(this.#making.stampOf(key), before.stamp);
    return JSON.stringify(stamp) === JSON.stringify(before.stamp) ? before : this.#present(key);
  }

  /** A page whose stamp is the same before and after it was made: nothing in it is of two moments. */
  async #present(key: string): Promise<ShelvedPage<Stamp>> {
    let stamp = await this.#making.stampOf(key);
    for (let attempt = 1; ; attempt += 1) {
      const text = JSON.stringify(stamp);
      const bytes = await this.#press.get(`${key} ${text}`, () => this.#made(key, stamp));
      if (bytes === undefined) throw new Refusal('overloaded', 'Too many pages are being made; try again.');
      const after = await this.#making.stampOf(key);
      if (JSON.stringify(after) === text || attempt === MOST_TRIES)
        return { stamp, html: bytes.byteLength === 0 ? undefined : new TextDecoder().decode(bytes) };
      stamp = after;
    }
  }

  async #made(key: string, stamp: Stamp): Promise<Uint8Array<ArrayBuffer>> {
    return new TextEncoder().encode((await this.#making.make(key, stamp)) ?? '');
  }

  /** Ids that nobody asks for any more, or that somebody made up, do not stay. */
  #forget(now: number): void {
    if (this.#entries.size < 2000) return;
    for (const [key, { askedAt }] of this.#entries) if (now - askedAt > VALID_FOR) this.#entries.delete(key);
  }
}
