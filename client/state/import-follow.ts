import { ENDED_STATES, type ImportJob } from '#contract/import-job.ts';
import { ApiError } from '../api/api-error.ts';
import { getImport } from '../api/import.ts';
import { Watched } from './store.ts';

/** Milliseconds between two questions how far it is. */
const ASK_EVERY = 1000;

/** The same while the server does not answer. */
const ASK_AGAIN_EVERY = 3000;

/** Something happens by itself: asking again is worth it. */
const isBusy = ({ state }: ImportJob): boolean => state === 'looking' || state === 'running';

/** Follows one import until it has ended, also when it was begun before this page was opened. */
export class ImportFollow extends Watched {
  #id: string | null = null;
  #job: ImportJob | null = null;
  #error: ApiError | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Id of the import that is followed; null: none. */
  get id(): string | null {
    return this.#id;
  }

  /** The import as it was last heard of; null until it was. */
  get job(): ImportJob | null {
    return this.#job;
  }

  /** Why it could not be asked how far it is; what was heard before stays. */
  get error(): ApiError | null {
    return this.#error;
  }

  /** Nothing more happens to it. */
  get ended(): boolean {
    return this.#job !== null && ENDED_STATES.includes(this.#job.state);
  }

  /** Follows an import, or none. */
  show(id: string | null): void {
    if (id === this.#id) return;
    this.#forget(id);
    this.changed();
    if (id !== null) void this.ask();
  }

  /** This is how it is now: the server just said so. */
  know(job: ImportJob): void {
    if (job.id !== this.#id) this.#forget(job.id);
    this.#heard(job);
  }

  /** Asks how far it is, and again later where something happens. */
  async ask(): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    clearTimeout(this.#timer);
    try {
      const job = await getImport(id);
      if (id === this.#id) this.#heard(job);
    } catch (error) {
      if (id === this.#id) this.#failed(error);
    }
  }

  /** Asks afresh: what went wrong before is past. */
  again(): void {
    this.#error = null;
    this.changed();
    void this.ask();
  }

  #forget(id: string | null): void {
    clearTimeout(this.#timer);
    this.#id = id;
    this.#job = null;
    this.#error = null;
  }

  #heard(job: ImportJob): void {
    this.#error = null;
    this.#job = job;
    clearTimeout(this.#timer);
    if (isBusy(job)) this.#timer = setTimeout(() => void this.ask(), ASK_EVERY);
    this.changed();
  }

  #failed(error: unknown): void {
    this.#error = error instanceof ApiError ? error : new ApiError('fault', 'answer', 0, undefined, error);
    const mayPass = ['offline', 'busy', 'fault'].includes(this.#error.kind);
    if (mayPass) this.#timer = setTimeout(() => void this.ask(), ASK_AGAIN_EVERY);
    this.changed();
  }
}
