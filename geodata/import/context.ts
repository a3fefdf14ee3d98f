import type { Database, Transaction } from '../database/database.ts';

/** Writes what visitors may see of a municipality; handed in, because the policy stands above this room. */
export type Publish = (transaction: Transaction, municipality: string) => Promise<void>;

/** What every import is handed. */
export interface ImportContext {
  database: Database;
  /** Who started it, as the catalogue shows it. */
  madeBy: string;
  /** Name and version of the software, as the catalogue shows it. */
  software: string;
  publish: Publish;
  /** Told of each step in plain English, and how far it is (0 to 1) where that is known. */
  progress(step: string, done?: number): void;
  /** Gives the import up: it rejects with the signal's reason and nothing of it stays. */
  signal?: AbortSignal | undefined;
}

/** What happened to the objects of one kind: read = loaded + rejected + left out. */
export interface KindCount {
  read: number;
  loaded: number;
  rejected: number;
  /** Read and rightly not loaded: a bench is not a premises. */
  leftOut: number;
}

/** What an import did. */
export interface ImportResult {
  municipality: string;
  dataset: string;
  /** Null: the file had been imported before and nothing changed. */
  revision: number | null;
  /** By kind of object (`building`, `address`, ...). */
  counts: Record<string, KindCount>;
  reasons: { kind: string; reason: string; count: number }[];
}
