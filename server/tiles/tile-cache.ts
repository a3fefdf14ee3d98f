import { LRUCache } from 'lru-cache';
import { acceptedEncoding, compressed } from '../http/answer.ts';

/** Bytes that the cache holds unless told otherwise. */
const CAPACITY = 128 * 1024 * 1024;

/** What an entry costs besides its bytes, roughly: key, maps, headers of the buffers. */
const OVERHEAD = 400;

/** Bytes under which a compressed tile is hardly smaller and never a packet less. */
const SMALL = 512;

/** Quality on a miss: gzip 1 and brotli 4 take a third to half of the time of the usual 6 for 2-8 % more bytes. */
const QUALITY = { gzip: 1, br: 4 } as const;

/** An encoding a tile can travel in. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** A tile as it is sent; without bytes it is empty (204). */
export interface EncodedTile {
  bytes: Uint8Array<ArrayBuffer>;
  encoding: Encoding;
}

type Bytes = Uint8Array<ArrayBuffer>;
type Entry = { identity: Bytes } & Partial<Record<'br' | 'gzip', Bytes>>;

/** The encoding for a request, from its Accept-Encoding header. */
export function encodingFor(header: string | undefined): Encoding {
  return acceptedEncoding(header) ?? 'identity';
}

/** A tile in the wished encoding, or as it is when it is too small to gain anything. Compresses off the main thread. */
export async function encoded(bytes: Bytes, encoding: Encoding): Promise<EncodedTile> {
  if (encoding === 'identity' || bytes.byteLength < SMALL) return { bytes, encoding: 'identity' };
  const packed = await compressed(bytes, encoding, QUALITY[encoding]);
  return { bytes: new Uint8Array(packed), encoding };
}

/**
 * Public tiles as they are sent, in memory, bounded by bytes. Identical misses are made once; what fails is
 * not kept. Keys carry the revision, so nothing in here ever becomes wrong: old ones are pushed out.
 */
export class TileCache {
  readonly #entries: LRUCache<string, Entry>;
  readonly #underWay = new Map<string, Promise<Bytes>>();
  #hits = 0;
  #misses = 0;

  constructor(capacity = CAPACITY) {
    this.#entries = new LRUCache({
      maxSize: capacity,
      sizeCalculation: entry =>
        OVERHEAD + entry.identity.byteLength + (entry.br?.byteLength ?? 0) + (entry.gzip?.byteLength ?? 0),
    });
  }

  /** Counts since the start, and what is held now. */
  get statistics() {
    return {
      hits: this.#hits,
      misses: this.#misses,
      tiles: this.#entries.size,
      bytes: this.#entries.calculatedSize,
    };
  }

  /** The tile of a key in an encoding; `make` is called when it is not here and nobody else is making it. */
  async get(key: string, encoding: Encoding, make: () => Promise<Bytes>): Promise<EncodedTile> {
    const entry = this.#entries.get(key);
    if (entry) this.#hits += 1;
    else this.#misses += 1;
    const identity = entry?.identity ?? (await this.#once(`identity ${key}`, () => this.#made(key, make)));
    if (encoding === 'identity' || identity.byteLength < SMALL)
      return { bytes: identity, encoding: 'identity' };
    const packed =
      entry?.[encoding] ??
      (await this.#once(`${encoding} ${key}`, () => this.#packed(key, identity, encoding)));
    return { bytes: packed, encoding };
  }

  async #made(key: string, make: () => Promise<Bytes>): Promise<Bytes> {
    const identity = await make();
    this.#entries.set(key, { identity });
    return identity;
  }

  async #packed(key: string, identity: Bytes, encoding: 'br' | 'gzip'): Promise<Bytes> {
    const { bytes } = await encoded(identity, encoding);
    this.#entries.set(key, { identity, ...this.#entries.peek(key), [encoding]: bytes });
    return bytes;
  }

  #once(key: string, work: () => Promise<Bytes>): Promise<Bytes> {
    const before = this.#underWay.get(key);
    if (before !== undefined) return before;
    const promise = work().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, promise);
    return promise;
  }
}
