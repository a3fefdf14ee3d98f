import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { loadDemo } from '../../geodata/demo/load.ts';
import { importOsm } from '../../geodata/sources/osm/import.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { loadWorkedScenarios } from '../../server/demo/load-worked-scenarios.ts';
import { drain, listen, portOf } from '../../server/http/listen.ts';
import { readStaticFiles } from '../../server/http/static-files.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { makeSignInToken } from '../../server/queries/session.ts';
import { loadSmallTown } from '../api/small-town.ts';
import { openTestDatabase } from '../support/database.ts';

const CLIENT = fileURLToPath(new URL('../../dist/client', import.meta.url));
const EXTRACT = fileURLToPath(new URL('../fixtures/osm/small-town.osm', import.meta.url));

/** A whole Kernkaart on a port of its own: the built client, the server, an embedded database. */
export interface Kernkaart {
  /** Origin, without a slash at the end. */
  address: string;
  /** A link that signs in once. */
  signInLink(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts Kernkaart on a database of its own.
 * @param towns `small`: Proefdam, whose figures are known by heart, and the town of the small extract;
 *   `demo`: Markerwaard with its worked scenarios; `none`: an empty instance
 */
export async function startKernkaart(towns: 'small' | 'demo' | 'none' = 'small'): Promise<Kernkaart> {
  if (!existsSync(join(CLIENT, 'index.html'))) throw new Error('The client is not built: npm run build');
  const opened = await openTestDatabase();
  const { database } = opened;
  const context = {
    database,
    madeBy: 'test',
    software: 'test',
    publish: publishFigures,
    progress: () => {},
  };
  if (towns === 'demo') {
    await loadDemo(context);
    await loadWorkedScenarios(database);
  }
  if (towns === 'small') {
    await loadSmallTown(database);
    await importOsm(EXTRACT, {}, context);
  }
  const config = readConfig({ REPORT_ADDRESS: 'kaart@voorbeeld.example' });
  const logger = pino({ level: 'silent' });
  const app = createApp({ database, config, logger }, { files: await readStaticFiles(CLIENT) });
  const server = await listen(app, 0, '127.0.0.1');
  const address = `http://127.0.0.1:${portOf(server)}`;
  return {
    address,
    signInLink: async () => `${address}/sign-in#${await makeSignInToken(database)}`,
    async close() {
      await drain(server);
      await opened.close();
    },
  };
}
