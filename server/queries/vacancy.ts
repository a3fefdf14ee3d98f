import type { Session } from '../../geodata/database/database.ts';
import { identifier, NO_SQL, sql } from '../../geodata/database/sql.ts';
import type { FunctionScope } from '../../geodata/vocabulary/function.ts';

/** Table of tallies: exact ones are not readable by visitors, whatever is asked here. */
const TABLES = { exact: identifier('area_tally'), published: identifier('published_area_tally') };

/** Which figures: `exact` for planners, `published` (the policy's) for everyone. */
export type Exactness = keyof typeof TABLES;

/** One packed tally (`figures/packed.ts`): measures x dates of a function in an area. */
export interface TallyRow {
  /** Area id, or the municipality's code for the whole. */
  area: string;
  function: FunctionScope;
  tally: Uint8Array;
}

/** Tallies of one area in one series, `all` first. @param scope only this function */
export function areaTallies(
  session: Session,
  exactness: Exactness,
  query: { area: string; series: string; scope: FunctionScope | undefined },
): Promise<TallyRow[]> {
  const ofScope = query.scope === undefined ? NO_SQL : sql`and function = ${query.scope}`;
  return session.query<TallyRow & Record<string, unknown>>(sql`
    select area, function, tally from ${TABLES[exactness]}
    where series = ${query.series} and area = ${query.area} ${ofScope}
    order by function <> 'all', function`);
}

/** Tallies of every area of a municipality in one series, end to end, with their keys in the same order. */
export async function cube(
  session: Session,
  exactness: Exactness,
  query: { municipality: string; series: string },
): Promise<{ keys: [string, FunctionScope][]; tallies: Uint8Array }> {
  const [row] = await session.query<{ keys: [string, FunctionScope][]; tallies: Uint8Array }>(sql`
    select coalesce(jsonb_agg(jsonb_build_array(area, function) order by area, function), '[]') as keys,
      coalesce(string_agg(tally, ''::bytea order by area, function), ''::bytea) as tallies
    from ${TABLES[exactness]}
    where municipality = ${query.municipality} and series = ${query.series}`);
  return row ?? { keys: [], tallies: new Uint8Array() };
}

/** True when there is such an area, or a municipality of that code, in this municipality. */
export async function hasPlace(session: Session, municipality: string, place: string): Promise<boolean> {
  const [row] = await session.query<{ found: boolean }>(sql`
    select ${place} = ${municipality}
      or exists (select from area where id = ${place} and municipality = ${municipality}) as found`);
  return row?.found === true;
}
