import type { Database, Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';

/** How often an embed was shown on a site on a day; origin '' where the page did not say. */
export interface CountedUse {
  embed: string;
  origin: string;
  /** ISO day. */
  day: string;
  /** Of what is shown; null where that is gone. */
  municipality: string | null;
  shown: number;
}

/** Adds counts to what is stored. What is gone is counted where it was known before: anything else may be typed. */
export async function addUses(database: Database, uses: readonly CountedUse[]): Promise<void> {
  if (uses.length === 0) return;
  await database.query(
    sql`insert into embed_use (embed, origin, day, municipality, shown)
      select use.embed, use.origin, use.day, use.municipality, use.shown
      from json_to_recordset(${JSON.stringify(uses)}::json)
        as use(embed text, origin text, day date, municipality text, shown integer)
      where use.municipality is not null or exists (select from embed_use as known where known.embed = use.embed)
      on conflict (embed, origin, day) do update
        set shown = embed_use.shown + excluded.shown,
          municipality = coalesce(excluded.municipality, embed_use.municipality)`,
    { priority: 'background' },
  );
}

/** What is known of an embed on a site. */
export interface StoredUse {
  embed: string;
  origin: string;
  recently: number;
  ever: number;
  first: string;
  last: string;
}

/** Days that count as recent. */
const RECENT_DAYS = 30;

/** Uses of a municipality's embeds, those that were shown last first; at most a thousand. */
export function embedUses(session: Session, municipality: string): Promise<StoredUse[]> {
  return session.query<StoredUse & Record<string, unknown>>(sql`
    select embed, origin, coalesce(sum(shown) filter (where day > current_date - ${RECENT_DAYS}::integer), 0)::integer as recently,
      sum(shown)::integer as ever, min(day) as first, max(day) as last
    from embed_use
    where embed in (select embed from embed_use where municipality = ${municipality})
    group by embed, origin order by max(day) desc, sum(shown) desc, embed, origin limit 1000`);
}
