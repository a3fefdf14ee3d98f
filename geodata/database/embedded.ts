import { becomeRole, beginAs, type Connection, DEFAULT_DEADLINE } from './connection.ts';
import { copyChunks } from './copy-text.ts';
import {
  type Database,
  DatabaseFault,
  type DatabaseRole,
  type Row,
  type Session,
  type Transaction,
  type WorkOptions,
} from './database.ts';
import { prepareDirectory } from './embedded-directory.ts';
import type { EngineRequest, EngineRows } from './embedded-message.ts';
import { EmbeddedThread } from './embedded-thread.ts';
import { type DirectoryLock, lockDirectory } from './lock.ts';
import type { Sql } from './sql.ts';
import { refuseInsideTransaction, runTransaction, within } from './transaction.ts';
import { toWire } from './values.ts';
import { WorkQueue } from './work-queue.ts';

/** Characters of COPY text per message: some tens of thousands of rows. */
const COPY_CHUNK = 4 * 1024 * 1024;

/** Where the embedded database is. */
export interface EmbeddedOptions {
  /** Directory of this instance; the database's files are in `database` below it. */
  dataDir: string;
  /** Told of things worth a line in the log: a renewed engine. */
  onNotice?: ((text: string) => void) | undefined;
}

interface EmbeddedParts {
  directory: string;
  thread: EmbeddedThread;
  lock: DirectoryLock;
  onNotice: (text: string) => void;
}

/** PGlite with PostGIS in a thread of its own: one session, so one piece of work at a time. */
export class EmbeddedDatabase implements Database {
  readonly engine = 'embedded';
  readonly #directory: string;
  readonly #onNotice: (text: string) => void;
  readonly #queue = new WorkQueue();
  readonly #lock: DirectoryLock;
  #thread: EmbeddedThread;
  #closed = false;

  constructor({ directory, thread, lock, onNotice }: EmbeddedParts) {
    this.#directory = directory;
    this.#thread = thread;
    this.#lock = lock;
    this.#onNotice = onNotice;
  }

  query<T extends object = Row>(statement: Sql, options: WorkOptions = {}): Promise<T[]> {
    const { role = 'owner', deadline = DEFAULT_DEADLINE } = options;
    const begin = `${beginAs({ role })} ${becomeRole(role)}`;
    return this.#with(options, async connection => {
      try {
        return (await within(connection.single(begin, statement), deadline, 'A statement')) as T[];
      } catch (error) {
        if ((error as DatabaseFault).kind === 'deadline') await connection.abandon();
        throw error;
      }
    });
  }

  as(role: DatabaseRole): Session {
    return { query: statement => this.query(statement, { role }) };
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>, options: WorkOptions = {}): Promise<T> {
    const opening = { begin: beginAs(options), grace: 0 };
    return this.#with(options, connection => runTransaction(connection, work, options, opening));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await within(this.#queue.idle(), 10_000, 'Closing').catch(() => undefined);
    await this.#thread.close();
    await this.#lock.release();
  }

  async #with<T>(options: WorkOptions, work: (connection: EmbeddedConnection) => Promise<T>): Promise<T> {
    const { priority = 'serving', deadline = DEFAULT_DEADLINE } = options;
    refuseInsideTransaction();
    if (this.#closed) throw new DatabaseFault('unavailable', 'The database is closed');
    const leave = await this.#queue.enter(priority, deadline);
    try {
      await this.#renew();
      return await work(new EmbeddedConnection(this.#thread));
    } finally {
      // Whoever came too late hears so at once; those who wait are served when the new thread answers.
      void this.#renew()
        .catch(error => this.#onNotice((error as Error).message))
        .finally(leave);
    }
  }

  /** Puts a new thread in the place of one that is lost or used up. */
  async #renew(): Promise<void> {
    if (!this.#thread.spent || this.#closed) return;
    this.#onNotice('The embedded database is started again');
    await this.#thread.close();
    this.#thread = await EmbeddedThread.start(this.#directory);
  }
}

class EmbeddedConnection implements Connection {
  readonly #thread: EmbeddedThread;
  #abandoned = false;

  constructor(thread: EmbeddedThread) {
    this.#thread = thread;
  }

  async single(begin: string, { text, values }: Sql): Promise<Row[]> {
    return toRows(await this.#ask({ kind: 'single', begin, text, values: values.map(toWire) }));
  }

  async run(text: string, values: readonly unknown[]): Promise<Row[]> {
    return toRows(await this.#ask({ kind: 'run', text, values: values.map(toWire) }));
  }

  async script(text: string): Promise<void> {
    await this.#ask({ kind: 'script', text }, 'Running a script');
  }

  async copy(
    into: string,
    rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  ): Promise<number> {
    let count = 0;
    for await (const chunk of copyChunks(rows, COPY_CHUNK)) {
      await this.#ask({ kind: 'copy', into, text: chunk.text }, `Copying into ${into}`);
      count += chunk.rows;
    }
    return count;
  }

  async abandon(): Promise<void> {
    // Nothing can interrupt a statement in PGlite but the end of its thread.
    if (this.#thread.busy) await this.#thread.terminate();
    else await this.script('rollback').catch(() => this.#thread.terminate());
    this.#abandoned = true;
  }

  #ask(request: EngineRequest, doing = 'Running a statement'): Promise<EngineRows | undefined> {
    if (this.#abandoned) throw new DatabaseFault('deadline', `${doing} came after the deadline`);
    return this.#thread.ask(request, doing);
  }
}

function toRows(result: EngineRows | undefined): Row[] {
  const { names = [], rows = [] } = result ?? {};
  return rows.map(row => {
    const named: Row = {};
    for (let index = 0; index < names.length; index += 1) named[names[index]!] = row[index];
    return named;
  });
}

/**
 * Opens the embedded database of an instance; makes it when there is none.
 * @throws DatabaseFault of kind `unavailable` when another process has it, or its files cannot be read
 */
export async function openEmbedded({
  dataDir,
  onNotice = () => undefined,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const lock = await lockDirectory(dataDir);
  try {
    const { directory, complete } = await prepareDirectory(dataDir);
    const thread = await EmbeddedThread.start(directory);
    await complete();
    return new EmbeddedDatabase({ directory, thread, lock, onNotice });
  } catch (error) {
    await lock.release();
    throw error;
  }
}
