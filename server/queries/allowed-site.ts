import type { Database, Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';

/** Sites that may show maps of a municipality in a frame, by name. */
export async function allowedSites(session: Session, municipality: string): Promise<string[]> {
  const rows = await session.query<{ site: string }>(
    sql`select site from allowed_site where municipality = ${municipality} order by site collate "C"`,
  );
  return rows.map(({ site }) => site);
}

/** Replaces the list of a municipality. */
export async function setAllowedSites(
  database: Database,
  municipality: string,
  sites: readonly string[],
): Promise<void> {
  await database.transaction(async transaction => {
    await transaction.query(sql`
      delete from allowed_site where municipality = ${municipality} and site <> all(${[...sites]}::text[])`);
    await transaction.query(sql`
      insert into allowed_site (municipality, site) select ${municipality}, unnest(${[...sites]}::text[])
      on conflict do nothing`);
  });
}
