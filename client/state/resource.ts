import { ApiError } from '../api/api-error.ts';
import { isAbort } from '../api/request.ts';
import { Watched } from './store.ts';

/** How far a piece of data is; a value that is being replaced is gone, so that old and new never mix. */
export type Loaded<T> =
  | { state: 'idle' }
  | { state: 'loading'; slow: boolean }
  | { state: 'ready'; value: T }
  | { state: 'failed'; error: ApiError };

/** Something that loads, as a panel reads it. */
export interface Source<T> {
  readonly loaded: Loaded<T>;
  /** Undefined while there is none. */
  readonly value: T | undefined;
  retry(): void;
}

/** After this many milliseconds a screen says that it takes longer than usual. */
const SLOW_AFTER = 3000;

/**
 * Data that loads on its own, by a key. Asking for another key calls off the request under way; asking for
 * the same key again does nothing.
 */
export class Resource<K extends readonly unknown[], T> extends Watched implements Source<T> {
  #load: (key: K, signal: AbortSignal) => Promise<T>;
  #key: K | null = null;
  #running: AbortController | undefined;
  #loaded: Loaded<T> = { state: 'idle' };

  constructor(load: (key: K, signal: AbortSignal) => Promise<T>) {
    super();
    this.#load = load;
  }

  get loaded(): Loaded<T> {
    return this.#loaded;
  }

  /** The value, undefined while there is none. */
  get value(): T | undefined {
    return this.#loaded.state === 'ready' ? this.#loaded.value : undefined;
  }

  /** Makes `key` the one to show; null shows nothing. */
  show(key: K | null): void {
    if (JSON.stringify(key) === JSON.stringify(this.#key)) return;
    this.#key = key;
    this.retry();
  }

  /** Loads the present key again: after a failure, or because the data may be newer. */
  retry(): void {
    this.#running?.abort();
    this.#running = undefined;
    if (this.#key === null) {
      this.#become({ state: 'idle' });
    } else {
      this.#running = new AbortController();
      void this.#run(this.#key, this.#running);
    }
  }

  async #run(key: K, running: AbortController): Promise<void> {
    this.#become({ state: 'loading', slow: false });
    const timer = setTimeout(() => this.#become({ state: 'loading', slow: true }), SLOW_AFTER);
    try {
      const value = await this.#load(key, running.signal);
      if (!running.signal.aborted) this.#become({ state: 'ready', value });
    } catch (error) {
      if (!running.signal.aborted && !isAbort(error))
        this.#become({ state: 'failed', error: asApiError(error) });
    } finally {
      clearTimeout(timer);
    }
  }

  #become(loaded: Loaded<T>): void {
    this.#loaded = loaded;
    this.changed();
  }
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError('fault', 'answer', 0, undefined, error);
}
