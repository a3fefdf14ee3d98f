import type { Session, Transaction } from '../database/database.ts';
import { fixedSql, identifier, type Sql, sql } from '../database/sql.ts';
import { KEPT_TABLES, type KeptTable, MUNICIPALITY_COLUMNS } from './kept-tables.ts';

/** Revisions before the present one that can be restored. */
export const KEPT_REVISIONS = 3;

/** Held while tables for keeping are made, so that of two imports one waits. Any fixed number does. */
const LOCK = 0x6b657074; // "kept" in ASCII

const keptName = (table: string): Sql => identifier(`kept_${table}`);

/** Columns of a table that can be written, in its own order, as a list for a statement. */
export async function columnList(session: Session, table: string): Promise<Sql> {
  const rows = await session.query<{ name: string }>(sql`
    select attname as name from pg_attribute
    where attrelid = ${`kernkaart.${table}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`);
  return fixedSql(rows.map(({ name }) => `"${name}"`).join(', '));
}

async function isMade(transaction: Transaction, table: string): Promise<boolean> {
  const [row] = await transaction.query<{ complete: boolean }>(sql`
    select not exists (
      select attname from pg_attribute where attrelid = ${`kernkaart.${table}`}::regclass
        and attnum > 0 and not attisdropped
      except
      select attname from pg_attribute where attrelid = to_regclass(${`kernkaart.kept_${table}`})
    ) as complete`);
  return row!.complete;
}

/** Makes the table beside a table, or gives it the columns that were added since: the schema goes on, what is kept stays. */
async function makeKept(transaction: Transaction, table: string): Promise<void> {
  if (await isMade(transaction, table)) return;
  await transaction.query(sql`select pg_advisory_xact_lock(${LOCK})`);
  const name = fixedSql(`kernkaart.kept_${table}`);
  await transaction.query(sql`
    create table if not exists ${name} (like ${identifier(table)}, kept_revision integer not null)`);
  await transaction.query(sql`create index if not exists ${fixedSql(`kept_${table}_kept_revision_idx`)}
    on ${name} (kept_revision)`);
  const missing = await transaction.query<{ name: string; type: string }>(sql`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${`kernkaart.${table}`}::regclass and attnum > 0 and not attisdropped
      and attname not in (select attname from pg_attribute where attrelid = ${`kernkaart.kept_${table}`}::regclass)`);
  for (const { name: column, type } of missing)
    await transaction.query(sql`alter table ${name} add column ${identifier(column)} ${fixedSql(type)}`);
}

async function keepTable(
  transaction: Transaction,
  { name, of }: KeptTable,
  { municipality, revision }: Kept,
) {
  await makeKept(transaction, name);
  const columns = await columnList(transaction, name);
  await transaction.query(sql`
    insert into ${keptName(name)} (${columns}, kept_revision)
    select ${columns}, ${revision}::integer from ${identifier(name)} where ${of(municipality)}`);
}

interface Kept {
  municipality: string;
  revision: number;
}

/** Drops kept revisions with their rows. */
async function dropKept(transaction: Transaction, which: Sql): Promise<void> {
  const gone = await transaction.query<{ revision: number; tables: string[] }>(sql`
    delete from kept_revision where ${which} returning revision, tables`);
  for (const { revision, tables } of gone)
    for (const table of [...tables, 'municipality'])
      await transaction.query(sql`delete from ${keptName(table)} where kept_revision = ${revision}`);
}

/** The oldest revisions beyond those that can be restored go, with what only they needed. */
async function prune(transaction: Transaction, municipality: string): Promise<void> {
  await dropKept(
    transaction,
    sql`municipality = ${municipality} and revision not in (
      select revision from kept_revision where municipality = ${municipality}
      order by revision desc limit ${KEPT_REVISIONS})`,
  );
}

/**
 * Keeps what stands there of a municipality, so that its revision can be restored: before anything of it changes. Of a
 * municipality that is not there yet, or has nothing, there is nothing to keep.
 * @param tables what is about to change; the rest is not copied
 * @returns the number of the revision that was kept; undefined where there was nothing
 */
export async function keepRevision(
  transaction: Transaction,
  municipality: string,
  tables: readonly string[] = KEPT_TABLES.map(({ name }) => name),
): Promise<number | undefined> {
  // Of two imports of one municipality the second waits here until the first is done.
  const [row] = await transaction.query<{ revision: number }>(sql`
    select revision from municipality where code = ${municipality} for update`);
  if (row === undefined || row.revision === 0) return undefined;
  const kept = { municipality, revision: row.revision };
  for (const table of KEPT_TABLES) if (tables.includes(table.name)) await keepTable(transaction, table, kept);
  await makeKept(transaction, 'municipality');
  await transaction.query(sql`
    insert into kept_municipality (code, revision, ${MUNICIPALITY_COLUMNS}, fictional, kept_revision)
    select code, revision, ${MUNICIPALITY_COLUMNS}, fictional, revision from municipality where code = ${municipality}`);
  await transaction.query(sql`
    insert into kept_revision (revision, municipality, tables)
    values (${kept.revision}, ${municipality}, ${[...tables]})`);
  await prune(transaction, municipality);
  return kept.revision;
}

/** Forgets everything that was kept of a municipality. */
export async function forgetRevisions(transaction: Transaction, municipality: string): Promise<void> {
  await dropKept(transaction, sql`municipality = ${municipality}`);
}
