import type { Database } from './database.ts';

/** Where the data is: a PostgreSQL address, or else a directory of our own. */
export interface OpenOptions {
  /** Set: native PostgreSQL with PostGIS. Not set: the embedded engine in `dataDir`. */
  databaseUrl?: string | undefined;
  /** Native only: a login of its own for visitors. */
  visitorUrl?: string | undefined;
  /** Directory of this instance; the embedded engine keeps its files in `database` below it. */
  dataDir: string;
  /** Told of things worth a line in the log. */
  onNotice?: ((text: string) => void) | undefined;
}

/**
 * Opens the one database of this instance; call `migrate` before anything else uses it.
 * @throws DatabaseFault of kind `unavailable` when it cannot be reached
 */
export async function openDatabase({
  dataDir,
  databaseUrl,
  visitorUrl,
  onNotice,
}: OpenOptions): Promise<Database> {
  // Loaded when needed only: neither engine is small, and no instance uses both.
  if (databaseUrl) {
    const { openNative } = await import('./native.ts');
    return openNative({ databaseUrl, visitorUrl, onNotice });
  }
  const { openEmbedded } = await import('./embedded.ts');
  return openEmbedded({ dataDir, onNotice });
}
