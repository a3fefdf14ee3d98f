import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import { ALL_FUNCTIONS, type CoverageRule } from '../figures/state.ts';
import { type FunctionCode, functionIndex } from '../vocabulary/function.ts';
import { parseMembers } from './area.ts';
import type { PremisesList } from './premises.ts';

/** Part of a street by house numbers, as a decision or a survey names it. */
export interface StreetRange {
  street: string;
  from: number;
  to: number;
  side: 'odd' | 'even' | 'both';
}

/** Rules per series, per ISO reference date. */
export type Coverage = Map<string, Map<string, CoverageRule[]>>;

/** Whether a house number is in a range on its side. */
export function inRange(street: string | null, number: number | null, range: StreetRange): boolean {
  if (street !== range.street || number === null || number < range.from || number > range.to) return false;
  return range.side === 'both' || (number % 2 === 1) === (range.side === 'odd');
}

type CoverageRow = {
  series: string;
  date: string;
  shape: string | null;
  ranges: StreetRange[] | null;
  functions: FunctionCode[] | null;
  leastFloorArea: number | null;
};

/**
 * Reads the coverage of every series and resolves where it was: a polygon, street-number ranges by side
 * (main address), or both (then both must hold), or the whole municipality.
 */
export async function readCoverage(
  transaction: Transaction,
  municipality: string,
  premises: PremisesList,
): Promise<Coverage> {
  const rows = await transaction.query<CoverageRow>(sql`
    select coverage.series, reference_date as date, md5(st_asbinary(geom)) as shape, ranges, functions,
      least_floor_area as "leastFloorArea"
    from coverage join series on series.id = coverage.series
    where series.municipality = ${municipality} order by coverage.id`);
  const shapes = await readShapes(transaction, municipality, premises);
  const coverage: Coverage = new Map();
  const resolved = new Map<string, Uint8Array | null>();
  for (const row of rows) {
    // Forty dates mostly share one place: it is resolved once.
    const place = `${row.shape}${JSON.stringify(row.ranges)}`;
    if (!resolved.has(place)) resolved.set(place, membersOf(row, shapes, premises));
    const dates = coverage.get(row.series) ?? new Map<string, CoverageRule[]>();
    coverage.set(row.series, dates);
    const rules = dates.get(row.date) ?? [];
    dates.set(row.date, rules);
    rules.push({
      members: resolved.get(place)!,
      functions: row.functions?.reduce((bits, code) => bits | (1 << functionIndex(code)), 0) ?? ALL_FUNCTIONS,
      leastFloorArea: row.leastFloorArea,
    });
  }
  return coverage;
}

/** Indexes of the premises in each distinct polygon. */
async function readShapes(
  transaction: Transaction,
  municipality: string,
  premises: PremisesList,
): Promise<Map<string, number[]>> {
  const rows = await transaction.query<{ shape: string; members: string | null }>(sql`
    with shape as materialized (
      select distinct on (md5(st_asbinary(geom))) md5(st_asbinary(geom)) as key, geom
      from coverage join series on series.id = coverage.series
      where series.municipality = ${municipality} and geom is not null
      order by md5(st_asbinary(geom)))
    select shape.key as shape, string_agg(premises.id, E'\n') as members
    from shape left join premises
      on premises.municipality = ${municipality} and st_covers(shape.geom, premises.point)
    group by shape.key`);
  return new Map(rows.map(({ shape, members }) => [shape, parseMembers(members, premises)]));
}

function membersOf(
  { shape, ranges }: CoverageRow,
  shapes: Map<string, number[]>,
  { list }: PremisesList,
): Uint8Array | null {
  if (shape === null && ranges === null) return null;
  const members = new Uint8Array(list.length);
  if (shape === null) members.fill(1);
  else for (const index of shapes.get(shape) ?? []) members[index] = 1;
  if (ranges === null) return members;
  list.forEach(({ street, number }, index) => {
    if (!ranges.some(range => inRange(street, number, range))) members[index] = 0;
  });
  return members;
}
