import type { Database, WorkOptions } from '../../geodata/database/database.ts';
import type { PageAssets } from '../http/page-assets.ts';
import type { StaticFiles } from '../http/static-files.ts';

/**
 * What the server that runs answers a visitor at an address, not compressed.
 * @throws Error unless it answers 200
 */
export type Ask = (address: string) => Promise<Uint8Array>;

/** What an edition is made from. */
export interface EditionSource {
  database: Database;
  ask: Ask;
  /** The built client. */
  files: StaticFiles;
  assets: PageAssets;
  /** Where the edition will be, without a slash at the end: for addresses that other programs follow. */
  origin: string;
  /** Name and version of this software: what another version made is made anew. */
  software: string;
}

/** An answer as JSON. */
export async function askJson<T>(ask: Ask, address: string): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await ask(address))) as T;
}

/** Milliseconds for one statement: publishing waits while others are served or an import lands. */
const PATIENCE = 120_000;

/** The same database, asked by somebody who is in no hurry: whoever reads meanwhile goes first. */
export function unhurried(database: Database): Database {
  const options = (given?: WorkOptions): WorkOptions => ({
    priority: 'background',
    deadline: PATIENCE,
    ...given,
  });
  return {
    engine: database.engine,
    query: (statement, given) => database.query(statement, options(given)),
    as: role => ({ query: statement => database.query(statement, options({ role })) }),
    transaction: (work, given) => database.transaction(work, options(given)),
    close: async () => undefined,
  };
}
