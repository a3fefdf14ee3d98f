import { type Loaded, Resource, type Source } from './resource.ts';
import { Watched } from './store.ts';

/** Data that loads on its own and that this page changes: what was changed is shown without loading it again. */
export class Kept<K extends readonly unknown[], T> extends Watched implements Source<T> {
  #resource: Resource<K, T>;
  #mine: { value: T } | null = null;
  #key = '';

  constructor(load: (key: K, signal: AbortSignal) => Promise<T>) {
    super();
    this.#resource = new Resource(load);
    this.#resource.watch(() => this.changed());
  }

  get loaded(): Loaded<T> {
    return this.#mine ? { state: 'ready', value: this.#mine.value } : this.#resource.loaded;
  }

  /** The value, undefined while there is none. */
  get value(): T | undefined {
    return this.#mine ? this.#mine.value : this.#resource.value;
  }

  /** Makes `key` the one to show; null shows nothing. */
  show(key: K | null): void {
    const same = JSON.stringify(key) === this.#key;
    this.#key = JSON.stringify(key);
    if (!same) this.#mine = null;
    this.#resource.show(key);
  }

  /** Loads the present key again. */
  retry(): void {
    this.#mine = null;
    this.#resource.retry();
  }

  /** The server has this now. */
  put(value: T): void {
    this.#mine = { value };
    this.changed();
  }
}
