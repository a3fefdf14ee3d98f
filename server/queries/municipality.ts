import type { Session } from '../../geodata/database/database.ts';
import { type Sql, sql } from '../../geodata/database/sql.ts';
import type { Municipality } from '../contract/municipality.ts';
import { bboxOf, type EnvelopeRow } from './position.ts';

type Row = Omit<Municipality, 'bbox'> & EnvelopeRow;

/** Every municipality of this instance, by name. */
export async function municipalities(session: Session): Promise<Municipality[]> {
  const rows = await session.query<Row>(sql`
    select code, name, provisional, fictional, revision,
      st_xmin(extent) as west, st_ymin(extent) as south, st_xmax(extent) as east, st_ymax(extent) as north
    from municipality
    order by name collate "und-x-icu", code`);
  return rows.map(({ west, south, east, north, ...rest }) => ({
    ...rest,
    bbox: bboxOf({ west, south, east, north }),
  }));
}

async function oneRevision(session: Session, statement: Sql): Promise<number | undefined> {
  const [row] = await session.query<{ revision: number }>(statement);
  return row?.revision;
}

/** Current revision of a municipality; undefined when this instance does not have it. */
export function municipalityRevision(session: Session, code: string): Promise<number | undefined> {
  return oneRevision(session, sql`select revision from municipality where code = ${code}`);
}
