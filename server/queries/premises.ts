import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import type { Premises } from '../contract/premises.ts';
import { positionOf } from './position.ts';

type Story = Omit<Premises, 'position'> & { x: number; y: number };

/** One premises with everything known of it; undefined when there is none. Planners only. */
export async function premisesById(session: Session, id: string): Promise<Premises | undefined> {
  const [row] = await session.query<Story>(sql`
    select municipality.revision, premises.id, premises.municipality, premises.bag_id as "bagId",
      premises.name, address.label as address, st_x(premises.point) as x, st_y(premises.point) as y,
      coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'bagId', b.bag_id, 'buildYear', b.build_year)
          order by b.id)
        from premises_building pb join building b on b.id = pb.building where pb.premises = premises.id),
        '[]') as buildings,
      coalesce((select array_agg(area order by area) from premises_area where premises_area.premises = premises.id), '{}')
        as areas,
      coalesce((select jsonb_agg(jsonb_build_object('from', p.from_date, 'until', p.until_date,
          'function', p.function, 'purposes', p.purposes, 'allowedFunction', p.allowed_function,
          'floorArea', p.floor_area, 'storey', p.storey) order by p.from_date)
        from premises_period p where p.premises = premises.id), '[]') as periods,
      coalesce((select jsonb_agg(jsonb_build_object('series', o.series, 'referenceDate', o.reference_date,
          'status', o.status, 'vacantFloorArea', o.vacant_floor_area, 'storey', o.storey,
          'sinceEarliest', o.since_earliest, 'sinceLatest', o.since_latest,
          'reliability', o.reliability, 'remark', o.remark, 'reason', o.reason,
          'recordedBy', o.recorded_by, 'recordedAt', o.recorded_at) order by o.series, o.reference_date, o.id)
        from observation o where o.premises = premises.id), '[]') as observations,
      coalesce((select jsonb_agg(jsonb_build_object('series', s.series, 'firstSeen', s.first_seen,
          'lastSeen', s.last_seen, 'fromEarliest', s.from_earliest, 'fromLatest', s.from_latest,
          'untilEarliest', s.until_earliest, 'untilLatest', s.until_latest) order by s.series, s.first_seen)
        from spell s where s.premises = premises.id), '[]') as spells,
      coalesce((select jsonb_agg(jsonb_build_object('id', n.successor, 'onDate', n.on_date) order by n.successor)
        from premises_successor n where n.premises = premises.id), '[]') as successors,
      coalesce((select jsonb_agg(jsonb_build_object('id', n.premises, 'onDate', n.on_date) order by n.premises)
        from premises_successor n where n.successor = premises.id), '[]') as predecessors
    from premises
    join municipality on municipality.code = premises.municipality
    left join address on address.id = premises.address
    where premises.id = ${id}`);
  if (row === undefined) return undefined;
  const { x, y, ...rest } = row;
  return { ...rest, position: positionOf({ x, y }) };
}
