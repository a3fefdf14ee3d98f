import type { Session } from '../../geodata/database/database.ts';
import { type Sql, sql } from '../../geodata/database/sql.ts';
import type { AreaKind } from '../../geodata/vocabulary/area-kind.ts';
import type { BaseArea, ScenarioBase } from '../contract/scenario-base.ts';
import { positionOf } from './position.ts';

/** Positions in metres RD as GeoJSON nests them. */
type RdLine = [number, number][];
type Row = { id: string; kind: AreaKind; name: string; hectares: number; outline: RdLine[][] };

/** Tenths of a millimetre: so that both engines send the same digits. */
const OUTLINE = (table: Sql): Sql => sql`(st_asgeojson(${table}.geom, 4, 0)::json -> 'coordinates')`;

/** Positions in RD as degrees. By our own arithmetic: both engines give the same base, and the same checksum. */
export const inDegrees = (line: RdLine): RdLine => line.map(([x, y]) => positionOf({ x, y }));

const columns = (table: Sql): Sql => sql`${table}.id, ${table}.kind, ${table}.name,
  round((st_area(${table}.geom) / 10000)::numeric, 2) as hectares, ${OUTLINE(table)} as outline`;

function areaOf({ id, kind, name, hectares, outline }: Row): BaseArea {
  return { id, kind, name, hectares, coordinates: outline.map(polygon => polygon.map(inDegrees)) };
}

/** The area of a base, its municipality and its box; undefined when there is no such area there. */
export interface AreaOfBase {
  area: BaseArea;
  municipalityName: string;
  fictional: boolean;
  revision: number;
  /** West, south, east, north, metres RD. */
  box: [number, number, number, number];
}

/** One area of a municipality as a base holds it; undefined when there is none. */
export async function baseArea(
  session: Session,
  { municipality, area }: { municipality: string; area: string },
): Promise<AreaOfBase | undefined> {
  const [row] = await session.query<
    Row & Omit<AreaOfBase, 'area' | 'box'> & Record<'west' | 'south' | 'east' | 'north', number>
  >(sql`
    select ${columns(sql`area`)}, municipality.name as "municipalityName", municipality.fictional,
      municipality.revision, st_xmin(area.geom) as west, st_ymin(area.geom) as south,
      st_xmax(area.geom) as east, st_ymax(area.geom) as north
    from area join municipality on municipality.code = area.municipality
    where area.id = ${area} and area.municipality = ${municipality}`);
  if (row === undefined) return undefined;
  const { municipalityName, fictional, revision, west, south, east, north } = row;
  return { area: areaOf(row), municipalityName, fictional, revision, box: [west, south, east, north] };
}

/** Other areas of the municipality that share ground with one, policy zones among them; by name. */
export async function overlappingAreas(session: Session, area: string): Promise<BaseArea[]> {
  const rows = await session.query<Row>(sql`
    select ${columns(sql`other`)}
    from area join area as other on other.municipality = area.municipality and other.id <> area.id
      and st_intersects(area.geom, other.geom) and not st_touches(area.geom, other.geom)
    where area.id = ${area}
    order by other.name collate "und-x-icu", other.id collate "C"`);
  return rows.map(areaOf);
}

type SideRow = { id: string; street: string; side: 'odd' | 'even'; lines: RdLine[] | null };

/** The street sides within an area, by street; no lines where nobody knows where one runs. */
export async function sidesOfArea(session: Session, area: string): Promise<ScenarioBase['streetSides']> {
  const rows = await session.query<SideRow>(sql`
    select id, street, side, ${OUTLINE(sql`street_side`)} as lines from street_side where area = ${area}
    order by street collate "und-x-icu", side desc, id collate "C"`);
  return rows.map(({ id, street, side, lines }) => {
    return { id, street, side, coordinates: (lines ?? []).map(inDegrees) };
  });
}
