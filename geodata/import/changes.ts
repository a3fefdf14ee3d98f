import type { Transaction } from '../database/database.ts';
import { fixedSql, identifier, type Sql, sql } from '../database/sql.ts';

/** What a revision changed of one kind of object. */
export interface Change {
  kind: string;
  added: number;
  changed: number;
  removed: number;
}

/**
 * Kinds that the catalogue counts: the table, what makes two rows the same one, and what of it may have changed. Of what
 * was observed twice for one premises and date, the later counts, as everywhere.
 */
const COMPARED = [
  { kind: 'building', key: 'id', facts: ['bag_id', 'build_year', 'status', 'use', 'geom'] },
  { kind: 'address', key: 'id', facts: ['label', 'postcode', 'point'] },
  { kind: 'premises', key: 'id', facts: ['bag_id', 'address', 'name', 'point'] },
  {
    kind: 'area',
    key: 'id',
    facts: ['kind', 'name', 'geom', 'ranges', 'decision', 'decision_date', 'proposal'],
  },
  {
    kind: 'observation',
    key: 'premises, series, reference_date',
    facts: ['status', 'vacant_floor_area', 'since_earliest', 'since_latest', 'remark'],
  },
] as const;

const row = (table: string, facts: readonly string[]): string =>
  `row(${facts.map(name => `${table}."${name}"`).join(', ')})`;

/**
 * What an import changed against the revision that was kept before it.
 * @param kept number of that revision; undefined: there was nothing
 * @returns by kind; null where there is nothing to compare with
 */
export async function changesSince(
  transaction: Transaction,
  municipality: string,
  kept: number | undefined,
): Promise<Change[] | null> {
  if (kept === undefined) return null;
  const [named] = await transaction.query<{ tables: string[] }>(
    sql`select tables from kept_revision where revision = ${kept}`,
  );
  const all: Change[] = [];
  for (const { kind, key, facts } of COMPARED) {
    // What was not kept was not about to change.
    if (!named?.tables.includes(kind)) continue;
    const own =
      kind === 'observation'
        ? sql`series in (select id from series where municipality = ${municipality})`
        : sql`municipality = ${municipality}`;
    const keys = key.split(', ');
    const latest = kind === 'observation' ? fixedSql(', recorded_at desc, id desc') : fixedSql('');
    const rows = (from: Sql) =>
      sql`(select distinct on (${fixedSql(key)}) * ${from} order by ${fixedSql(key)}${latest})`;
    const now = rows(sql`from ${identifier(kind)} where ${own}`);
    const before = rows(sql`from ${identifier(`kept_${kind}`)} where kept_revision = ${kept}::integer`);
    const [first] = keys;
    const [change] = await transaction.query<Omit<Change, 'kind'> & Record<string, unknown>>(sql`
      select count(*) filter (where before.${identifier(first!)} is null) as added,
        count(*) filter (where now.${identifier(first!)} is null) as removed,
        count(*) filter (where before.${identifier(first!)} is not null and now.${identifier(first!)} is not null
          and ${fixedSql(row('before', facts))} is distinct from ${fixedSql(row('now', facts))}) as changed
      from ${now} now full join ${before} before using (${fixedSql(key)})`);
    all.push({ kind, ...change! });
  }
  return all.filter(({ added, changed, removed }) => added + changed + removed > 0);
}
