import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { dayOf } from '../figures/calendar.ts';
import type { Period } from '../figures/period.ts';
import { NO_AREA } from '../figures/stock.ts';
import { type FunctionCode, functionIndex } from '../vocabulary/function.ts';

/** A period with the storey, which street fronts need and figures do not. */
export interface StoreyPeriod extends Period {
  /** 0 is the ground floor; null when not said. */
  storey: number | null;
}

/** One premises of the municipality as the roll-up reads it. */
export interface RolledPremises {
  id: string;
  /** RD, metres. */
  x: number;
  y: number;
  /** Street and number of the main address; null without one. */
  street: string | null;
  number: number | null;
  /** In order of time. */
  periods: StoreyPeriod[];
}

/** All premises of a municipality; the index is what every column of the roll-up counts by. */
export interface PremisesList {
  list: RolledPremises[];
  /** @throws Error for an id that is not in the municipality: the caller read it from there */
  indexOf(id: string): number;
}

type PremisesRow = [id: string, x: number, y: number, street: string | null, number: number | null];
type PeriodRow = [
  premises: string,
  from: string,
  until: string | null,
  func: FunctionCode,
  floorArea: number | null,
  storey: number | null,
];

/** Premises that are read at once: a million at once would stand in memory twice, as text and as rows. */
const PAGE = 50_000;

/** The page of premises whose ids follow one, in the order of the database. */
async function readPage(
  transaction: Transaction,
  municipality: string,
  { after, limit }: { after: string; limit: number },
): Promise<RolledPremises[]> {
  const [places] = await transaction.query<{ rows: PremisesRow[] }>(sql`
    select coalesce(json_agg(json_build_array(id, x, y, street, number) order by id), '[]') as rows
    from (
      select premises.id, st_x(premises.point) as x, st_y(premises.point) as y, address.street, address.number
      from premises left join address on address.id = premises.address
      where premises.municipality = ${municipality} and premises.id > ${after}
      order by premises.id limit ${limit}) page`);
  return places!.rows.map(([id, x, y, street, number]) => ({ id, x, y, street, number, periods: [] }));
}

/** Reads the periods of the premises of a page into them. */
async function readPeriods(
  transaction: Transaction,
  municipality: string,
  page: { after: string; last: string; of: ReadonlyMap<string, RolledPremises> },
): Promise<void> {
  const [periods] = await transaction.query<{ rows: PeriodRow[] }>(sql`
    select coalesce(json_agg(json_build_array(period.premises, from_date, until_date, function, floor_area, storey)
      order by period.premises, from_date), '[]') as rows
    from premises_period period join premises on premises.id = period.premises
    where premises.municipality = ${municipality} and premises.id > ${page.after} and premises.id <= ${page.last}`);
  for (const row of periods!.rows) page.of.get(row[0])!.periods.push(periodOf(row));
}

/**
 * Reads premises with their addresses and periods, a page at a time: few rows of JSON, because rows are dear on the embedded
 * engine.
 * @param limit premises in a page
 */
export async function readPremises(
  transaction: Transaction,
  municipality: string,
  limit = PAGE,
): Promise<PremisesList> {
  const list: RolledPremises[] = [];
  for (let after = ''; ; ) {
    const page = await readPage(transaction, municipality, { after, limit });
    const last = page.at(-1)?.id;
    if (last !== undefined) {
      const of = new Map(page.map(one => [one.id, one]));
      await readPeriods(transaction, municipality, { after, last, of });
    }
    for (const one of page) list.push(one);
    if (last === undefined || page.length < limit) break;
    after = last;
  }
  const indexes = new Map(list.map(({ id }, index) => [id, index]));
  const indexOf = (id: string): number => {
    const index = indexes.get(id);
    if (index === undefined) throw new Error(`premises ${id} is not in ${municipality}`);
    return index;
  };
  return { list, indexOf };
}

function periodOf([, from, until, func, floorArea, storey]: PeriodRow): StoreyPeriod {
  return {
    from: dayOf(from),
    until: until === null ? Number.POSITIVE_INFINITY : dayOf(until),
    function: functionIndex(func),
    floorArea: floorArea ?? NO_AREA,
    storey,
  };
}
