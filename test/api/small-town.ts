import { readFile } from 'node:fs/promises';
import type { Database } from '../../geodata/database/database.ts';
import { finishImport } from '../../geodata/import/finish.ts';
import { publishFigures } from '../../server/policy/publish.ts';

/** Code of the municipality of `small-town.sql`. */
export const TOWN = 'GM9901';
/** Its series for everyone, and the one for planners only. */
export const OPEN_SERIES = 'open-round';
export const PLANNER_SERIES = 'planner-list';

/** Writes the small town and derives what an import derives. @returns its revision */
export async function loadSmallTown(database: Database): Promise<number> {
  const script = await readFile(new URL('small-town.sql', import.meta.url), 'utf8');
  return database.transaction(
    async transaction => {
      await transaction.script(script);
      const context = { publish: publishFigures, madeBy: 'test', software: 'test' };
      return finishImport(transaction, context, { municipality: TOWN, reason: 'test' });
    },
    { deadline: 60_000 },
  );
}
