import { DatabaseFault, type WorkOptions } from './database.ts';

/** Pieces of work that may wait; more is refused at once. */
const LONGEST = 200;

interface Entry {
  start(): void;
}

/** One piece of work at a time; what visitors wait for goes before imports. */
export class WorkQueue {
  readonly #waiting: Record<NonNullable<WorkOptions['priority']>, Entry[]> = { serving: [], background: [] };
  #busy = false;
  #idle: (() => void)[] = [];

  /**
   * Waits for the turn.
   * @param patience milliseconds to wait at most
   * @returns a function that ends the turn
   * @throws DatabaseFault of kind `unavailable` when too many wait already, or the turn does not come in time
   */
  async enter(priority: NonNullable<WorkOptions['priority']>, patience: number): Promise<() => void> {
    const queue = this.#waiting[priority];
    if (queue.length >= LONGEST) {
      throw new DatabaseFault('unavailable', 'Too much work is waiting for the database');
    }
    await new Promise<void>((resolve, reject) => {
      const entry: Entry = {
        start() {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        queue.splice(queue.indexOf(entry), 1);
        reject(new DatabaseFault('unavailable', `The database was busy for ${patience} ms`));
      }, patience);
      queue.push(entry);
      this.#next();
    });
    return () => {
      this.#busy = false;
      this.#next();
    };
  }

  /** Resolves when nothing runs and nothing waits. */
  async idle(): Promise<void> {
    if (this.#busy) await new Promise<void>(resolve => this.#idle.push(resolve));
  }

  #next(): void {
    if (this.#busy) return;
    const entry = this.#waiting.serving.shift() ?? this.#waiting.background.shift();
    if (entry) {
      this.#busy = true;
      entry.start();
      return;
    }
    for (const resolve of this.#idle.splice(0)) resolve();
  }
}
