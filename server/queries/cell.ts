import type { Session } from '../../geodata/database/database.ts';
import { type Sql, sql } from '../../geodata/database/sql.ts';
import type { FunctionScope } from '../../geodata/vocabulary/function.ts';
import type { Exactness } from './vacancy.ts';

/** CBS squares of a series, one entry per square and function; tallies end to end in the same order. */
export interface CellColumns {
  /** South-west corners in metres RD. */
  x: number[];
  y: number[];
  functions: FunctionScope[];
  tallies: Uint8Array;
}

/** Which squares: published ones exist in 500 m only. */
export interface CellSelection {
  series: string;
  size: number;
  /** Only this function; undefined: all of them. */
  scope: FunctionScope | undefined;
}

function source(exactness: Exactness, { series, size, scope }: CellSelection): Sql {
  const ofScope = sql`(${scope ?? null}::text is null or function = ${scope ?? null}::text)`;
  if (exactness === 'published')
    return sql`select x, y, function, tally from published_cell where series = ${series} and ${ofScope}`;
  return sql`select x, y, function, tally from cell
    where series = ${series} and size = ${size} and ${ofScope}`;
}

/** Squares of a series in columns: rows would cost more to carry than to read. */
export async function cells(
  session: Session,
  exactness: Exactness,
  selection: CellSelection,
): Promise<CellColumns> {
  const [row] = await session.query<CellColumns & Record<string, unknown>>(sql`
    select coalesce(json_agg(x), '[]') as x, coalesce(json_agg(y), '[]') as y,
      coalesce(json_agg(function), '[]') as functions,
      coalesce(string_agg(tally, ''::bytea), ''::bytea) as tallies
    from (${source(exactness, selection)} order by y, x, function) as cell`);
  return row ?? { x: [], y: [], functions: [], tallies: new Uint8Array() };
}
