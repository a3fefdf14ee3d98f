import { pipeline } from 'node:stream/promises';
import { type ClientBase, Pool, type PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Connection, DEFAULT_DEADLINE, SESSION_SETTINGS } from './connection.ts';
import { copyChunks } from './copy-text.ts';
import { DatabaseFault, type Row } from './database.ts';
import { toFault } from './fault.ts';
import { parserOf } from './parsers.ts';
import { toWire } from './values.ts';

/** Pieces of work that may wait for a session; more is refused at once, so that a slow database fails fast. */
const LONGEST_QUEUE = 200;
const COPY_CHUNK = 64 * 1024;

/** One login's sessions. */
export interface PoolSettings {
  url: string;
  /** Most sessions open at a time. */
  sessions: number;
  /** Milliseconds to wait for a session. */
  wait: number;
  onNotice: (text: string) => void;
}

/** A pool of `pg` that hands out sessions and takes broken ones out. */
export class NativePool {
  readonly #pool: Pool;
  readonly #clients = new Set<ClientBase>();

  constructor({ url, sessions, wait, onNotice }: PoolSettings) {
    this.#pool = new Pool({
      connectionString: url,
      max: sessions,
      // pg waits for ever unless told otherwise.
      connectionTimeoutMillis: wait,
      idleTimeoutMillis: 30_000,
      keepAlive: true,
      application_name: 'kernkaart',
      types: { getTypeParser: parserOf as never },
      onConnect: prepareSession,
    });
    // Without these two a database that restarts would end this process.
    this.#pool.on('error', error => onNotice(`A database connection broke: ${error.message}`));
    this.#pool.on('connect', client => {
      this.#clients.add(client);
      client.on('error', () => undefined);
    });
    this.#pool.on('remove', client => this.#clients.delete(client));
  }

  /** Runs the work on a session of its own and gives the session back, or drops it when it is no longer sound. */
  async with<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    if (this.#pool.waitingCount >= LONGEST_QUEUE) {
      throw new DatabaseFault('unavailable', 'Too much work is waiting for the database');
    }
    const client = await this.#pool.connect().catch(error => {
      throw toFault(error, 'Connecting to the database');
    });
    const connection = new NativeConnection(client);
    try {
      return await work(connection);
    } finally {
      client.release(connection.broken);
    }
  }

  /** Waits for running work, at most ten seconds, then cuts what is left: `end` alone may never resolve. */
  async close(): Promise<void> {
    if (this.#pool.ending) return;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>(resolve => {
      timer = setTimeout(resolve, 10_000);
    });
    await Promise.race([this.#pool.end(), late]);
    clearTimeout(timer);
    for (const client of this.#clients) destroy(client);
  }
}

async function prepareSession(client: ClientBase): Promise<void> {
  const text = `${SESSION_SETTINGS} set statement_timeout = ${DEFAULT_DEADLINE}`;
  await client.query({ text, query_timeout: 5_000 } as { text: string });
}

/** Cuts the socket; the server rolls back what was open. */
function destroy(client: ClientBase): void {
  const { connection } = client as ClientBase & { connection?: { stream: { destroy(): void } } };
  connection?.stream.destroy();
}

class NativeConnection implements Connection {
  readonly #client: PoolClient;
  /** Whether the session must not be used again. */
  broken = false;

  constructor(client: PoolClient) {
    this.#client = client;
  }

  async run(text: string, values: readonly unknown[]): Promise<Row[]> {
    const wire = values.map(toWire);
    return this.#attempt('Running a statement', async () => {
      const { rows } = await this.#client.query<Row>(text, wire);
      return rows;
    });
  }

  async script(text: string): Promise<void> {
    await this.#attempt('Running a script', () => this.#client.query(text));
  }

  async copy(
    into: string,
    rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  ): Promise<number> {
    let broken: { error: unknown } | undefined;
    async function* chunks() {
      try {
        for await (const chunk of copyChunks(rows, COPY_CHUNK)) yield chunk.text;
      } catch (error) {
        broken = { error };
        throw error;
      }
    }
    return this.#attempt(`Copying into ${into}`, async () => {
      const stream = this.#client.query(copyFrom(`copy ${into} from stdin`));
      await pipeline(chunks, stream);
      return stream.rowCount;
    }).catch(fault => {
      // What the source of the rows threw is not the database's fault, and is handed on as it is.
      throw broken ? broken.error : fault;
    });
  }

  async abandon(): Promise<void> {
    this.broken = true;
    destroy(this.#client);
  }

  async #attempt<T>(doing: string, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      const fault = toFault(error, doing);
      if (fault.kind === 'unavailable') this.broken = true;
      throw fault;
    }
  }
}
