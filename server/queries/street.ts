import type { Session } from '../../geodata/database/database.ts';
import { NO_SQL, sql } from '../../geodata/database/sql.ts';
import type { Street } from '../contract/street.ts';
import { bboxOf, type EnvelopeRow, positionOf } from './position.ts';

type Row = Pick<Street, 'id' | 'municipality' | 'name' | 'place'> & EnvelopeRow & { x: number; y: number };

/**
 * Where a street is: its envelope in degrees, and as `x`, `y` the middle of its longest part in metres RD
 * (a point on the street itself, also where it is a ring or in pieces).
 */
export const STREET_PLACE = sql`
  st_xmin(box) as west, st_ymin(box) as south, st_xmax(box) as east, st_ymax(box) as north,
  st_x(middle) as x, st_y(middle) as y`;

/** To be joined after `street` for {@link STREET_PLACE}. */
export const STREET_PLACE_JOIN = sql`cross join lateral (
  select st_transform(st_envelope(street.geom), 4326) as box,
    (select st_lineinterpolatepoint(part.geom, 0.5) from st_dump(street.geom) as part
      order by st_length(part.geom) desc limit 1) as middle) as place_of_street`;

/** A page of streets in order of id, after id `after`. */
export async function streets(
  session: Session,
  selection: { municipality: string; limit: number; after?: string | undefined },
): Promise<Street[]> {
  const { municipality, limit, after } = selection;
  const rows = await session.query<Row>(sql`
    select street.id, street.municipality, street.name, street.place, ${STREET_PLACE}
    from street ${STREET_PLACE_JOIN}
    where street.municipality = ${municipality}
      ${after === undefined ? NO_SQL : sql`and street.id > ${after}`}
    order by street.id limit ${limit}`);
  return rows.map(({ x, y, west, south, east, north, ...rest }) => ({
    ...rest,
    centre: positionOf({ x, y }),
    bbox: bboxOf({ west, south, east, north }),
  }));
}
