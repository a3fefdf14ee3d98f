import type { Transaction } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { AreaKind } from '../vocabulary/area-kind.ts';
import type { PremisesList } from './premises.ts';

/** An area with the premises in it. */
export interface RolledArea {
  id: string;
  kind: AreaKind;
  /** Indexes of premises. */
  members: number[];
}

/** Ids joined by line ends, as indexes. */
export function parseMembers(text: string | null, premises: PremisesList): number[] {
  return text === null ? [] : text.split('\n').map(premises.indexOf);
}

/**
 * Derives which premises are in which area, policy zones included: the outline covers the point, its edge
 * counts as inside. Areas overlap, so a premises may be in several.
 */
export async function deriveAreas(
  transaction: Transaction,
  municipality: string,
  premises: PremisesList,
): Promise<RolledArea[]> {
  await transaction.query(sql`
    delete from premises_area using area
    where area.id = premises_area.area and area.municipality = ${municipality}`);
  await transaction.query(sql`
    insert into premises_area (premises, area)
    select premises.id, area.id
    from area join premises on premises.municipality = area.municipality and st_covers(area.geom, premises.point)
    where area.municipality = ${municipality}`);
  const rows = await transaction.query<{ id: string; kind: AreaKind; members: string | null }>(sql`
    select area.id, area.kind, string_agg(premises_area.premises, E'\n' order by premises_area.premises) as members
    from area left join premises_area on premises_area.area = area.id
    where area.municipality = ${municipality}
    group by area.id, area.kind order by area.id`);
  return rows.map(({ id, kind, members }) => ({ id, kind, members: parseMembers(members, premises) }));
}
