/** Something to watch: panels and the map are told that it changed, and read what they need. */
export class Watched {
  #target = new EventTarget();

  /** Calls `listener` at every change, until the returned function is called. */
  watch(listener: () => void): () => void {
    this.#target.addEventListener('change', listener);
    return () => this.#target.removeEventListener('change', listener);
  }

  /** Tells every watcher. */
  protected changed(): void {
    this.#target.dispatchEvent(new Event('change'));
  }
}

/** One value that is replaced, never mutated. */
export class Store<T extends object> extends Watched {
  #value: T;

  constructor(initial: T) {
    super();
    this.#value = initial;
  }

  get value(): Readonly<T> {
    return this.#value;
  }

  /** Replaces the given fields; watchers hear of it only when one differs. */
  set(patch: Partial<T>): void {
    const keys = Object.keys(patch) as (keyof T)[];
    if (keys.every(key => Object.is(patch[key], this.#value[key]))) return;
    this.#value = { ...this.#value, ...patch };
    this.changed();
  }
}
