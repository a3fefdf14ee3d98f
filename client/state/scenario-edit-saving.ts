import type { ScenarioDocument } from '#contract/scenario.ts';
import type { SavedScenario } from '#contract/scenario-version.ts';
import { ApiError } from '../api/api-error.ts';
import { Watched } from './store.ts';

/** Milliseconds of rest after which a change is saved. */
const REST = 800;
/** Milliseconds between tries while the server cannot be reached. */
const AGAIN = 4000;

/**
 * How safe the work is. `waiting`: changed, not sent yet. `offline`: not reached, kept on the page and tried again.
 * `conflict`: somebody else saved first and it is being sorted out. `gone`, `signed-out`, `refused`: the server
 * does not take it; the work is on this page only.
 */
export type SavingState =
  | 'saved'
  | 'waiting'
  | 'saving'
  | 'offline'
  | 'conflict'
  | 'gone'
  | 'signed-out'
  | 'refused';

/** What saving needs from outside. */
export interface SavingParts {
  put(document: ScenarioDocument, draftNumber: number): Promise<SavedScenario>;
  /** Somebody else saved first. */
  conflicted(): void;
}

/** True for the answer that somebody else saved first. */
export const isConflict = (error: unknown): boolean => error instanceof ApiError && error.status === 409;

function stateOf(error: unknown): SavingState {
  if (!(error instanceof ApiError)) return 'refused';
  if (error.kind === 'not-signed-in') return 'signed-out';
  if (error.kind === 'absent') return 'gone';
  return ['offline', 'busy', 'fault'].includes(error.kind) ? 'offline' : 'refused';
}

/** Saves a draft by itself: a while after the last change, one save at a time, again while the server is away. */
export class Saving extends Watched {
  #parts: SavingParts;
  #draftNumber: number;
  #saved: ScenarioDocument;
  #wanted: ScenarioDocument;
  #state: SavingState = 'saved';
  #updatedAt: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    parts: SavingParts,
    start: { document: ScenarioDocument; draftNumber: number; updatedAt: string },
  ) {
    super();
    this.#parts = parts;
    this.#draftNumber = start.draftNumber;
    this.#saved = start.document;
    this.#wanted = start.document;
    this.#updatedAt = start.updatedAt;
  }

  get state(): SavingState {
    return this.#state;
  }

  /** Number of the draft that the server has, as far as this page knows. */
  get draftNumber(): number {
    return this.#draftNumber;
  }

  /** What the server has, as far as this page knows. */
  get saved(): ScenarioDocument {
    return this.#saved;
  }

  /** Instant of the last save. */
  get updatedAt(): string {
    return this.#updatedAt;
  }

  /** True while something is on this page only. */
  get unsaved(): boolean {
    return this.#wanted !== this.#saved;
  }

  /** The document is now this; it is saved after a rest. */
  want(document: ScenarioDocument): void {
    if (document === this.#wanted) return;
    this.#wanted = document;
    if (this.#state === 'saving' || this.#state === 'conflict') return;
    if (!this.unsaved) {
      clearTimeout(this.#timer);
      this.#become('saved');
    } else {
      this.#become(this.#state === 'offline' ? 'offline' : 'waiting');
      this.#plan(REST);
    }
  }

  /** The server has another draft than this page started from; what is wanted stays as it is until `want`. */
  startFrom(server: { document: ScenarioDocument; draftNumber: number; updatedAt: string }): void {
    this.#saved = server.document;
    this.#draftNumber = server.draftNumber;
    this.#updatedAt = server.updatedAt;
  }

  /** What is wanted after a conflict was sorted out. */
  resume(document: ScenarioDocument): void {
    this.#wanted = document;
    this.#become(this.unsaved ? 'waiting' : 'saved');
    if (this.unsaved) this.#plan(0);
  }

  /** Saves at once, whatever waits. Resolves when that try has ended; look at `state`. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    if (this.unsaved && this.#state !== 'conflict') await this.#run();
  }

  #running: Promise<void> | undefined;

  #plan(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), after);
  }

  #run(): Promise<void> {
    this.#running ??= this.#send().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #send(): Promise<void> {
    const document = this.#wanted;
    this.#become('saving');
    try {
      const { draftNumber, updatedAt } = await this.#parts.put(document, this.#draftNumber);
      this.startFrom({ document, draftNumber, updatedAt });
      this.#become(this.unsaved ? 'waiting' : 'saved');
      if (this.unsaved) this.#plan(REST);
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    if (isConflict(error)) {
      this.#become('conflict');
      this.#parts.conflicted();
      return;
    }
    const state = stateOf(error);
    this.#become(state);
    if (state === 'offline') this.#plan(AGAIN);
  }

  #become(state: SavingState): void {
    this.#state = state;
    this.changed();
  }
}
