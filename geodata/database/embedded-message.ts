import type { WireValue } from './values.ts';

/** What the main thread asks of the thread that holds the embedded engine. */
export type EngineRequest =
  /** One statement in the transaction that is open. */
  | { kind: 'run'; text: string; values: readonly WireValue[] }
  /** One statement in a transaction of its own, opened by `begin`: one message instead of three. */
  | { kind: 'single'; begin: string; text: string; values: readonly WireValue[] }
  /** Several statements without values. */
  | { kind: 'script'; text: string }
  /** COPY text with whole rows, into `table (column, ...)`. */
  | { kind: 'copy'; into: string; text: string }
  /** Closes the data directory in good order. */
  | { kind: 'close' };

/** Rows as lists, names apart: cheaper to hand between threads than objects. */
export interface EngineRows {
  names: string[];
  rows: unknown[][];
}

/** What is left of an engine's error on the way between threads. */
export interface EngineError {
  message: string;
  /** SQLSTATE; absent when PGlite itself broke. */
  code?: string;
  detail?: string;
  /** A geometry operation failed without an error of its own (PGlite swallows what GEOS throws). */
  swallowed?: boolean;
}

/** Answer to the request of that number. */
export interface EngineAnswer {
  id: number;
  result?: EngineRows;
  error?: EngineError;
}
