import type { Sql } from './sql.ts';

/** Roles a statement can run as. `owner` is the login itself: imports, migrations, sessions. */
export type DatabaseRole = 'visitor' | 'planner' | 'owner';

/** One row; values are parsed alike on both engines: dates are ISO strings, int8 and numeric numbers, bytea Uint8Array. */
export type Row = Record<string, unknown>;

/** Something that answers statements: a database, or a transaction in it. */
export interface Session {
  /**
   * Runs one statement and gives its rows.
   * @throws DatabaseFault when the engine refuses it, a geometry operation fails, or the deadline passes
   */
  query<T extends object = Row>(statement: Sql): Promise<T[]>;
}

/** A transaction: all statements or none. */
export interface Transaction extends Session {
  /**
   * Streams rows into a table with COPY. Values: null, string, number, boolean, Date-free; bytea as
   * Uint8Array; an array becomes a PostgreSQL array, a plain object JSON (a JSON list must come as its own text,
   * by JSON.stringify); geometry as hex EWKB or EWKT text.
   * @returns how many rows were written
   */
  copy(
    table: string,
    columns: readonly string[],
    rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
  ): Promise<number>;
  /** Runs a script of several statements without values (load and check SQL of a source). */
  script(text: string): Promise<void>;
}

/** Options of a piece of work. */
export interface WorkOptions {
  /** Default `owner`. */
  role?: DatabaseRole;
  /** Milliseconds after which it is given up with a DatabaseFault of kind `deadline`. Default 10,000. */
  deadline?: number;
  /** `serving` goes before `background` (imports) where an engine has one connection only. Default `serving`. */
  priority?: 'serving' | 'background';
  /** All statements of a transaction see the same moment: an import that lands meanwhile is not seen in part. */
  snapshot?: boolean;
}

/** One interface over two engines: native PostgreSQL with PostGIS, and PGlite with PostGIS in a worker. */
export interface Database extends Session {
  readonly engine: 'native' | 'embedded';
  /** One statement under a role. `query` without a role is the owner's. */
  query<T extends object = Row>(statement: Sql, options?: WorkOptions): Promise<T[]>;
  /** A session that always runs as the given role: what routes are handed. */
  as(role: DatabaseRole): Session;
  /** Runs the work in one transaction: commits when it resolves, rolls back when it rejects. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>, options?: WorkOptions): Promise<T>;
  /** Waits for running work (at most ten seconds) and closes. */
  close(): Promise<void>;
}

/** Why a statement did not give an answer. `unavailable` and `deadline` are worth another try. */
export type FaultKind = 'refused' | 'geometry' | 'deadline' | 'unavailable';

/** A fault of the database; `cause` has the engine's own error, which never leaves the server. */
export class DatabaseFault extends Error {
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseFault';
    this.kind = kind;
  }
}
