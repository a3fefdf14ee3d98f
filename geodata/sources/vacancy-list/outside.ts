import type { Session } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { CoverageAnswer } from './answers.ts';
import type { Entry } from './entry.ts';

/** How many premises of a list lie beyond its coverage: they are kept, and count in no figure (figures/state.ts). */
export async function outsideCoverage(
  session: Session,
  entries: readonly Entry[],
  { coverage, referenceDate }: { coverage: CoverageAnswer; referenceDate: string },
): Promise<number> {
  const ids = entries.flatMap(({ premises }) => premises);
  const { areas, functions, leastFloorArea } = coverage;
  if (ids.length === 0 || (areas === null && functions === null && leastFloorArea === null)) return 0;
  const [row] = await session.query<{ count: number }>(sql`
    select count(*) as count from unnest(${ids}::text[]) as listed (id)
    join premises on premises.id = listed.id
    left join premises_period period on period.premises = premises.id and period.from_date <= ${referenceDate}::date
      and (period.until_date is null or period.until_date > ${referenceDate}::date)
    where not (
      (${areas}::text[] is null or exists (
        select from area where area.id = any(${areas}::text[]) and st_covers(area.geom, premises.point)))
      and (${functions}::text[] is null or coalesce(period.function = any(${functions}::text[]), false))
      and (${leastFloorArea}::integer is null or coalesce(period.floor_area >= ${leastFloorArea}::integer, false)))`);
  return row!.count;
}
