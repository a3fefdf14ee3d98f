import type { Database } from '../../database/database.ts';
import { sql } from '../../database/sql.ts';
import type { ImportChange, ImportQuestion } from '../../import/source.ts';

/** Asks into which municipality of those that are here something comes; the only one is proposed. */
export async function askMunicipality(database: Database, bounded = false): Promise<ImportQuestion> {
  const here = await database.query<{ code: string; name: string }>(sql`
    select code, name from municipality where boundary is not null or ${!bounded}::boolean order by name, code`);
  return {
    key: 'municipality',
    kind: 'municipality',
    required: true,
    proposal: here.length === 1 ? here[0]!.code : null,
    choices: here.map(({ code, name }) => ({ code, nl: name, en: name })),
  };
}

/**
 * What areas with these ids would change: those that are there may change in their facts, and those of an earlier file of
 * the same title that are not among them go.
 */
export async function areaChange(
  database: Database,
  { municipality, title }: { municipality: string; title: string },
  ids: readonly string[],
): Promise<ImportChange> {
  const rows = await database.query<{ id: string; same: boolean }>(sql`
    select area.id, dataset.source = 'areas' and dataset.title = ${title} as same
    from area join dataset on dataset.id = area.dataset
    where area.municipality = ${municipality}`);
  const here = new Set(rows.map(({ id }) => id));
  const coming = new Set(ids);
  const changed = [...coming].filter(id => here.has(id)).length;
  const removed = rows.filter(({ id, same }) => same && !coming.has(id)).length;
  return { kind: 'area', added: coming.size - changed, changed, removed, unchanged: 0 };
}
