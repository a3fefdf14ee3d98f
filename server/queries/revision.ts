import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';

/** Revision of the instance: the newest of all municipalities. */
export interface LatestRevision {
  /** 0 when nothing has been imported yet. */
  number: number;
  /** When it was made, as text; empty for 0. Tells two databases apart that count from the same start. */
  madeAt: string;
}

/** The revision that everything served now is made from. */
export async function latestRevision(session: Session): Promise<LatestRevision> {
  const rows = await session.query<{ number: number; made_at: string }>(sql`
    select number, to_char(made_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS') as made_at
    from revision order by number desc limit 1`);
  const [row] = rows;
  return row === undefined ? { number: 0, madeAt: '' } : { number: row.number, madeAt: row.made_at };
}

/** Number of {@link latestRevision}. */
export async function currentRevision(session: Session): Promise<number> {
  return (await latestRevision(session)).number;
}
