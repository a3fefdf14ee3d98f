import type { Database } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';

/** Milliseconds in which a database that is well answers. */
const DEADLINE = 2000;

/** Resolves when the database answers. @throws DatabaseFault when it does not, or too late */
export async function pingDatabase(database: Database): Promise<void> {
  await database.query(sql`select 1`, { deadline: DEADLINE });
}
