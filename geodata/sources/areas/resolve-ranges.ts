import { readFile } from 'node:fs/promises';
import type { Transaction } from '../../database/database.ts';
import { fixedSql, sql } from '../../database/sql.ts';
import { searchText } from '../../import/search-text.ts';
import type { AreaReasonCode } from '../../vocabulary/area-reason.ts';
import type { NamedRange } from './range-text.ts';

/** A range with the number of the area that it is of. */
export interface WantedRange {
  area: number;
  range: NamedRange;
}

/** What is wrong with a range, or how the register itself spells its street. */
export type FoundRange = { fault: AreaReasonCode; detail: string } | { street: string };

interface StreetPlace {
  street: string;
  search: string;
  place: string;
}

/** Streets of the municipality's addresses with the places that have them, by how they are searched. */
async function readStreets(
  transaction: Transaction,
  municipality: string,
): Promise<Map<string, StreetPlace[]>> {
  const rows = await transaction.query<{ street: string; place: string }>(sql`
    select distinct street, place from address where municipality = ${municipality}`);
  const streets = rows.map(({ street, place }) => ({ street, place, search: searchText(street) }));
  await transaction.query(fixedSql('drop table if exists street_searched'));
  await transaction.query(
    fixedSql(
      'create temp table street_searched (street text primary key, search text not null) on commit drop',
    ),
  );
  const names = new Map(streets.map(({ street, search }) => [street, search]));
  await transaction.copy('street_searched', ['street', 'search'], names);
  return Map.groupBy(streets, ({ search }) => search);
}

function streetFault(range: NamedRange, streets: ReadonlyMap<string, StreetPlace[]>): FoundRange {
  const { place } = range;
  const all = streets.get(searchText(range.street)) ?? [];
  const found = place === null ? all : all.filter(one => searchText(one.place) === searchText(place));
  const [first] = found;
  if (first === undefined) return { fault: 'street-unknown', detail: range.street };
  const places = new Set(found.map(one => one.place));
  if (places.size > 1) return { fault: 'street-ambiguous', detail: [...places].sort().join(', ') };
  return { street: first.street };
}

async function stageWanted(
  transaction: Transaction,
  municipality: string,
  wanted: readonly WantedRange[],
): Promise<void> {
  await transaction.query(
    fixedSql(`drop table if exists range_wanted, range_address, range_site, range_cell, range_reach,
    polygon_stage`),
  );
  await transaction.query(
    fixedSql(`create temp table range_wanted (area integer, municipality text, street text, place text, lowest integer,
    highest integer, side text) on commit drop`),
  );
  const rows = wanted.map(({ area, range: { street, place, from, to, side } }) => {
    return [area, municipality, searchText(street), place, from, to, side];
  });
  const columns = ['area', 'municipality', 'street', 'place', 'lowest', 'highest', 'side'];
  await transaction.copy('range_wanted', columns, rows);
}

/** How many addresses each wanted range has, in their order. */
async function countAddresses(
  transaction: Transaction,
  municipality: string,
  wanted: readonly WantedRange[],
): Promise<number[]> {
  const numbered = wanted.map(({ range }, index) => ({ area: index, range }));
  await stageWanted(transaction, municipality, numbered);
  const rows = await transaction.query<{ area: number; count: number }>(sql`
    select w.area, count(*) as count
    from range_wanted w
    join address a on a.municipality = w.municipality and a.number between w.lowest and w.highest
      and (w.side = 'both' or (w.side = 'even') = (a.number % 2 = 0))
    join street_searched s on s.street = a.street and s.search = w.street
    where w.place is null or lower(a.place) = lower(w.place)
    group by w.area`);
  const counts = new Map(rows.map(({ area, count }) => [area, count]));
  return wanted.map((_, index) => counts.get(index) ?? 0);
}

/**
 * Looks every range up among the municipality's addresses and makes one polygon per area out of those that are there, in the
 * temporary table `polygon_stage`; `resolve-ranges.sql` says how.
 * @returns for each wanted range, in their order, what was found
 */
export async function resolveRanges(
  transaction: Transaction,
  municipality: string,
  wanted: readonly WantedRange[],
): Promise<FoundRange[]> {
  const streets = await readStreets(transaction, municipality);
  const found = wanted.map(({ range }) => streetFault(range, streets));
  const counts = await countAddresses(transaction, municipality, wanted);
  const results = found.map((one, index): FoundRange => {
    if ('fault' in one || counts[index]! > 0) return one;
    return { fault: 'range-empty', detail: wanted[index]!.range.street };
  });
  const good = wanted.filter((_, index) => 'street' in results[index]!);
  await stageWanted(transaction, municipality, good);
  await transaction.script(await readFile(new URL('resolve-ranges.sql', import.meta.url), 'utf8'));
  return results;
}
