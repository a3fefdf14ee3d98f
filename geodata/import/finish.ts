import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { rollUp } from '../rollup/roll-up.ts';
import type { ImportContext } from './context.ts';

/**
 * Ends an import inside its transaction: derived tables, what visitors may see, a new revision.
 * @returns the number of the revision, which is the municipality's from the commit on
 */
export async function finishImport(
  transaction: Transaction,
  context: Pick<ImportContext, 'publish' | 'madeBy' | 'software'>,
  { municipality, reason }: { municipality: string; reason: string },
): Promise<number> {
  await rollUp(transaction, municipality);
  await context.publish(transaction, municipality);
  const [row] = await transaction.query<{ number: number }>(sql`
    insert into revision (municipality, reason, made_by, software)
    values (${municipality}, ${reason}, ${context.madeBy}, ${context.software})
    returning number`);
  const { number } = row!;
  await transaction.query(sql`update municipality set revision = ${number} where code = ${municipality}`);
  return number;
}
