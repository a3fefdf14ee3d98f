import type { Session } from '../../geodata/database/database.ts';
import { fixedSql, type Sql, sql } from '../../geodata/database/sql.ts';
import type { Box } from './tile.ts';

/**
 * Whether anything at all lies in each of some boxes, however small it is and from whatever zoom on it is shown: where
 * nothing does, no tile of any zoom within the box has anything in it. Answered from the spatial indexes.
 */
type Occupied = (session: Session, boxes: readonly Box[]) => Promise<boolean[]>;

async function occupied(session: Session, boxes: readonly Box[], exists: Sql): Promise<boolean[]> {
  const side = (index: 0 | 1 | 2 | 3) => boxes.map(box => box[index]);
  const rows = await session.query<{ number: number }>(sql`
    select number from unnest(${side(0)}::float8[], ${side(1)}::float8[], ${side(2)}::float8[], ${side(3)}::float8[])
      with ordinality as box (west, south, east, north, number)
    where ${exists}`);
  const found = new Set(rows.map(({ number }) => number));
  return boxes.map((_, index) => found.has(index + 1));
}

const touching = (table: 'base_feature' | 'area' | 'building'): Occupied => {
  const exists = fixedSql(`exists (
    select from ${table} where geom_3857 && ST_MakeEnvelope(west, south, east, north, 3857))`);
  return (session, boxes) => occupied(session, boxes, exists);
};

/** Boxes in EPSG:3857 that a feature of the base map touches. */
export const occupiedByBase = touching('base_feature');
/** Boxes in EPSG:3857 that an area touches. */
export const occupiedByAreas = touching('area');
/** Boxes in EPSG:3857 that a building touches. */
export const occupiedByBuildings = touching('building');

/** Boxes in RD metres in which a published square of 500 m has its corner. */
export const occupiedByCells: Occupied = (session, boxes) =>
  occupied(
    session,
    boxes,
    sql`exists (
      select from series join published_cell cell on cell.series = series.id
      where cell.x >= west and cell.x <= east and cell.y >= south and cell.y <= north)`,
  );
