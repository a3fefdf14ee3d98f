import type { Transaction } from '../database/database.ts';
import { fixedSql, sql } from '../database/sql.ts';
import { polygonsEwkb, type VectorFeature } from './vector-feature.ts';
import type { VectorFile } from './vector-file.ts';

/** Why the shape of an object cannot be used. */
export type ShapeFault = 'not-an-area' | 'outside-netherlands' | 'geometry-invalid';

/** What became of the shapes of a file. */
export interface StagedShapes {
  /** By number of the object. */
  faults: ReadonlyMap<number, ShapeFault>;
  /** Numbers of objects whose polygons crossed or touched themselves; they are whole now. */
  repaired: number[];
}

/** A fault that is seen without the database. */
function faultOf(
  { number, geometry }: VectorFeature,
  ewkb: string | undefined,
  outside: ReadonlySet<number>,
) {
  if (geometry === null || ewkb === undefined) return 'not-an-area' as const;
  return outside.has(number) ? ('outside-netherlands' as const) : undefined;
}

/**
 * Brings the polygons of objects into the temporary table `polygon_stage` (number, geom in RD, never empty), for the rest of
 * the transaction. Polygons that cross themselves are repaired by PostGIS' ST_MakeValid; what leaves no surface is a fault.
 */
export async function stagePolygons(
  transaction: Transaction,
  file: Pick<VectorFile, 'crs' | 'outside'>,
  features: readonly VectorFeature[],
): Promise<StagedShapes> {
  const faults = new Map<number, ShapeFault>();
  const rows: [number, string][] = [];
  for (const feature of features) {
    const ewkb = feature.geometry === null ? undefined : polygonsEwkb(feature.geometry, file.crs);
    const fault = faultOf(feature, ewkb, file.outside);
    if (fault === undefined) rows.push([feature.number, ewkb!]);
    else faults.set(feature.number, fault);
  }
  await transaction.query(fixedSql('drop table if exists polygon_read, polygon_stage'));
  await transaction.query(
    fixedSql(
      'create temp table polygon_read (number integer primary key, geom geometry not null) on commit drop',
    ),
  );
  await transaction.copy('polygon_read', ['number', 'geom'], rows);
  return { faults, repaired: await repair(transaction, faults) };
}

/** Validity is asked of what stands in the file: a step to other coordinates may move a crossing. */
async function repair(transaction: Transaction, faults: Map<number, ShapeFault>): Promise<number[]> {
  await transaction.query(
    fixedSql(`create temp table polygon_stage on commit drop as
    select number, ST_IsValid(geom) as valid,
      ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Transform(geom, 28992)), 3))::geometry(MultiPolygon, 28992) as geom
    from polygon_read`),
  );
  const gone = await transaction.query<{ number: number }>(
    sql`delete from polygon_stage where ST_Area(geom) = 0 returning number`,
  );
  for (const { number } of gone) faults.set(number, 'geometry-invalid');
  const repaired = await transaction.query<{ number: number }>(
    sql`select number from polygon_stage where not valid order by number`,
  );
  return repaired.map(({ number }) => number);
}
