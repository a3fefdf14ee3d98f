import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { loadDemo } from '../../geodata/demo/load.ts';
import type { ImportSource } from '../../geodata/import/source.ts';
import { importOsm } from '../../geodata/sources/osm/import.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { loadWorkedScenarios } from '../../server/demo/load-worked-scenarios.ts';
import { drain, listen, portOf } from '../../server/http/listen.ts';
import { readStaticFiles } from '../../server/http/static-files.ts';
import { ImportRunner } from '../../server/imports/runner.ts';
import { SOURCES } from '../../server/imports/sources.ts';
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
 * @param sources what a file that is loaded can be of
 */
export async function startKernkaart(
  towns: 'small' | 'demo' | 'none' = 'small',
  sources: readonly ImportSource[] = SOURCES,
): Promise<Kernkaart> {
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
  const dataDir = await mkdtemp(join(tmpdir(), 'kernkaart-browser-'));
  const config = readConfig({ REPORT_ADDRESS: 'kaart@voorbeeld.example', DATA_DIR: dataDir });
  const logger = pino({ level: 'silent' });
  const imports = new ImportRunner({ database, logger, dataDir }, sources);
  const app = createApp({ database, config, logger }, { files: await readStaticFiles(CLIENT), imports });
  const server = await listen(app, 0, '127.0.0.1');
  const address = `http://127.0.0.1:${portOf(server)}`;
  return {
    address,
    signInLink: async () => `${address}/sign-in#${await makeSignInToken(database, 'Test Planner')}`,
    async close() {
      await drain(server);
      await imports.stop();
      await opened.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
