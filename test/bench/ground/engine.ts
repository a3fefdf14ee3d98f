import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { Database } from '../../../geodata/database/database.ts';
import { migrate } from '../../../geodata/database/migrate.ts';
import { type OpenOptions, openDatabase } from '../../../geodata/database/open.ts';

/** A database that exists for one run, and what opens it again. */
export interface Ground {
  options: OpenOptions;
  /** Removes every trace; the database must be closed. */
  remove(): Promise<void>;
}

/** Where native PostgreSQL is, if anywhere. */
export function nativeUrl(): string | undefined {
  return process.env.BENCH_DATABASE_URL ?? process.env.TEST_DATABASE_URL;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function nativeGround(url: string): Promise<Ground> {
  const name = `kernkaart_bench_${randomBytes(6).toString('hex')}`;
  await administer(url, `create database ${name} template kernkaart_template`);
  return {
    options: { databaseUrl: Object.assign(new URL(url), { pathname: `/${name}` }).href, dataDir: tmpdir() },
    remove: () => administer(url, `drop database if exists ${name} with (force)`),
  };
}

/** An empty place for a database of an engine. */
export async function newGround(engine: Database['engine']): Promise<Ground> {
  const url = nativeUrl();
  if (engine === 'native' && url) return nativeGround(url);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'kernkaart-bench-'));
  return { options: { dataDir }, remove: () => rm(dataDir, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Opens it and brings it to the schema of this code. */
export async function openGround({ options }: Ground): Promise<Database> {
  const database = await openDatabase(options);
  await migrate(database);
  return database;
}
