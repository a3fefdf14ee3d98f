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

/** What areas with these ids would change among those of a source. Those that stay may change in their facts. */
export async function areaChange(
  database: Database,
  { municipality, source }: { municipality: string; source: string },
  ids: readonly string[],
): Promise<ImportChange> {
  const rows = await database.query<{ id: string }>(sql`
    select area.id from area join dataset on dataset.id = area.dataset
    where area.municipality = ${municipality} and dataset.source = ${source}`);
  const [before, after] = [new Set(rows.map(({ id }) => id)), new Set(ids)];
  return {
    kind: 'area',
    added: [...after].filter(id => !before.has(id)).length,
    changed: [...after].filter(id => before.has(id)).length,
    removed: [...before].filter(id => !after.has(id)).length,
    unchanged: 0,
  };
}
