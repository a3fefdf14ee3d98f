import { Worker } from 'node:worker_threads';
import { DatabaseFault } from './database.ts';
import type { EngineAnswer, EngineError, EngineRequest, EngineRows } from './embedded-message.ts';
import { toFault } from './fault.ts';

/** PGlite answers nothing any more after about a thousand swallowed geometry faults; long before that it is renewed. */
const MOST_FAULTS = 200;

interface Waiting {
  doing: string;
  resolve(rows: EngineRows | undefined): void;
  reject(fault: DatabaseFault): void;
}

/** The thread that runs PGlite, from its start to its end; never restarted, a new one takes its place. */
export class EmbeddedThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #faults = 0;
  #spent = false;

  private constructor(directory: string) {
    this.#worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
      workerData: { directory },
      execArgv: [],
    });
    this.#worker.on('message', (answer: EngineAnswer) => this.#settle(answer));
    this.#worker.on('error', error => this.#lose(error));
    this.#worker.on('exit', () => this.#lose(new Error('The thread of the embedded database ended')));
  }

  /**
   * Starts PGlite on a directory and waits until it answers.
   * @throws DatabaseFault of kind `unavailable` when it cannot open the directory
   */
  static async start(directory: string): Promise<EmbeddedThread> {
    const thread = new EmbeddedThread(directory);
    // The worker says number 0 when it is open.
    await new Promise((resolve, reject) => {
      thread.#waiting.set(0, { doing: `Opening the embedded database in ${directory}`, resolve, reject });
    });
    return thread;
  }

  /** Whether it runs a statement at this moment. */
  get busy(): boolean {
    return this.#waiting.size > 0;
  }

  /** Whether another thread should take its place before the next piece of work. */
  get spent(): boolean {
    return this.#spent || this.#faults >= MOST_FAULTS;
  }

  /** Hands over a request and waits for the answer. */
  ask(request: EngineRequest, doing: string): Promise<EngineRows | undefined> {
    return new Promise((resolve, reject) => {
      if (this.#worker.threadId === -1) {
        reject(new DatabaseFault('unavailable', `${doing} failed: the embedded database is not running`));
        return;
      }
      this.#last += 1;
      this.#waiting.set(this.#last, { doing, resolve, reject });
      this.#worker.postMessage({ id: this.#last, request });
    });
  }

  /** Closes the directory in good order, if PGlite still answers, and ends the thread. */
  async close(): Promise<void> {
    if (!this.busy && !this.#spent) await this.ask({ kind: 'close' }, 'Closing').catch(() => undefined);
    await this.terminate();
  }

  /** Ends the thread whatever it does; PostgreSQL's log takes care of what was being written. */
  async terminate(): Promise<void> {
    this.#spent = true;
    await this.#worker.terminate();
  }

  #settle({ id, result, error }: EngineAnswer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) waiting?.reject(this.#fault(error, waiting.doing));
    else waiting?.resolve(result);
  }

  #fault(error: EngineError, doing: string): DatabaseFault {
    const cause = Object.assign(new Error(error.message), { code: error.code, detail: error.detail });
    if (error.swallowed) {
      this.#faults += 1;
      return new DatabaseFault('geometry', `${doing} failed: ${error.message}`, { cause });
    }
    // No SQLSTATE: not PostgreSQL refused, PGlite broke. 54001: the stack that swallowed faults use up.
    if (error.code && error.code !== '54001') return toFault(cause, doing);
    this.#spent = true;
    return new DatabaseFault('unavailable', `${doing} failed: ${error.message}`, { cause });
  }

  #lose(error: Error): void {
    this.#spent = true;
    for (const { doing, reject } of this.#waiting.values()) {
      reject(new DatabaseFault('unavailable', `${doing} failed: ${error.message}`, { cause: error }));
    }
    this.#waiting.clear();
  }
}
