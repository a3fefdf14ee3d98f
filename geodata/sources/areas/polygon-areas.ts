import type { Transaction } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import { columnNames } from '../../formats/column-name.ts';
import { stagePolygons } from '../../formats/polygon-stage.ts';
import type { VectorFeature } from '../../formats/vector-feature.ts';
import type { VectorFile } from '../../formats/vector-file.ts';
import type { KindCount } from '../../import/context.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import { allLoaded, RowAccount } from '../../import/row-account.ts';
import { AREA_REASONS, type AreaReasonCode } from '../../vocabulary/area-reason.ts';
import { kindTitle } from './area-kind-of.ts';
import { type AreaFacts, type AreaOptions, areaColumns, areaFacts } from './area-mapping.ts';
import type { AreaRow } from './write-areas.ts';

/** Areas that a file makes, and what became of its rows. */
export interface MadeAreas {
  areas: AreaRow[];
  account: RowAccount<AreaReasonCode>;
  counts: Record<string, KindCount>;
}

/** The id of an area of a municipality: its kind and name make it the same one in the next file. */
export const areaId = (municipality: string, kind: string, name: string): string =>
  opaqueId('area', 'areas', municipality, kind, name.toLowerCase());

/** The facts of areas of one kind and name, whose first row says them. */
export function areaRow(
  municipality: string,
  { facts, name, nameDerived }: { facts: AreaFacts; name: string; nameDerived: boolean },
  shape: Pick<AreaRow, 'polygons' | 'ranges'>,
): AreaRow {
  const { kind, decidingBody, decision, decisionDate } = facts;
  const id = areaId(municipality, kind, name);
  return {
    id,
    kind,
    name,
    nameDerived,
    ...shape,
    decidingBody,
    decision,
    decisionDate,
    proposal: false,
    figures: null,
  };
}

interface Named {
  feature: VectorFeature;
  facts: AreaFacts;
  name: string;
  nameDerived: boolean;
}

const referenceOf = ({ number }: VectorFeature, name: string | null): string =>
  name === null ? `row ${number}` : `row ${number}: ${name}`;

/** Polygons without a name are called after their kind, with a number where there are more of them. */
function named(facts: readonly { feature: VectorFeature; facts: AreaFacts }[]): Named[] {
  const seen = new Map<string, number>();
  return facts.map(({ feature, facts: one }) => {
    if (one.name !== null) return { feature, facts: one, name: one.name, nameDerived: false };
    const count = (seen.get(one.kind) ?? 0) + 1;
    seen.set(one.kind, count);
    const title = kindTitle(one.kind);
    return { feature, facts: one, name: count === 1 ? title : `${title} ${count}`, nameDerived: true };
  });
}

/** Numbers of staged polygons that do not touch the municipality at all; none where its boundary is not known. */
async function elsewhere(transaction: Transaction, municipality: string): Promise<Set<number>> {
  const rows = await transaction.query<{ number: number }>(sql`
    select s.number from polygon_stage s join municipality m on m.code = ${municipality}
    where m.boundary is not null and not ST_Intersects(s.geom, m.boundary)`);
  return new Set(rows.map(({ number }) => number));
}

/**
 * Makes areas of the polygons of a file: those of one kind and name are one area.
 * @param options kind, name and decision, or their columns
 */
export async function polygonAreas(
  transaction: Transaction,
  file: VectorFile,
  options: AreaOptions,
): Promise<MadeAreas> {
  const { municipality } = options;
  const columns = areaColumns(columnNames(file.features), options);
  const shapes = await stagePolygons(transaction, file, file.features);
  const outside = await elsewhere(transaction, municipality);
  const account = new RowAccount<AreaReasonCode>('polygon', file.features.length, AREA_REASONS);
  const good = file.features.flatMap(feature => {
    const facts = areaFacts(feature.properties, columns, options);
    const name = typeof facts === 'string' ? null : facts.name;
    const fault =
      shapes.faults.get(feature.number) ??
      (outside.has(feature.number) ? 'other-municipality' : typeof facts === 'string' ? facts : undefined);
    if (fault === undefined && typeof facts !== 'string') return [{ feature, facts }];
    account.drop(referenceOf(feature, name), fault!, '', feature.properties);
    return [];
  });
  const groups = Map.groupBy(named(good), ({ facts, name }) => areaId(municipality, facts.kind, name));
  const areas = Array.from(groups.values(), group => {
    const polygons = drawnOnce(group, account).map(({ feature }) => feature.number);
    return areaRow(municipality, group[0]!, { polygons, ranges: null });
  });
  const counts = { area: allLoaded(areas.length), repaired: allLoaded(shapes.repaired.length) };
  return { areas, account, counts };
}

function drawnOnce(group: readonly Named[], account: RowAccount<AreaReasonCode>): Named[] {
  const drawn = new Set<string>();
  return group.filter(({ feature, name }) => {
    const shape = JSON.stringify(feature.geometry);
    const isNew = !drawn.has(shape);
    if (!isNew) account.drop(referenceOf(feature, name), 'duplicate-polygon');
    drawn.add(shape);
    return isNew;
  });
}
