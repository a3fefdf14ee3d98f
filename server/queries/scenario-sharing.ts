import { createHash, randomBytes } from 'node:crypto';
import type { Database, Session } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioVersion } from '../contract/scenario-version.ts';
import { versionSummaries } from './scenario-version.ts';

/** Only this is stored: who reads the database cannot make a link of it. */
const hashed = (key: string): string => createHash('sha256').update(key).digest('hex');

/**
 * Shares a draft as it is now. A link that was given out before ends.
 * @returns the key of the link; undefined when there is no such draft any more
 */
export async function share(database: Database, content: PublishedScenario): Promise<string | undefined> {
  const key = randomBytes(32).toString('base64url');
  const shared = await database.query(sql`
    insert into shared_scenario (scenario, key_hash, content)
    select id, ${hashed(key)}, ${content}::json from scenario where id = ${content.id}
    on conflict (scenario) do update set key_hash = excluded.key_hash, content = excluded.content
    returning scenario`);
  return shared.length === 1 ? key : undefined;
}

/** Ends the link of a draft. @returns false when there is no such draft; one that is not shared is left as it is */
export async function endSharing(database: Database, scenario: string): Promise<boolean> {
  await database.query(sql`delete from shared_scenario where scenario = ${scenario}`);
  const [there] = await database.query(sql`select from scenario where id = ${scenario}`);
  return there !== undefined;
}

/** What a key opens; undefined when it opens nothing. For visitors, who can find it in no other way. */
export async function sharedByKey(session: Session, key: string): Promise<ScenarioVersion | undefined> {
  const [row] = await session.query<Omit<ScenarioVersion, 'scenario'> & { scenario: PublishedScenario }>(sql`
    select body as scenario, ${versionSummaries(sql`shared.body ->> 'id'`)} as versions,
      municipality.revision as "currentRevision"
    from shared_scenario_content(${hashed(key)}) as shared (body)
    left join municipality on municipality.code = body ->> 'municipality'
    where body is not null`);
  return row;
}
