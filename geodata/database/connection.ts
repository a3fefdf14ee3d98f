import type { DatabaseRole, Row, WorkOptions } from './database.ts';

/** One session of an engine, held by one piece of work at a time. What the engine says is thrown as DatabaseFault. */
export interface Connection {
  /** One statement with values. */
  run(text: string, values: readonly unknown[]): Promise<Row[]>;
  /** Several statements without values; throws unless the last one was reached. */
  script(text: string): Promise<void>;
  /** Rows into a table; `into` is `table (column, ...)`, checked by the caller. */
  copy(into: string, rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>): Promise<number>;
  /** Ends what runs, whatever it takes; the session is not used again. */
  abandon(): Promise<void>;
}

/** Milliseconds a piece of work gets unless it asks for more. */
export const DEFAULT_DEADLINE = 10_000;

/** How a transaction of a role begins: visitors never write; a snapshot sees one moment. */
export function beginAs({ role = 'owner', snapshot = false }: WorkOptions): string {
  const level = snapshot ? ' isolation level repeatable read' : '';
  return `begin${level}${role === 'visitor' ? ' read only' : ''};`;
}

/** The statement that makes what follows run as the role until the transaction ends; empty for the owner. */
export function becomeRole(role: DatabaseRole): string {
  return role === 'owner' ? '' : `set local role kernkaart_${role};`;
}

/** What every session starts with, so that both engines write values in the same words. */
export const SESSION_SETTINGS = [
  'search_path = kernkaart, public',
  "timezone = 'UTC'",
  "datestyle = 'ISO, YMD'",
  "intervalstyle = 'iso_8601'",
  "bytea_output = 'hex'",
  'extra_float_digits = 1',
  // Compiling a plan costs more than these short queries take.
  'jit = off',
]
  .map(setting => `set ${setting};`)
  .join('');
