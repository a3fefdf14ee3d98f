import { readdir, readFile } from 'node:fs/promises';
import { type Database, DatabaseFault, type Transaction } from './database.ts';
import { prepareDatabase } from './prepare.ts';
import { sql } from './sql.ts';

const SCHEMA = new URL('../schema/', import.meta.url);

/** Held for the length of each step, so that of two starting processes one waits. Any fixed number does. */
const LOCK = 0x6b65726e; // "kern" in ASCII

/** Building indexes on a large database takes long; a lock may be held as long by another process. */
const DEADLINE = 600_000;

/**
 * Brings a database to the schema of this code: extensions, roles, migrations (forward only, each in one
 * transaction), functions and rights. Safe to repeat, and safe to run from two processes at once.
 * @throws DatabaseFault when rights are missing (the message holds the SQL for the database administrator) or
 *   when the database was made by a newer version
 */
export async function migrate(database: Database): Promise<void> {
  await locked(database, prepareDatabase);
  const migrations = await readMigrations();
  let next = await locked(database, transaction => firstMissing(transaction, migrations));
  // Read again inside each lock: another process may have gone on in between.
  while (next) {
    const step = next;
    await locked(database, transaction => apply(transaction, step));
    next = await locked(database, transaction => firstMissing(transaction, migrations));
  }
  const repeatable = await readRepeatable();
  await locked(database, transaction => transaction.script(repeatable));
}

interface Migration {
  number: number;
  name: string;
  text: string;
}

function locked<T>(database: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database.transaction(
    async transaction => {
      await transaction.query(sql`select pg_advisory_xact_lock(${LOCK})`);
      return work(transaction);
    },
    { deadline: DEADLINE },
  );
}

async function appliedNumber(transaction: Transaction): Promise<number> {
  const [row] = await transaction.query<{ number: number }>(
    sql`select coalesce(max(number), 0)::integer as number from kernkaart.migration`,
  );
  return row!.number;
}

async function firstMissing(
  transaction: Transaction,
  migrations: readonly Migration[],
): Promise<Migration | undefined> {
  const applied = await appliedNumber(transaction);
  const newest = migrations.at(-1)?.number ?? 0;
  if (applied > newest) {
    throw new DatabaseFault(
      'refused',
      `The database is at schema ${applied}, made by a newer Kernkaart; this version knows up to ${newest}. Start the newer version.`,
    );
  }
  return migrations.find(({ number }) => number > applied);
}

async function apply(transaction: Transaction, { number, name, text }: Migration): Promise<void> {
  if ((await appliedNumber(transaction)) >= number) return;
  await transaction.script(text);
  await transaction.query(sql`insert into kernkaart.migration (number, name) values (${number}, ${name})`);
}

async function readSql(folder: string): Promise<{ name: string; text: string }[]> {
  const names = (await readdir(new URL(folder, SCHEMA))).filter(name => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async name => ({ name, text: await readFile(new URL(folder + name, SCHEMA), 'utf8') })),
  );
}

async function readMigrations(): Promise<Migration[]> {
  const files = await readSql('migrations/');
  return files.map(file => ({ ...file, number: Number.parseInt(file.name, 10) }));
}

/** Functions and rights: run at every start, after the migrations. */
async function readRepeatable(): Promise<string> {
  const functions = await readSql('functions/').catch(() => []);
  const roles = await readFile(new URL('roles.sql', SCHEMA), 'utf8');
  return [...functions.map(({ text }) => text), roles].join('\n');
}
