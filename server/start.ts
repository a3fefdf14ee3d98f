import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import type { Database } from '../geodata/database/database.ts';
import { type DirectoryLock, lockDirectory } from '../geodata/database/lock.ts';
import { migrate } from '../geodata/database/migrate.ts';
import { openDatabase } from '../geodata/database/open.ts';
import { createApp, importRunner } from './app.ts';
import type { CommandContext } from './commands/command.ts';
import { runCommand } from './commands/run.ts';
import { signInLink } from './commands/sign-in.ts';
import type { Config } from './config.ts';
import { FirstStart, isFirstStart } from './first-start.ts';
import { addressOf } from './http/address.ts';
import { drain, listen, listenForMetrics, portOf } from './http/listen.ts';
import { Metrics } from './http/metrics.ts';
import { readStaticFiles } from './http/static-files.ts';
import { UseCounter } from './http/use-counter.ts';
import { warmUp } from './queries/health.ts';
import { instanceSummary } from './queries/instance.ts';
import { currentRevision } from './queries/revision.ts';

const CLIENT = join(import.meta.dirname, '../dist/client');

/** A server that runs. */
export interface RunningServer {
  /** Where browsers reach it. */
  address: string;
  /** Port it listens on. */
  port: number;
  /** What to tell whoever started it. */
  greeting: string[];
  /** Ends it: no new work, running work within ten seconds, then the database. */
  stop(): Promise<void>;
}

/** Opens the database of a configuration and brings it to the schema of this code. */
export async function openMigrated(config: Config, logger: Logger): Promise<Database> {
  const { databaseUrl, databaseVisitorUrl: visitorUrl, dataDir } = config;
  const onNotice = (text: string) => logger.warn(text);
  const database = await openDatabase({ databaseUrl, visitorUrl, dataDir, onNotice });
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function greetingOf(
  context: Pick<CommandContext, 'database' | 'address'>,
  first: FirstStart | undefined,
): Promise<string[]> {
  const lines = [
    `Kernkaart is at ${context.address}`,
    `Sign in as planner (once, within 10 minutes): ${await signInLink(context)}`,
  ];
  if (first)
    return [...lines, 'First start: making the fictional municipality Markerwaard (DEMO=off leaves it out)'];
  if ((await instanceSummary(context.database)).length > 0) return lines;
  return [...lines, 'There is no data yet. Load a municipality: npm run geodata -- import osm FILE'];
}

function serveCommands(
  lock: DirectoryLock,
  context: Omit<CommandContext, 'language' | 'cwd' | 'signal'>,
): void {
  lock.serve(([language = 'en', ...args], { cwd, signal }) =>
    runCommand(args, { ...context, language: language === 'nl' ? 'nl' : 'en', cwd, signal }),
  );
}

/**
 * Starts the server: data directory, database, address. On a new embedded database it goes on loading the
 * fictional municipality when this resolves.
 * @param say told lines that come after the greeting
 * @throws DatabaseFault when the database cannot be used, the system's error when the port cannot
 */
export async function start(config: Config, say: (line: string) => void): Promise<RunningServer> {
  const logger = pino({ level: config.logLevel });
  // On PostgreSQL the database itself is shared; the directory is locked only where it is the database.
  const lock = config.databaseUrl === undefined ? await lockDirectory(config.dataDir) : undefined;
  const database = await openMigrated(config, logger);
  const state = { draining: false };
  const metrics = new Metrics();
  metrics.gauge('kernkaart_revision', 'Revision that is served.', () => currentRevision(database));
  const uses = new UseCounter();
  uses.begin(database, logger);
  const files = await readStaticFiles(CLIENT);
  const first = (await isFirstStart(database, config)) ? new FirstStart() : undefined;
  const preparing = () => first?.progress() ?? null;
  const context = { database, config, logger, preparing };
  const imports = importRunner(context);
  await imports.begin();
  const app = createApp(context, { files, state, metrics, uses, imports });
  const server = await listen(app, config.port, config.host);
  const { metricsPort } = config;
  const page =
    metricsPort === undefined ? undefined : await listenForMetrics(metrics, metricsPort, config.host);
  // Not waited for: whoever comes first would wait no shorter.
  warmUp(database).catch(error => logger.warn({ err: error }, 'Warming up failed'));
  const address = addressOf(config, portOf(server));
  if (lock !== undefined) serveCommands(lock, { database, config, address });
  const greeting = await greetingOf({ database, address }, first);
  first?.begin(database, say, error =>
    logger.error({ err: error }, 'The first start could not load the demo'),
  );
  return {
    address,
    port: portOf(server),
    greeting,
    async stop() {
      state.draining = true;
      await drain(server);
      await first?.stop();
      await imports.stop();
      page?.close();
      await uses.stop(database);
      await database.close();
      await lock?.release();
    },
  };
}
