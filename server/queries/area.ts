import type { Session } from '../../geodata/database/database.ts';
import { NO_SQL, type Sql, sql } from '../../geodata/database/sql.ts';
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

/** One area with its outline; undefined when there is none. */
export async function areaById(session: Session, id: string): Promise<AreaDetail | undefined> {
  const [row] = await session.query<Row & { revision: number; outline: string }>(sql`
    select ${COLUMNS}, municipality.revision,
      st_asgeojson(st_transform(area.geom_3857, 4326), 7) as outline
    from area join municipality on municipality.code = area.municipality ${CENTRE}
    where area.id = ${id}`);
  if (row === undefined) return undefined;
  const { revision, outline, ...rest } = row;
  return { ...areaOf(rest), revision, geometry: JSON.parse(outline) };
}
