import type { Transaction } from '../../database/database.ts';
import { fixedSql, sql } from '../../database/sql.ts';
import type { AreaKind } from '../../vocabulary/area-kind.ts';

/** Part of a street by house numbers and side, as decisions name it and as `area.ranges` keeps it. */
export interface StreetRange {
  street: string;
  from: number;
  to: number;
  side: 'odd' | 'even' | 'both';
}

/** An area as a source has it; its polygons stand in `polygon_stage`. */
export interface AreaRow {
  id: string;
  kind: AreaKind;
  name: string;
  /** The source had no name. */
  nameDerived: boolean;
  /** Numbers of its polygons in `polygon_stage`: they become one. */
  polygons: readonly number[];
  ranges: readonly StreetRange[] | null;
  decidingBody: string | null;
  decision: string | null;
  /** ISO date. */
  decisionDate: string | null;
  proposal: boolean;
  /** By our own names; null values are not known. */
  figures: Readonly<Record<string, unknown>> | null;
}

const COLUMNS = [
  'id',
  'kind',
  'name',
  'name_derived',
  'ranges',
  'deciding_body',
  'decision',
  'decision_date',
  'proposal',
  'figures',
] as const;

function valuesOf(area: AreaRow): unknown[] {
  const { id, kind, name, nameDerived, ranges, decidingBody, decision, decisionDate, proposal, figures } =
    area;
  const text = ranges === null ? null : JSON.stringify(ranges);
  return [id, kind, name, nameDerived, text, decidingBody, decision, decisionDate, proposal, figures];
}

/**
 * Puts areas in place: those that are there keep their id, so that what stands on websites and in scenarios goes on
 * pointing at them. The caller has written the dataset and staged the polygons, and removes what is left of earlier ones.
 */
export async function writeAreas(
  transaction: Transaction,
  { municipality, dataset }: { municipality: string; dataset: string },
  areas: readonly AreaRow[],
): Promise<void> {
  await transaction.query(fixedSql('drop table if exists area_ready, area_part'));
  await transaction.query(
    fixedSql(`create temp table area_ready (id text primary key, kind text, name text, name_derived boolean,
      ranges jsonb, deciding_body text, decision text, decision_date date, proposal boolean, figures jsonb) on commit drop`),
  );
  await transaction.query(
    fixedSql('create temp table area_part (id text not null, number integer not null) on commit drop'),
  );
  await transaction.copy('area_ready', COLUMNS, areas.map(valuesOf));
  await transaction.copy(
    'area_part',
    ['id', 'number'],
    areas.flatMap(({ id, polygons }) => polygons.map(number => [id, number])),
  );
  await transaction.query(sql`
    insert into area (id, municipality, kind, name, name_derived, geom, geom_3857, ranges, deciding_body, decision,
      decision_date, proposal, figures, dataset)
    select r.id, ${municipality}, r.kind, r.name, r.name_derived, g.geom, ST_Transform(g.geom, 3857), r.ranges,
      r.deciding_body, r.decision, r.decision_date, r.proposal, r.figures, ${dataset}
    from area_ready r
    join lateral (
      select ST_Multi(ST_CollectionExtract(ST_Union(s.geom), 3)) as geom
      from area_part p join polygon_stage s on s.number = p.number where p.id = r.id
    ) g on true
    on conflict (id) do update set kind = excluded.kind, name = excluded.name, name_derived = excluded.name_derived,
      geom = excluded.geom, geom_3857 = excluded.geom_3857, ranges = excluded.ranges,
      deciding_body = excluded.deciding_body, decision = excluded.decision, decision_date = excluded.decision_date,
      proposal = excluded.proposal, figures = excluded.figures, dataset = excluded.dataset`);
}

/** Removes earlier datasets of a source with what only they have. */
export async function removeEarlier(
  transaction: Transaction,
  { municipality, source, dataset }: { municipality: string; source: string; dataset: string },
): Promise<void> {
  await transaction.query(sql`
    delete from dataset where municipality = ${municipality} and source = ${source} and id <> ${dataset}`);
}
