import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { ImportContext, ImportResult, KindCount } from '../import/context.ts';
import { finishImport } from '../import/finish.ts';
import { ImportError } from '../import/import-error.ts';
import { forgetRevisions } from '../import/keep.ts';
import { DEMO_CODE, DEMO_DATASET, DEMO_SEED } from './generate.ts';
import { townInThread } from './generate-thread.ts';
import { tablesOf } from './tables.ts';
import type { Town } from './town.ts';

/** Milliseconds for the whole transaction on a slow machine: the roll-up of ten years included. */
const DEADLINE = 300_000;

/** Loads the fictional municipality in one transaction: all of it or nothing. */
export async function loadDemo(context: ImportContext): Promise<ImportResult> {
  await refuseTwice(context);
  context.progress('Growing Markerwaard', 0);
  const town = await townInThread(DEMO_SEED, context.signal);
  context.signal?.throwIfAborted();
  return context.database.transaction(transaction => load(transaction, town, context), {
    deadline: DEADLINE,
    priority: 'background',
  });
}

async function refuseTwice({ database }: ImportContext): Promise<void> {
  const [there] = await database.query(sql`select 1 as there from municipality where code = ${DEMO_CODE}`);
  if (there === undefined) return;
  throw new ImportError({
    code: 'demo-loaded',
    nl: 'Markerwaard is al geladen. Verwijder het eerst met: npm run geodata -- demo --remove',
    en: 'Markerwaard is loaded already. Remove it first with: npm run geodata -- demo --remove',
  });
}

async function load(transaction: Transaction, town: Town, context: ImportContext): Promise<ImportResult> {
  const { madeBy } = context;
  const counts = countsOf(town);
  const tables = tablesOf(town, madeBy, counts);
  for (const [index, { name, columns, rows }] of tables.entries()) {
    context.signal?.throwIfAborted();
    context.progress(`Loading ${name.replaceAll('_', ' ')}`, 0.2 + (0.4 * index) / tables.length);
    await transaction.copy(name, columns, rows());
  }
  context.progress('Counting', 0.6);
  const revision = await finishImport(transaction, context, {
    municipality: DEMO_CODE,
    reason: 'Fictional municipality Markerwaard',
  });
  await transaction.query(sql`update dataset set revision = ${revision} where id = ${DEMO_DATASET}`);
  context.progress('Done', 1);
  return { municipality: DEMO_CODE, dataset: DEMO_DATASET, revision, counts, reasons: [] };
}

/** Everything that is generated is loaded. */
function countsOf(town: Town): Record<string, KindCount> {
  const count = (rows: readonly unknown[]): KindCount => ({
    read: rows.length,
    loaded: rows.length,
    rejected: 0,
    leftOut: 0,
  });
  return {
    building: count(town.buildings),
    address: count(town.addresses),
    premises: count(town.premises),
    area: count(town.areas),
    street: count(town.streets),
    observation: count(town.observations),
    'base-feature': count(town.baseFeatures),
  };
}

/**
 * Takes the fictional municipality away with everything that belongs to it; its revisions stay in the catalogue.
 * @returns whether it was there
 */
export async function removeDemo(context: ImportContext): Promise<boolean> {
  return context.database.transaction(
    async transaction => {
      const [there] = await transaction.query(sql`
        select 1 as there from municipality where code = ${DEMO_CODE} and fictional`);
      if (there === undefined) return false;
      context.progress('Removing Markerwaard', 0);
      await removeRows(transaction);
      await forgetRevisions(transaction, DEMO_CODE);
      await transaction.query(sql`
        insert into revision (municipality, reason, made_by, software)
        values (${DEMO_CODE}, 'Fictional municipality removed', ${context.madeBy}, ${context.software})`);
      context.progress('Done', 1);
      return true;
    },
    { deadline: DEADLINE, priority: 'background' },
  );
}

/**
 * From the leaves to the root. Deleting the municipality alone would do, but for every premises the engine would
 * then look through whole tables that have no index on it.
 */
async function removeRows(transaction: Transaction): Promise<void> {
  await removeScenarios(transaction);
  const own = sql`select id from premises where municipality = ${DEMO_CODE}`;
  await transaction.query(sql`delete from series where municipality = ${DEMO_CODE}`);
  await transaction.query(sql`delete from street_side where municipality = ${DEMO_CODE}`);
  await transaction.query(sql`delete from retail_unit where municipality = ${DEMO_CODE}`);
  await transaction.query(sql`delete from premises_successor where premises in (${own})`);
  await transaction.query(sql`delete from premises where municipality = ${DEMO_CODE}`);
  await transaction.query(sql`delete from municipality where code = ${DEMO_CODE}`);
}

/** Also those that belong to a decision: it is as fictional as the town. That is why they go before the town does. */
async function removeScenarios(transaction: Transaction): Promise<void> {
  await transaction.query(sql`delete from published_scenario where municipality = ${DEMO_CODE}`);
  await transaction.query(sql`delete from scenario_version where municipality = ${DEMO_CODE}`);
  await transaction.query(sql`delete from scenario where municipality = ${DEMO_CODE}`);
  await transaction.query(
    sql`delete from scenario_base where not exists (select from scenario where base = sha256)`,
  );
}
