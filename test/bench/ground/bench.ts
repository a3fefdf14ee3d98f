import type { Database, DatabaseRole } from '../../../geodata/database/database.ts';
import type { Sql } from '../../../geodata/database/sql.ts';

/** Units a figure can have; more is better only for `rows/s`. */
export type Unit = 'ms' | 's' | 'kB' | 'MB' | 'rows/s' | '‰';

/** One measured figure beside what it is measured against in the same run. */
export interface Figure {
  /** What was measured, with its percentile: `area's vacancy, p95`. */
  what: string;
  value: number;
  unit: Unit;
  /** The least that anybody's code could need for the same, in the same unit. */
  yardstick?: { what: string; value: number };
  /** The bound that the project has set itself, in the same unit. */
  target?: number;
}

/** What a topic is handed: one engine with a real town in it, behind a real port. */
export interface Bench {
  readonly engine: Database['engine'];
  readonly database: Database;
  /** Code of the town that was imported. */
  readonly municipality: string;
  /** How long importing it took, and of what. */
  readonly imported: { seconds: number; rows: number; file: string };
  /** Asks the server over HTTP; as planner with a session. The answer has been read to its end. */
  get(path: string, viewer?: 'visitor' | 'planner'): Promise<Answer>;
  /** Posts JSON as planner. */
  post(path: string, body: unknown): Promise<Answer>;
  /** The statement that an address comes down to, straight on the database. */
  query(statement: Sql, role?: DatabaseRole): Promise<Record<string, unknown>[]>;
  /** Adds a line to the table. */
  add(figure: Figure): void;
}

/** An answer of the server. */
export interface Answer {
  status: number;
  bytes: Uint8Array;
  headers: Headers;
}

/** A topic: a file of test/bench whose default export adds figures. */
export type Topic = (bench: Bench) => Promise<void>;

/** The answer as JSON. @throws Error unless its status is 200: a refusal is fast, and no figure */
export function jsonOf<T>({ status, bytes }: Answer): T {
  const text = new TextDecoder().decode(bytes);
  if (status !== 200) throw new Error(`answered ${status}: ${text.slice(0, 200)}`);
  return JSON.parse(text) as T;
}
