import type { Database } from '../geodata/database/database.ts';
import { loadDemo } from '../geodata/demo/load.ts';
import { paced } from './commands/import-context.ts';
import type { Config } from './config.ts';
import type { Preparing } from './contract/municipality.ts';
import { loadWorkedScenarios } from './demo/load-worked-scenarios.ts';
import { publishFigures } from './policy/publish.ts';
import { currentRevision } from './queries/revision.ts';
import { SOFTWARE } from './software.ts';

/** Whether a database of our own has never held anything; with DEMO=off it stays as it is. */
export async function isFirstStart(database: Database, config: Config): Promise<boolean> {
  // A number above 0 with nothing in it: somebody took the demo away, and does not want it back.
  return config.demo && database.engine === 'embedded' && (await currentRevision(database)) === 0;
}

/** Loads the fictional municipality into a new database, so that there is something to look at. */
export class FirstStart {
  readonly #stopped = new AbortController();
  #progress: Preparing | null = { step: 'Starting', done: 0 };
  #ended: Promise<void> = Promise.resolve();

  /** How far it is; null when it is over, well or not. */
  progress(): Preparing | null {
    return this.#progress;
  }

  /** Begins. @param say lines for the terminal @param failed told what went wrong: the database is empty then, and usable */
  begin(database: Database, say: (line: string) => void, failed: (error: unknown) => void): void {
    const tell = paced(say);
    const work = loadDemo({
      database,
      madeBy: 'first start',
      software: SOFTWARE,
      publish: publishFigures,
      progress: (step, done) => {
        this.#progress = { step, done: done ?? null };
        tell(step, done);
      },
      signal: this.#stopped.signal,
    });
    this.#ended = work
      .then(async result => {
        this.#progress = { step: 'Working out two scenarios', done: null };
        await loadWorkedScenarios(database);
        return result;
      })
      .then(({ municipality }) => say(`The fictional municipality Markerwaard (${municipality}) is ready.`))
      .catch(error => this.#stopped.signal.aborted || failed(error))
      .then(() => {
        this.#progress = null;
      });
  }

  /** Gives it up, where it still runs, and waits for that: nothing of it stays. */
  async stop(): Promise<void> {
    this.#stopped.abort(new Error('The server stops.'));
    await this.#ended;
  }
}
