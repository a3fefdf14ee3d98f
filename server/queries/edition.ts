import type { Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';

/**
 * Everything that anybody may see and that a revision does not tell, in few letters: equal texts, equal pages. The
 * revision and when it was made are in it.
 */
export async function publicState(session: Session): Promise<string> {
  const [row] = await session.query<{ state: string }>(sql`
    select json_build_array(
      (select json_build_array(number, made_at) from revision order by number desc limit 1),
      (select json_agg(json_build_array(scenario, version, status, decision, withdrawn) order by scenario, version)
        from published_scenario),
      (select json_agg(json_build_array(id, number, withdrawn_on) order by id) from embed),
      (select json_agg(json_build_array(municipality, site) order by municipality, site) from allowed_site),
      (select json_agg(json_build_array(municipality, tokens) order by municipality) from theme))::text as state`);
  return row!.state;
}

/** Codes of the municipalities that are here, or that a scenario or an embed outlived, in order. */
export async function publishedMunicipalities(session: Session): Promise<string[]> {
  const rows = await session.query<{ code: string }>(sql`
    select code from municipality union select municipality from published_scenario
    union select municipality from embed order by 1`);
  return rows.map(({ code }) => code);
}
