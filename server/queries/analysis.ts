import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { emptyStock, type Stock } from '../../geodata/figures/stock.ts';
import { coveredColumn } from './premises-columns.ts';
import { fillStory, type StoryRow, storyColumns } from './premises-story.ts';

/** A polygon in degrees, already found valid (`http/polygon.ts`). */
export interface DrawnPlace {
  type: 'Polygon';
  coordinates: readonly (readonly (readonly [number, number])[])[];
}

/** What stands in a drawn place, ready to be counted. */
export interface DrawnStock {
  hectares: number;
  stock: Stock;
}

/**
 * The premises of a municipality whose point lies in a drawn place, in one series, and how large the place
 * is. Planners only.
 * @param dates reference dates of the series, ascending
 */
export async function drawnStock(
  session: Session,
  place: DrawnPlace,
  { series, municipality, dates }: { series: string; municipality: string; dates: readonly string[] },
): Promise<DrawnStock> {
  const outline = sql`st_transform(st_setsrid(st_geomfromgeojson(${JSON.stringify(place)}), 4326), 28992)`;
  const [size] = await session.query<{ hectares: number }>(
    sql`select round((st_area(${outline}) / 10000)::numeric, 2) as hectares`,
  );
  const rows = await session.query<StoryRow>(sql`
    with place as materialized (select ${outline} as geom)
    select ${storyColumns(series)}
    from place
    join premises on premises.municipality = ${municipality} and st_intersects(place.geom, premises.point)
    left join premises_state state on state.premises = premises.id and state.series = ${series}`);
  const stock = emptyStock(rows.length, dates.length);
  stock.covered.set(await coveredColumn(session, series, dates));
  rows.forEach((row, premises) => {
    fillStory(stock, premises, row, dates);
  });
  return { hectares: size?.hectares ?? 0, stock };
}
