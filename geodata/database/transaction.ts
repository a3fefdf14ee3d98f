import { AsyncLocalStorage } from 'node:async_hooks';
import { becomeRole, type Connection, DEFAULT_DEADLINE } from './connection.ts';
import { DatabaseFault, type Row, type Transaction, type WorkOptions } from './database.ts';
import { identifier, type Sql } from './sql.ts';

/**
 * A transaction as the work sees it. Remembers the first fault: an engine may go on after one (PGlite does
 * after a geometry fault), or answer COMMIT by rolling back without a word.
 */
class WorkTransaction implements Transaction {
  readonly #connection: Connection;
  fault: DatabaseFault | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  query<T extends object = Row>(statement: Sql): Promise<T[]> {
    return this.#attempt(() => this.#connection.run(statement.text, statement.values)) as Promise<T[]>;
  }

  script(text: string): Promise<void> {
    return this.#attempt(() => this.#connection.script(text));
  }

  copy(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  ): Promise<number> {
    const names = columns.map(column => identifier(column).text);
    return this.#attempt(() =>
      this.#connection.copy(`${identifier(table).text} (${names.join(', ')})`, rows),
    );
  }

  async #attempt<T>(run: () => Promise<T>): Promise<T> {
    if (this.fault) throw this.fault;
    try {
      return await run();
    } catch (error) {
      this.fault ??= asFault(error);
      throw error;
    }
  }
}

const inside = new AsyncLocalStorage<true>();

/**
 * Keeps work inside a transaction from asking the database itself: with one session it would wait for its own end.
 * @throws DatabaseFault of kind `refused` inside a transaction
 */
export function refuseInsideTransaction(): void {
  if (inside.getStore()) {
    throw new DatabaseFault(
      'refused',
      'Inside a transaction every statement must go through the transaction',
    );
  }
}

/** How an engine begins a transaction. */
export interface Opening {
  /** Statements that open it, the role apart. */
  begin: string;
  /** Milliseconds given to an engine that ends late statements by itself before the session is dropped. */
  grace: number;
}

/**
 * What the promise gives, unless it takes longer than so many milliseconds.
 * @throws DatabaseFault of kind `deadline`
 */
export async function within<T>(promise: Promise<T>, milliseconds: number, doing: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const fault = new DatabaseFault('deadline', `${doing} took longer than ${milliseconds} ms`);
    timer = setTimeout(reject, milliseconds, fault);
  });
  promise.catch(() => undefined);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs the work in a transaction on a session: commits when it resolves and no statement failed, rolls back otherwise.
 * @throws DatabaseFault of kind `deadline` when it takes longer than the deadline, or what the work threw
 */
export async function runTransaction<T>(
  connection: Connection,
  work: (transaction: Transaction) => Promise<T>,
  { role = 'owner', deadline = DEFAULT_DEADLINE }: WorkOptions,
  { begin, grace }: Opening,
): Promise<T> {
  const transaction = new WorkTransaction(connection);
  try {
    const whole = perform(connection, transaction, work, `${begin} ${becomeRole(role)}`);
    return await within(whole, deadline + grace, 'A transaction');
  } catch (error) {
    transaction.fault ??= asFault(error);
    await undo(connection, transaction.fault);
    throw error;
  }
}

/** What the work itself threw counts as a refusal: nothing more is to be run for it. */
function asFault(error: unknown): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  return new DatabaseFault('refused', 'The transaction was given up', { cause: error });
}

async function perform<T>(
  connection: Connection,
  transaction: WorkTransaction,
  work: (transaction: Transaction) => Promise<T>,
  begin: string,
): Promise<T> {
  await transaction.script(begin);
  const result = await inside.run(true, work, transaction);
  if (transaction.fault) throw transaction.fault;
  await connection.script('commit');
  return result;
}

/** A session that is late or lost cannot be asked to roll back: it is dropped, and the engine rolls back by itself. */
async function undo(connection: Connection, fault: DatabaseFault): Promise<void> {
  if (fault.kind === 'deadline' || fault.kind === 'unavailable') return connection.abandon();
  await connection.script('rollback').catch(() => connection.abandon());
}
