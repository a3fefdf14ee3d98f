import type { Row, Transaction } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { packInt32, unpackInt32 } from '../../geodata/figures/packed.ts';
import type { FunctionScope } from '../../geodata/vocabulary/function.ts';
import type { DisclosureProfile } from '../../geodata/vocabulary/series.ts';
import { accessesOf, cellSizesOf } from './access.ts';
import { disclose, discloseFronts } from './disclosure.ts';

interface OpenSeries extends Row {
  id: string;
  profile: DisclosureProfile;
  dates: number;
}

type TallyRow<Place> = Row & Place & { function: FunctionScope; tally: Uint8Array; units: Uint8Array };

/**
 * Writes what visitors may see of a municipality: the finite cube of one revision (area or street side x function x
 * series x date, and squares). Runs after the roll-up, in the same transaction; what was published before is replaced.
 * Series that visitors may not know of leave no trace in it.
 */
export async function publishFigures(transaction: Transaction, municipality: string): Promise<void> {
  await transaction.query(sql`delete from published_area_tally where municipality = ${municipality}`);
  await transaction.query(sql`delete from published_cell
    where series in (select id from series where municipality = ${municipality})`);
  const open = await transaction.query<OpenSeries>(sql`
    select series.id, profile, count(*) as dates
    from series join reference_date on reference_date.series = series.id
    where municipality = ${municipality} and access = any(${accessesOf('visitor')}::text[])
    group by series.id, profile order by series.id`);
  for (const series of open) {
    await publishAreas(transaction, municipality, series);
    await publishCells(transaction, series);
  }
}

async function publishAreas(
  transaction: Transaction,
  municipality: string,
  series: OpenSeries,
): Promise<void> {
  const rows = await transaction.query<TallyRow<{ area: string; front: Uint8Array | null }>>(sql`
    select area, function, tally, units, front from area_tally
    where municipality = ${municipality} and series = ${series.id} order by area, function`);
  const published = disclosePlaces(rows, row => row.area, series);
  await transaction.copy(
    'published_area_tally',
    ['area', 'municipality', 'series', 'function', 'tally', 'front'],
    published.map(({ row, tally, front }) => {
      return [row.area, municipality, series.id, row.function, tally, front];
    }),
  );
}

async function publishCells(transaction: Transaction, series: OpenSeries): Promise<void> {
  const rows = await transaction.query<TallyRow<{ x: number; y: number; front?: null }>>(sql`
    select x, y, function, tally, units from cell
    where series = ${series.id} and size = any(${cellSizesOf('visitor')}::integer[]) order by x, y, function`);
  const published = disclosePlaces(rows, row => `${row.x}:${row.y}`, series);
  await transaction.copy(
    'published_cell',
    ['series', 'x', 'y', 'function', 'tally'],
    published.map(({ row, tally }) => [series.id, row.x, row.y, row.function, tally]),
  );
}

/** Applies the policy place by place: the functions of one place are judged together. */
function disclosePlaces<Place extends { front?: Uint8Array | null }>(
  rows: readonly TallyRow<Place>[],
  placeOf: (row: TallyRow<Place>) => string,
  { dates, profile }: OpenSeries,
): { row: TallyRow<Place>; tally: Uint8Array; front: Uint8Array | null }[] {
  return Array.from(Map.groupBy(rows, placeOf).values()).flatMap(place => {
    const exact = new Map(
      place.map(row => {
        const tally = { values: unpackInt32(row.tally), units: unpackInt32(row.units) };
        return [row.function, tally] as const;
      }),
    );
    const published = disclose(exact, dates, profile);
    const given = place.flatMap(row => (row.front ? [[row.function, unpackInt32(row.front)] as const] : []));
    const fronts = discloseFronts(new Map(given), exact, published, dates, profile);
    return place.map(row => {
      const front = fronts.get(row.function);
      return { row, tally: packInt32(published.get(row.function)!), front: front ? packInt32(front) : null };
    });
  });
}
