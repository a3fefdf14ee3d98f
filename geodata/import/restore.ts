import type { Transaction } from '../database/database.ts';
import { identifier, type Sql, sql } from '../database/sql.ts';
import { removeDerived } from '../rollup/roll-up.ts';
import type { ImportContext } from './context.ts';
import { finishImport } from './finish.ts';
import { ImportError } from './import-error.ts';
import { columnList, keepRevision } from './keep.ts';
import { KEPT_TABLES, type KeptTable } from './kept-tables.ts';
import { stepper } from './land.ts';

/** Milliseconds for a large town on a small machine. */
const DEADLINE = 3_600_000;

interface KeptRevision {
  revision: number;
  tables: string[];
}

const restored = (table: string): Sql => identifier(`restored_${table}`);

function notKept(revision: number): ImportError {
  return new ImportError({
    code: 'revision-not-kept',
    nl: `Versie ${revision} wordt niet meer bewaard. De laatste drie versies kunnen worden teruggezet.`,
    en: `Revision ${revision} is not kept any more. The last three revisions can be restored.`,
  });
}

/** Kept revisions from the one asked for on, oldest first. @throws ImportError when that one is not kept */
async function keptFrom(
  transaction: Transaction,
  municipality: string,
  revision: number,
): Promise<KeptRevision[]> {
  const all = await transaction.query<KeptRevision & Record<string, unknown>>(sql`
    select revision, tables from kept_revision
    where municipality = ${municipality} and revision >= ${revision} order by revision`);
  if (all[0]?.revision !== revision) throw notKept(revision);
  return all;
}

/** Rows of a table as they were: kept with the revision or the next that names the table, else what stands there now. */
async function gather(
  transaction: Transaction,
  { name, of }: KeptTable,
  municipality: string,
  kept: readonly KeptRevision[],
): Promise<void> {
  const columns = await columnList(transaction, name);
  const from = kept.find(({ tables }) => tables.includes(name))?.revision;
  const rows =
    from === undefined
      ? sql`from ${identifier(name)} where ${of(municipality)}`
      : sql`from ${identifier(`kept_${name}`)} where kept_revision = ${from}::integer`;
  await transaction.query(
    sql`create temp table ${restored(name)} on commit drop as select ${columns} ${rows}`,
  );
}

/** From the leaves to the root: cascading would look through whole tables for every row. */
async function removeAll(transaction: Transaction, municipality: string): Promise<void> {
  await removeDerived(transaction, municipality);
  await transaction.query(sql`delete from premises_area where area in (
    select id from area where municipality = ${municipality})`);
  for (const { name, of } of KEPT_TABLES.toReversed())
    await transaction.query(sql`delete from ${identifier(name)} where ${of(municipality)}`);
}

async function putBack(transaction: Transaction, name: string): Promise<void> {
  const columns = await columnList(transaction, name);
  await transaction.query(sql`
    insert into ${identifier(name)} (${columns}) overriding system value
    select ${columns} from ${restored(name)}`);
}

/**
 * Puts a municipality back to a revision that is kept, in one transaction. What stood there until now is kept in turn, so
 * that restoring can be undone; scenarios and what stands on websites are not touched.
 * @returns the number of the new revision
 * @throws ImportError `revision-not-kept`; DatabaseFault
 */
export function restoreRevision(
  context: Pick<ImportContext, 'database' | 'madeBy' | 'software' | 'publish' | 'progress' | 'signal'>,
  municipality: string,
  revision: number,
): Promise<number> {
  const step = stepper(context);
  return context.database.transaction(
    async transaction => {
      step('Looking for the revision', 0);
      await transaction.query(sql`select 1 from municipality where code = ${municipality} for update`);
      const kept = await keptFrom(transaction, municipality, revision);
      for (const table of KEPT_TABLES) await gather(transaction, table, municipality, kept);
      await transaction.query(sql`
        create temp table restored_municipality on commit drop as
        select * from kept_municipality where kept_revision = ${revision}::integer`);
      step('Keeping what is there now', 0.2);
      const now = await keepRevision(transaction, municipality);
      step('Restoring', 0.4);
      await removeAll(transaction, municipality);
      for (const { name } of KEPT_TABLES) await putBack(transaction, name);
      await transaction.query(sql`
        update municipality m set name = r.name, provisional = r.provisional, boundary = r.boundary, extent = r.extent
        from restored_municipality r where m.code = r.code`);
      step('Counting', 0.7);
      const reason = `Revision ${revision} restored`;
      const number = await finishImport(transaction, context, { municipality, reason, kept: now });
      step('Done', 1);
      return number;
    },
    { deadline: DEADLINE, priority: 'background' },
  );
}
