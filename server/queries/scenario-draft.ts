import type { Database, Session } from '../../geodata/database/database.ts';
import { type Sql, sql } from '../../geodata/database/sql.ts';
import type { ScenarioDocument } from '../contract/scenario.ts';
import type { ScenarioBase, ScenarioGround } from '../contract/scenario-base.ts';
import type { PlannerScenario, PlannerScenarios, SavedScenario } from '../contract/scenario-version.ts';
import type { BaseAndGround } from './scenario-base.ts';
import { storeBase } from './scenario-new.ts';
import { versionSummaries } from './scenario-version.ts';

/** A save that came too late: somebody saved before. */
export type Conflict = 'conflict';

const SHARED = sql`exists (select from shared_scenario where scenario = scenario.id) as shared`;
const VERSIONS = versionSummaries(sql`scenario.id`);

/** The drafts of a municipality, what was saved last first. */
export async function drafts(session: Session, municipality: string): Promise<PlannerScenarios['scenarios']> {
  return session.query<PlannerScenarios['scenarios'][number]>(sql`
    select id, document ->> 'title' as title, document ->> 'summary' as summary, scenario_base.area,
      amendment_of as "amendmentOf", updated_at as "updatedAt", ${SHARED}, ${VERSIONS} as versions
    from scenario join scenario_base on scenario_base.sha256 = scenario.base
    where municipality = ${municipality} order by updated_at desc, id`);
}

/** One draft with what surrounds it; undefined when there is none. */
export async function draftById(session: Session, id: string): Promise<PlannerScenario | undefined> {
  const [row] = await session.query<PlannerScenario>(sql`
    select id, scenario.municipality, draft_number as "draftNumber", document, updated_at as "updatedAt",
      ${SHARED}, ${VERSIONS} as versions, amendment_of as "amendmentOf", original,
      scenario_base.revision as "baseRevision", municipality.revision as "currentRevision"
    from scenario join scenario_base on scenario_base.sha256 = scenario.base
    left join municipality on municipality.code = scenario.municipality
    where id = ${id}`);
  return row;
}

/** Base of a draft as the JSON text that was stored; undefined when there is no such draft. */
export async function draftBase(session: Session, id: string): Promise<string | undefined> {
  const [row] = await session.query<{ base: string }>(sql`
    select scenario_base.base from scenario join scenario_base on scenario_base.sha256 = scenario.base
    where id = ${id}`);
  return row?.base;
}

/** All that a version is made of, from one moment. */
export interface WholeDraft {
  draftNumber: number;
  municipality: string;
  document: ScenarioDocument;
  amendmentOf: PlannerScenario['amendmentOf'];
  base: ScenarioBase;
  ground: ScenarioGround;
  /** The version that the next one would be. */
  nextVersion: number;
}

/** A draft with base and ground; undefined when there is none. */
export async function wholeDraft(session: Session, id: string): Promise<WholeDraft | undefined> {
  const [row] = await session.query<
    Omit<WholeDraft, 'base' | 'ground'> & { base: string; ground: string }
  >(sql`
    select draft_number as "draftNumber", municipality, document, amendment_of as "amendmentOf",
      scenario_base.base, scenario_base.ground,
      (select coalesce(max(version), 0) + 1 from scenario_version where scenario = scenario.id) as "nextVersion"
    from scenario join scenario_base on scenario_base.sha256 = scenario.base
    where id = ${id}`);
  return row && { ...row, base: JSON.parse(row.base), ground: JSON.parse(row.ground) };
}

/** What an update of a draft came to: undefined when there is no such draft. */
async function savedOr(
  session: Session,
  id: string,
  rows: readonly SavedScenario[],
): Promise<SavedScenario | Conflict | undefined> {
  if (rows[0] !== undefined) return rows[0];
  const [there] = await session.query(sql`select from scenario where id = ${id}`);
  return there && 'conflict';
}

const update = (id: string, draftNumber: number, change: Sql): Sql => sql`
  update scenario set ${change}, draft_number = draft_number + 1, updated_at = now()
  where id = ${id} and draft_number = ${draftNumber}
  returning draft_number as "draftNumber", updated_at as "updatedAt"`;

/** Saves a document over the draft of that number; `conflict` and nothing written when it has another by now. */
export async function saveDraft(
  database: Database,
  id: string,
  { draftNumber, document }: { draftNumber: number; document: ScenarioDocument },
): Promise<SavedScenario | Conflict | undefined> {
  const saved = await database.query<SavedScenario>(update(id, draftNumber, sql`document = ${document}`));
  return savedOr(database, id, saved);
}

/** Bases that no draft points at any more; archives have their own copy. */
const FORGOTTEN = sql`delete from scenario_base where not exists (select from scenario where base = sha256)`;

/** Puts a draft on another base; the document stays as it is. */
export function renewBase(
  database: Database,
  id: string,
  { draftNumber, found }: { draftNumber: number; found: BaseAndGround },
): Promise<SavedScenario | Conflict | undefined> {
  return database.transaction(async transaction => {
    const base = await storeBase(transaction, found);
    const saved = await transaction.query<SavedScenario>(update(id, draftNumber, sql`base = ${base}`));
    await transaction.query(FORGOTTEN);
    return savedOr(transaction, id, saved);
  });
}

/** Takes a draft away. `published` and nothing done when it has versions; undefined when there is no such draft. */
export function removeDraft(database: Database, id: string): Promise<'removed' | 'published' | undefined> {
  return database.transaction(async transaction => {
    const [there] = await transaction.query<{ published: boolean }>(sql`
      select exists (select from scenario_version where scenario = scenario.id) as published
      from scenario where id = ${id} for update`);
    if (there === undefined) return undefined;
    if (there.published) return 'published';
    await transaction.query(sql`delete from scenario where id = ${id}`);
    await transaction.query(FORGOTTEN);
    return 'removed';
  });
}
