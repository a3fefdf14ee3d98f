import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import type { Tokens } from './theme.ts';

/** Everything that a page about a place or a scenario hangs on, short of its content: equal stamps, equal pages. */
export interface EmbedStamp {
  /** Of the whole instance: the one that tiles carry. */
  revision: number;
  /** Code of whose data are shown; null where the id is unknown. */
  municipality: string | null;
  /** Number of the stored embed; null where none is stored under the id. */
  number: number | null;
  /** Sites that may show it in a frame. */
  sites: string[];
  /** House style of the municipality. */
  theme: Tokens | null;
  /** What became of the scenario that is shown, as text. */
  scenario: string | null;
}

/** The stamp of an embed's id: of a stored one, an area, a scenario or a municipality. */
export async function embedStamp(session: Session, id: string): Promise<EmbedStamp> {
  const [row] = await session.query<EmbedStamp & Record<string, unknown>>(sql`
    with stored as (select municipality, number, document ->> 'scenario' as scenario from embed where id = ${id}),
    found as (select coalesce(
      (select municipality from stored),
      (select municipality from area where id = ${id}),
      (select municipality from published_scenario where scenario = ${id} limit 1),
      (select code from municipality where code = ${id})) as municipality)
    select municipality,
      coalesce((select max(number) from revision), 0) as revision,
      (select number from stored) as number,
      coalesce((select json_agg(site order by site collate "C") from allowed_site
        where allowed_site.municipality = found.municipality), '[]') as sites,
      (select tokens from theme where theme.municipality = found.municipality) as theme,
      (select string_agg(version || status || coalesce(withdrawn::text, ''), ' ' order by version)
        from published_scenario where scenario = coalesce((select scenario from stored), ${id})) as scenario
    from found`);
  return row!;
}

/** Every site on any list: for what is gone, of which nobody knows whose it was. */
export async function everyAllowedSite(session: Session): Promise<string[]> {
  const rows = await session.query<{ site: string }>(
    sql`select distinct site collate "C" as site from allowed_site order by 1 limit 200`,
  );
  return rows.map(({ site }) => site);
}
