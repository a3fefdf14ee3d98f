import { readFile } from 'node:fs/promises';
import type { Database } from '../../geodata/database/database.ts';
import type { Sql } from '../../geodata/database/sql.ts';
import { finishImport } from '../../geodata/import/finish.ts';
import { publishFigures } from '../../server/policy/publish.ts';

/** Code of the municipality of `small-town.sql`. */
export const TOWN = 'GM9901';
/** Its series for everyone, and the one for planners only. */
export const OPEN_SERIES = 'open-round';
export const PLANNER_SERIES = 'planner-list';

const CONTEXT = { publish: publishFigures, madeBy: 'test', software: 'test' };

/** Derives what an import derives, as a new revision. @param change what the import changed @returns its number */
export function importAgain(database: Database, change: Sql): Promise<number> {
  return database.transaction(
    async transaction => {
      await transaction.query(change);
      return finishImport(transaction, CONTEXT, { municipality: TOWN, reason: 'test' });
    },
    { deadline: 60_000 },
  );
}

/** Writes the small town and derives what an import derives. @param more what it has beside @returns its revision */
export async function loadSmallTown(database: Database, more?: Sql): Promise<number> {
  const script = await readFile(new URL('small-town.sql', import.meta.url), 'utf8');
  return database.transaction(
    async transaction => {
      await transaction.script(script);
      if (more) await transaction.query(more);
      return finishImport(transaction, CONTEXT, { municipality: TOWN, reason: 'test' });
    },
    { deadline: 60_000 },
  );
}
