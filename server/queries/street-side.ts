import type { Session } from '../../geodata/database/database.ts';
import { NO_SQL, sql } from '../../geodata/database/sql.ts';
import type { StreetSide } from '../contract/street-side.ts';

/** Every street side of a municipality, by area and street. @param area only those of this area */
export async function streetSides(
  session: Session,
  municipality: string,
  area?: string,
): Promise<StreetSide[]> {
  const ofArea = area === undefined ? NO_SQL : sql`and area = ${area}`;
  const [row] = await session.query<{ sides: StreetSide[] }>(sql`
    select coalesce(json_agg(json_build_object('id', id, 'area', area, 'street', street, 'side', side,
        'frontageMetres', frontage_metres,
        'geometry', st_asgeojson(st_transform(geom, 4326), 6, 0)::json)
      order by area, street collate "und-x-icu", side, id), '[]') as sides
    from street_side where municipality = ${municipality} ${ofArea}`);
  return row!.sides;
}
