import type { Transaction } from '../database/database.ts';
import { fixedSql, sql } from '../database/sql.ts';
import { rollUp } from '../rollup/roll-up.ts';
import { changesSince } from './changes.ts';
import type { ImportContext, KindCount } from './context.ts';

/**
 * For the planner of queries: the tables that an import fills and that are served from. Geometry in RD stays
 * out: where it is joined on and both sides are known to lie apart, PostGIS in the embedded engine fails with
 * "invalid function selectivity" (estimate_join_selectivity hands out a pointer where float8 is passed by
 * reference). Native PostgreSQL looks at those columns by itself.
 */
const STATISTICS = fixedSql(`analyze
  area (id, municipality, kind, geom_3857), building (id, municipality, bag_id, geom_3857),
  address (id, municipality, street, number, search), street (id, municipality, name, search),
  base_feature (id, layer, min_zoom, geom_3857), premises (id, municipality, point_3857), premises_period,
  premises_building, observation, spell, premises_state, premises_area, cell, area_tally,
  published_area_tally, published_cell`);

/** What came of an import, for the catalogue. */
export interface FinishedImport {
  municipality: string;
  /** Why there is a new revision, in a few words. */
  reason: string;
  /** The revision that was kept before anything changed; undefined: there was none, or nobody kept it. */
  kept?: number | undefined;
  dataset?: { id: string; counts: Readonly<Record<string, KindCount>> } | undefined;
}

/**
 * Ends an import inside its transaction: derived tables, what visitors may see, a new revision.
 * @returns the number of the revision, which is the municipality's from the commit on
 */
export async function finishImport(
  transaction: Transaction,
  context: Pick<ImportContext, 'publish' | 'madeBy' | 'software'>,
  { municipality, reason, kept, dataset }: FinishedImport,
): Promise<number> {
  const changes = await changesSince(transaction, municipality, kept);
  await rollUp(transaction, municipality);
  await context.publish(transaction, municipality);
  // The embedded engine never does it by itself, and joins over unknown tables take ten times as long.
  await transaction.query(STATISTICS);
  const [row] = await transaction.query<{ number: number }>(sql`
    insert into revision (municipality, reason, made_by, software, dataset, counts, changes)
    values (${municipality}, ${reason}, ${context.madeBy}, ${context.software}, ${dataset?.id ?? null},
      ${dataset?.counts ?? null}, ${changes && JSON.stringify(changes)})
    returning number`);
  const { number } = row!;
  await transaction.query(sql`update municipality set revision = ${number} where code = ${municipality}`);
  return number;
}
