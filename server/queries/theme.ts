import type { Database, Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';

/** Design tokens by name (`--utrecht-...`), as values that were checked when they came in. */
export type Tokens = Record<string, string>;

/** House style of a municipality; undefined where it has none. */
export async function themeOf(session: Session, municipality: string): Promise<Tokens | undefined> {
  const [row] = await session.query<{ tokens: Tokens }>(
    sql`select tokens from theme where municipality = ${municipality}`,
  );
  return row?.tokens;
}

/** Gives a municipality a house style in place of the one it had. */
export async function setTheme(
  database: Database,
  { municipality, tokens, fileName }: { municipality: string; tokens: Tokens; fileName: string },
): Promise<void> {
  await database.query(sql`
    insert into theme (municipality, tokens, file_name) values (${municipality}, ${tokens}, ${fileName})
    on conflict (municipality) do update
      set tokens = excluded.tokens, file_name = excluded.file_name, added_at = now()`);
}

/** Takes a house style away. @returns whether there was one */
export async function removeTheme(database: Database, municipality: string): Promise<boolean> {
  const rows = await database.query(
    sql`delete from theme where municipality = ${municipality} returning municipality`,
  );
  return rows.length === 1;
}
