import { LRUCache } from 'lru-cache';

/** Bytes of what was made that are kept. */
const MOST_BYTES = 48 * 1024 * 1024;

type Bytes = Uint8Array<ArrayBuffer>;

/** How much is made at once, and how much may wait. */
export interface PressLimits {
  atOnce: number;
  waiting: number;
}

/** Makes what takes long, little at once, each thing once, and keeps what it made last. One per process. */
export class Press {
  readonly #limits: PressLimits;
  readonly #made = new LRUCache<string, Bytes>({
    maxSize: MOST_BYTES,
    sizeCalculation: bytes => Math.max(1, bytes.byteLength),
  });
  readonly #underWay = new Map<string, Promise<Bytes>>();
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(limits: PressLimits) {
    this.#limits = limits;
  }

  /**
   * What has a key, made when it is not there; who asks for the same meanwhile waits for the same.
   * @returns undefined when too much is waiting already
   */
  async get(key: string, make: () => Promise<Bytes>): Promise<Bytes | undefined> {
    const known = this.#made.get(key) ?? this.#underWay.get(key);
    if (known !== undefined) return known;
    if (this.#running >= this.#limits.atOnce && this.#queue.length >= this.#limits.waiting) return undefined;
    const making = this.#inTurn(make);
    this.#underWay.set(key, making);
    try {
      const bytes = await making;
      this.#made.set(key, bytes);
      return bytes;
    } finally {
      this.#underWay.delete(key);
    }
  }

  async #inTurn(make: () => Promise<Bytes>): Promise<Bytes> {
    if (this.#running >= this.#limits.atOnce) await new Promise<void>(resolve => this.#queue.push(resolve));
    else this.#running += 1;
    try {
      return await make();
    } finally {
      // The place goes straight to who waits longest.
      const next = this.#queue.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
