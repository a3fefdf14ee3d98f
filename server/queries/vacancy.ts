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

/** Tallies and fronts of a cube, end to end in the order of the keys that they belong to. */
export interface Cube {
  keys: [string, FunctionScope][];
  tallies: Uint8Array;
  /** Which keys are of street sides: indexes in `keys`. */
  frontKeys: number[];
  fronts: Uint8Array;
}

/** Tallies of every area and street side of a municipality in one series. */
export async function cube(
  session: Session,
  exactness: Exactness,
  query: { municipality: string; series: string },
): Promise<Cube> {
  const [row] = await session.query<Cube>(sql`
    select coalesce(jsonb_agg(jsonb_build_array(area, function) order by number), '[]') as keys,
      coalesce(string_agg(tally, ''::bytea order by number), ''::bytea) as tallies,
      coalesce(jsonb_agg(number order by number) filter (where front is not null), '[]') as "frontKeys",
      coalesce(string_agg(front, ''::bytea order by number), ''::bytea) as fronts
    from (
      select area, function, tally, front, row_number() over (order by area, function) - 1 as number
      from ${TABLES[exactness]}
      where municipality = ${query.municipality} and series = ${query.series}
    ) as numbered`);
  return row!;
}

/** True when there is such an area or street side, or a municipality of that code, in this municipality. */
export async function hasPlace(session: Session, municipality: string, place: string): Promise<boolean> {
  const [row] = await session.query<{ found: boolean }>(sql`
    select ${place} = ${municipality}
      or exists (select from area where id = ${place} and municipality = ${municipality})
      or exists (select from street_side where id = ${place} and municipality = ${municipality}) as found`);
  return row?.found === true;
}
