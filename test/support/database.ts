import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../../geodata/database/database.ts';
import { migrate } from '../../geodata/database/migrate.ts';
import { type OpenOptions, openDatabase } from '../../geodata/database/open.ts';
import { fixedSql } from '../../geodata/database/sql.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/kernkaart');

/** The engines a test can run on. Native needs TEST_DATABASE_URL: a login that may make databases and roles. */
export type Engine = Database['engine'];

/** A migrated, empty database of a test's own. */
export interface TestDatabase {
  readonly database: Database;
  /** What it was opened with, for tests that open it again or start a server on it. */
  readonly options: OpenOptions;
  /** Closes it and removes every trace. */
  close(): Promise<void>;
}

/** The engines that this run tests. */
export function testedEngines(): Engine[] {
  return process.env.TEST_DATABASE_URL ? ['embedded', 'native'] : ['embedded'];
}

/**
 * Opens a migrated, empty database that nothing else uses; close it in `afterAll`.
 * An embedded one takes about 0.9 GB: open one at a time. Closing empties it and keeps it for the next test file
 * of this worker, unless the test closed or broke it.
 */
export async function openTestDatabase(engine: Engine = 'embedded'): Promise<TestDatabase> {
  return engine === 'native' ? openNativeTest() : openEmbeddedTest();
}

/**
 * Runs the tests once per engine, each on a database of its own that they share; `get().database` from `beforeAll` on.
 */
export function describeOnEachEngine(
  name: string,
  tests: (get: () => TestDatabase, engine: Engine) => void,
): void {
  describe.each(testedEngines())(`${name} (%s)`, engine => {
    let opened: TestDatabase | undefined;
    beforeAll(async () => {
      opened = await openTestDatabase(engine);
    }, 120_000);
    afterAll(async () => {
      await opened?.close();
    }, 30_000);
    tests(() => {
      if (!opened) throw new Error('the test database is open from beforeAll on');
      return opened;
    }, engine);
  });
}

/** Tests of what only a native server has: logins, connections, rights of a cluster. */
export function describeOnNative(name: string, tests: () => void): void {
  if (testedEngines().includes('native')) describe(`${name} (native)`, tests);
}

/** Empties every table of ours, the list of migrations apart, and starts its numbers at one again. */
export async function truncateAll(database: Database): Promise<void> {
  const tables = await database.query<{ name: string }>(
    fixedSql(`select quote_ident(tablename) as name from pg_tables
      where schemaname = 'kernkaart' and tablename <> 'migration'`),
  );
  const names = tables.map(({ name }) => name).join(', ');
  await database.query(fixedSql(`truncate ${names} restart identity cascade`));
}

/** An embedded database that the last test file gave back, emptied: opening another takes seconds. */
let parked: TestDatabase | undefined;

async function openEmbeddedTest(): Promise<TestDatabase> {
  const taken = parked ?? (await copyTemplate());
  parked = undefined;
  return {
    ...taken,
    async close() {
      const emptied = await truncateAll(taken.database).then(
        () => true,
        () => false,
      );
      if (emptied && !parked) parked = taken;
      else await taken.close();
    },
  };
}

async function copyTemplate(): Promise<TestDatabase> {
  const template = await embeddedTemplate();
  await removeLeftovers();
  const dataDir = await mkdtemp(join(CACHE, `run-${process.pid}-`));
  await cp(template, dataDir, { recursive: true });
  const database = await openDatabase({ dataDir });
  return {
    database,
    options: { dataDir },
    async close() {
      await database.close();
      await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A test worker is ended without being asked to tidy up: the next one removes what it kept. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const pid = Number(/^run-(\d+)-/.exec(name)?.[1]);
    if (pid && !isAlive(pid)) await rm(join(CACHE, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** A migrated data directory, made once for these versions and this schema; several test workers may want it at once. */
async function embeddedTemplate(): Promise<string> {
  const template = join(CACHE, `embedded-${await templateKey()}`);
  const turn = `${template}.turn`;
  while (!(await exists(template))) {
    await mkdir(CACHE, { recursive: true });
    if (await takeTurn(turn)) {
      await makeTemplate(template).finally(() => rm(turn, { recursive: true, force: true }));
    } else {
      await sleep(200);
    }
  }
  return template;
}

async function takeTurn(turn: string): Promise<boolean> {
  const made = await stat(turn).catch(() => undefined);
  // Whoever had the turn was killed: making one takes a fraction of this.
  if (made && Date.now() - made.mtimeMs > 180_000) await rm(turn, { recursive: true, force: true });
  return mkdir(turn).then(
    () => true,
    () => false,
  );
}

async function makeTemplate(template: string): Promise<void> {
  if (await exists(template)) return;
  const making = await mkdtemp(`${template}-`);
  const database = await openDatabase({ dataDir: making });
  await migrate(database);
  await database.close();
  await rename(making, template);
}

async function templateKey(): Promise<string> {
  const hash = createHash('sha256');
  const packages = ['@electric-sql/pglite', '@electric-sql/pglite-postgis'];
  for (const name of packages) {
    const { version } = JSON.parse(await readFile(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
    hash.update(`${name}@${version}\n`);
  }
  const schema = join(ROOT, 'geodata/schema');
  for (const file of (await readdir(schema, { recursive: true })).sort()) {
    if (file.endsWith('.sql')) hash.update(file).update(await readFile(join(schema, file)));
  }
  hash.update(await readFile(join(ROOT, 'geodata/database/prepare.ts')));
  return hash.digest('hex').slice(0, 16);
}

async function openNativeTest(): Promise<TestDatabase> {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: there is no native database to test on');
  const name = `kernkaart_test_${randomBytes(6).toString('hex')}`;
  await administer(url, async client => {
    const { rowCount } = await client.query(`select from pg_database where datname = 'kernkaart_template'`);
    await client.query(`create database ${name} ${rowCount ? 'template kernkaart_template' : ''}`);
  });
  const databaseUrl = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const options = { databaseUrl, dataDir: tmpdir() };
  const database = await openDatabase(options);
  await migrate(database);
  return {
    database,
    options,
    async close() {
      await database.close();
      await dropDatabase(url, name);
    },
  };
}

/** An autovacuum worker in the database may not be ended by a login like ours, but is gone in a moment. */
async function dropDatabase(url: string, name: string, attempts = 20): Promise<void> {
  try {
    await administer(url, client => client.query(`drop database if exists ${name} with (force)`));
  } catch (error) {
    if (attempts === 1 || (error as { code?: string }).code !== '42501') throw error;
    await sleep(500);
    await dropDatabase(url, name, attempts - 1);
  }
}

async function administer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
