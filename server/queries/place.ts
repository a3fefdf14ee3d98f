import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import type { FunctionScope } from '../../geodata/vocabulary/function.ts';
import type { Outline } from '../contract/place-view.ts';
import type { Bbox } from '../contract/primitives.ts';
import type { TallyRow } from './vacancy.ts';

/** Outlines of areas by id, degrees with six decimals: a decimetre. */
export async function outlines(session: Session, municipality: string): Promise<Map<string, Outline>> {
  const rows = await session.query<{ id: string; outline: string }>(sql`
    select id, st_asgeojson(st_transform(geom_3857, 4326), 6, 0) as outline from area
    where municipality = ${municipality}`);
  return new Map(rows.map(({ id, outline }) => [id, JSON.parse(outline)]));
}

/** Published tallies of several places in one function. */
export function publishedTallies(
  session: Session,
  { series, scope, places }: { series: string; scope: FunctionScope; places: readonly string[] },
): Promise<TallyRow[]> {
  return session.query<TallyRow & Record<string, unknown>>(sql`
    select area, function, tally from published_area_tally
    where series = ${series} and function = ${scope} and area = any(${[...places]}::text[])`);
}

/** Series of which a place has published figures, in the order of the screens. */
export async function publishedSeriesOf(session: Session, place: string): Promise<string[]> {
  const rows = await session.query<{ id: string }>(sql`
    select series.id from series where exists (
      select from published_area_tally where series = series.id and area = ${place})
    order by series.rank, series.id`);
  return rows.map(({ id }) => id);
}

/** A name that somebody may look for, with its box in degrees. */
export interface NamedPlace {
  name: string;
  kind: 'area' | 'street';
  /** Of an area; null for a street. */
  id: string | null;
  bbox: Bbox;
}

/** Areas and streets of a municipality, by name. Addresses are too many for a page that nobody asked for them. */
export async function namedPlaces(session: Session, municipality: string): Promise<NamedPlace[]> {
  const rows = await session.query<
    NamedPlace & { west: number; south: number; east: number; north: number }
  >(sql`
    select name, kind, id, st_xmin(box) as west, st_ymin(box) as south, st_xmax(box) as east, st_ymax(box) as north
    from (
      select name, 'area' as kind, id, st_transform(geom_3857, 4326) as box from area where municipality = ${municipality}
      union all
      select name, 'street', null, st_transform(st_setsrid(st_extent(geom)::geometry, 28992), 4326)
      from street where municipality = ${municipality} group by name, place
    ) as named
    order by name collate "und-x-icu", kind, id`);
  const degrees = (value: number) => Math.round(value * 1e5) / 1e5;
  return rows.map(({ name, kind, id, west, south, east, north }) => {
    return { name, kind, id, bbox: [west, south, east, north].map(degrees) as Bbox };
  });
}
