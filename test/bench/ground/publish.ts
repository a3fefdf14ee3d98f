import path from 'node:path';
import type { Database } from '../../../geodata/database/database.ts';
import { editionSource } from '../../../server/commands/publish.ts';
import { readConfig } from '../../../server/config.ts';
import { type Published, publishEdition } from '../../../server/edition/publish.ts';

const CLIENT = path.join(import.meta.dirname, '../../../dist/client');

/** Publishes what the database has into a directory, as the command does. */
export async function publishTo(database: Database, directory: string): Promise<Published> {
  const source = await editionSource({ database, config: readConfig({}) }, 'https://kaart.example', CLIENT);
  const { signal } = new AbortController();
  return publishEdition({ source, directory, fresh: false, signal, tell: () => undefined });
}
