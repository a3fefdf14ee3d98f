import { beginAs, type Connection, DEFAULT_DEADLINE } from './connection.ts';
import {
  type Database,
  DatabaseFault,
  type DatabaseRole,
  type Row,
  type Session,
  type Transaction,
  type WorkOptions,
} from './database.ts';
import { NativePool } from './native-pool.ts';
import type { Sql } from './sql.ts';
import { refuseInsideTransaction, runTransaction, within } from './transaction.ts';

/** How many sessions each kind of work may hold; small on purpose, PostgreSQL answers no faster with more. */
const SERVING_SESSIONS = 6;
const BACKGROUND_SESSIONS = 2;

/** PostgreSQL ends a late statement itself (statement_timeout); only a silent connection is dropped, this much later. */
const GRACE = 500;

/** Where the database is. Addresses are `postgres://user:password@host:port/database`. */
export interface NativeOptions {
  databaseUrl: string;
  /** Login of its own for visitors; without it their statements run under `set local role`. */
  visitorUrl?: string | undefined;
  /** Told of things worth a line in the log: a connection that broke. */
  onNotice?: ((text: string) => void) | undefined;
}

/** PostgreSQL with PostGIS, through pools of sessions. */
export class NativeDatabase implements Database {
  readonly engine = 'native';
  readonly #serving: NativePool;
  readonly #background: NativePool;
  readonly #visitors: NativePool | undefined;

  constructor({ databaseUrl, visitorUrl, onNotice = () => undefined }: NativeOptions) {
    this.#serving = new NativePool({ url: databaseUrl, sessions: SERVING_SESSIONS, wait: 2_000, onNotice });
    this.#background = new NativePool({
      url: databaseUrl,
      sessions: BACKGROUND_SESSIONS,
      wait: 30_000,
      onNotice,
    });
    if (visitorUrl) {
      this.#visitors = new NativePool({ url: visitorUrl, sessions: SERVING_SESSIONS, wait: 2_000, onNotice });
    }
  }

  async query<T extends object = Row>(statement: Sql, options: WorkOptions = {}): Promise<T[]> {
    const { role = 'owner', deadline = DEFAULT_DEADLINE } = options;
    // A session of that very role with the usual deadline needs no transaction around one statement.
    const plain =
      deadline === DEFAULT_DEADLINE && (role === 'owner' || (role === 'visitor' && this.#visitors));
    if (!plain) return this.transaction(transaction => transaction.query<T>(statement), options);
    return this.#with(options, connection => runPlain(connection, statement)) as Promise<T[]>;
  }

  as(role: DatabaseRole): Session {
    return { query: statement => this.query(statement, { role }) };
  }

  transaction<T>(work: (transaction: Transaction) => Promise<T>, options: WorkOptions = {}): Promise<T> {
    const { role = 'owner', deadline = DEFAULT_DEADLINE } = options;
    const begin = `${beginAs(options)} set local statement_timeout = ${Math.ceil(deadline)};`;
    const inner = role === 'visitor' && this.#visitors ? 'owner' : role;
    return this.#with(options, connection =>
      runTransaction(connection, work, { role: inner, deadline }, { begin, grace: GRACE }),
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.#serving, this.#background, this.#visitors].map(pool => pool?.close()));
  }

  /** Asks for one session of each login, so that a wrong address is known at start. */
  async check(): Promise<void> {
    for (const pool of [this.#serving, this.#visitors]) await pool?.with(c => c.run('select 1', []));
  }

  async #with<T>({ role, priority }: WorkOptions, work: (connection: Connection) => Promise<T>): Promise<T> {
    refuseInsideTransaction();
    if (role === 'visitor' && this.#visitors) return this.#visitors.with(work);
    return (priority === 'background' ? this.#background : this.#serving).with(work);
  }
}

async function runPlain(connection: Connection, { text, values }: Sql): Promise<Row[]> {
  try {
    return await within(connection.run(text, values), DEFAULT_DEADLINE + GRACE, 'A statement');
  } catch (error) {
    if ((error as DatabaseFault).kind === 'deadline') await connection.abandon();
    throw error;
  }
}

/**
 * Opens a native database and asks it one thing.
 * @throws DatabaseFault of kind `unavailable` saying in one sentence which database cannot be reached and why
 */
export async function openNative(options: NativeOptions): Promise<NativeDatabase> {
  const database = new NativeDatabase(options);
  try {
    await database.check();
    return database;
  } catch (error) {
    await database.close();
    const reason = (error as DatabaseFault).cause ?? error;
    const said = (reason as Error).message || (reason as { code?: string }).code || 'no answer';
    throw new DatabaseFault(
      'unavailable',
      `Cannot use the database ${withoutSecrets(options.databaseUrl)}: ${said}`,
      {
        cause: error,
      },
    );
  }
}

/** The address without password and parameters, fit for a log. */
export function withoutSecrets(url: string): string {
  if (!URL.canParse(url)) return 'at that address (it is not of the form postgres://user@host:port/database)';
  const { username, host, pathname } = new URL(url);
  return `${pathname.slice(1) || username} on ${host || 'this machine'}${username ? ` as ${username}` : ''}`;
}
