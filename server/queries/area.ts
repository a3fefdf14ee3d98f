import type { Session } from '../../geodata/database/database.ts';
import { NO_SQL, type Sql, sql } from '../../geodata/database/sql.ts';
import { AREA_KIND_TERMS } from '../../geodata/vocabulary/area-kind.ts';
import type { Area, AreaDetail } from '../contract/area.ts';
import { bboxOf, type EnvelopeRow, positionOf } from './position.ts';

type Row = Omit<Area, 'bbox' | 'centre'> & EnvelopeRow & { x: number; y: number };

const COLUMNS = sql`area.id, area.municipality, area.kind, area.name, area.name_derived as "nameDerived",
  area.ranges, area.deciding_body as "decidingBody", area.decision, area.decision_date as "decisionDate",
  area.proposal, round((st_area(area.geom) / 10000)::numeric, 2) as hectares,
  st_xmin(area.geom) as west, st_ymin(area.geom) as south,
  st_xmax(area.geom) as east, st_ymax(area.geom) as north, st_x(centre) as x, st_y(centre) as y`;

const CENTRE = sql`cross join lateral (select st_pointonsurface(area.geom) as centre) as middle`;

function areaOf({ west, south, east, north, x, y, ...rest }: Row): Area {
  return { ...rest, bbox: bboxOf({ west, south, east, north }), centre: positionOf({ x, y }) };
}

/** Areas of a municipality, by name. @param kind only these */
export async function areas(session: Session, municipality: string, kind?: string): Promise<Area[]> {
  const ofKind: Sql = kind === undefined ? NO_SQL : sql`and area.kind = ${kind}`;
  const rows = await session.query<Row>(sql`
    select ${COLUMNS} from area ${CENTRE}
    where area.municipality = ${municipality} ${ofKind}
    order by area.name collate "und-x-icu", area.id`);
  return rows.map(areaOf);
}

const POLICY_ZONES = AREA_KIND_TERMS.filter(({ policyZone }) => policyZone).map(({ code }) => code);

/** Policy zones that hold part of an area, in whole per cent; the area itself is none of them. */
const ZONES = sql`coalesce((
  select json_agg(json_build_object('id', zone.id, 'kind', zone.kind, 'name', zone.name,
      'decidingBody', zone.deciding_body, 'decision', zone.decision, 'decisionDate', zone.decision_date,
      'share', zone.share) order by zone.share desc, zone.name collate "und-x-icu", zone.id)
  from (
    select other.*, round(100 * st_area(st_intersection(area.geom, other.geom)) / st_area(area.geom))::integer as share
    from area as other
    where other.municipality = area.municipality and other.id <> area.id
      and other.kind = any(${POLICY_ZONES}::text[]) and st_intersects(area.geom, other.geom)
  ) as zone where zone.share >= 1), '[]')`;

/** One area with its outline and its policy zones; undefined when there is none. */
export async function areaById(session: Session, id: string): Promise<AreaDetail | undefined> {
  const [row] = await session.query<
    Row & { revision: number; outline: string; zones: AreaDetail['zones'] }
  >(sql`
    select ${COLUMNS}, municipality.revision,
      st_asgeojson(st_transform(area.geom_3857, 4326), 7) as outline, ${ZONES} as zones
    from area join municipality on municipality.code = area.municipality ${CENTRE}
    where area.id = ${id}`);
  if (row === undefined) return undefined;
  const { revision, outline, zones, ...rest } = row;
  return { ...areaOf(rest), revision, geometry: JSON.parse(outline), zones };
}
