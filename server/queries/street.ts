import type { Session } from '../../geodata/database/database.ts';
import { NO_SQL, sql } from '../../geodata/database/sql.ts';
import type { Street } from '../contract/street.ts';
import { bboxOf, type EnvelopeRow, positionOf } from './position.ts';

type Row = Pick<Street, 'id' | 'municipality' | 'name' | 'place'> & EnvelopeRow & { x: number; y: number };

/**
 * Where a street is, in metres RD: its envelope, and as `x`, `y` the middle of its longest part
 * (a point on the street itself, also where it is a ring or in pieces).
 */
export const STREET_PLACE = sql`
  st_xmin(street.geom) as west, st_ymin(street.geom) as south,
  st_xmax(street.geom) as east, st_ymax(street.geom) as north,
  st_x(middle) as x, st_y(middle) as y`;

/** To be joined after `street` for {@link STREET_PLACE}. */
export const STREET_PLACE_JOIN = sql`cross join lateral (
  select st_lineinterpolatepoint(part.geom, 0.5) as middle from st_dump(street.geom) as part
  order by st_length(part.geom) desc limit 1) as longest_part`;

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
