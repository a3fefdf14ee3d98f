import type { Database } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';

/** Milliseconds in which a database that is well answers. */
const DEADLINE = 2000;

/** Resolves when the database answers. @throws DatabaseFault when it does not, or too late */
export async function pingDatabase(database: Database): Promise<void> {
  await database.query(sql`select 1`, { deadline: DEADLINE });
}

/**
 * Does once what is slow the first time: the embedded engine reads its table of coordinate systems, for
 * about a second, when the first geometry is transformed.
 */
export async function warmUp(database: Database): Promise<void> {
  await database.query(
    sql`select st_transform(st_setsrid(st_makepoint(155000, 463000), 28992), 4326),
      st_transform(st_setsrid(st_makepoint(600000, 6800000), 3857), 4326),
      st_transform(st_setsrid(st_makepoint(5, 52), 4326), 28992)`,
    { priority: 'background' },
  );
}
