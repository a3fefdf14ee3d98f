import type { Database, Session } from '../../geodata/database/database.ts';
import { NO_SQL, type Sql, sql } from '../../geodata/database/sql.ts';
import type { PublishedScenario, ScenarioSettings } from '../contract/published-scenario.ts';
import type { ScenarioDecision } from '../contract/scenario.ts';
import type { Scenarios, ScenarioVersion, VersionSummary } from '../contract/scenario-version.ts';

const SUMMARY = sql`jsonb_build_object('version', version, 'status', status, 'title', line -> 'title',
  'publishedAt', line -> 'publishedAt', 'decision', decision)`;

/**
 * The versions of a scenario in order, as one JSON value of a statement.
 * @param scenario its id, as a column with the name of its table: `published_scenario` is looked at first
 */
export const versionSummaries = (scenario: Sql): Sql => sql`(
  select coalesce(jsonb_agg(${SUMMARY} order by version), '[]') from published_scenario where scenario = ${scenario})`;

type Beside = Pick<PublishedScenario, 'status' | 'decision' | 'withdrawn'>;
type VersionRow = Beside & Omit<ScenarioVersion, 'scenario'> & { content: PublishedScenario };

/** What was published, with what was written beside it since. */
function versionOf({ content, versions, currentRevision, ...beside }: VersionRow): ScenarioVersion {
  return { scenario: { ...content, ...beside }, versions, currentRevision };
}

/** One version as anybody may see it, the latest without a number; undefined when there is none. */
export async function publishedVersion(
  session: Session,
  scenario: string,
  version?: number,
): Promise<ScenarioVersion | undefined> {
  const wanted = version === undefined ? NO_SQL : sql`and version = ${version}`;
  const [row] = await session.query<VersionRow>(sql`
    select content, status, decision, withdrawn, municipality.revision as "currentRevision",
      ${versionSummaries(sql`shown.scenario`)} as versions
    from published_scenario shown left join municipality on municipality.code = shown.municipality
    where scenario = ${scenario} ${wanted} order by version desc limit 1`);
  return row && versionOf(row);
}

/**
 * What the open assumptions of a version give (ScenarioSettings), as the JSON text that was stored: it has megabytes,
 * and nothing in it is looked at here. Undefined when there is no such version.
 */
export async function publishedSettings(
  session: Session,
  scenario: string,
  version: number,
): Promise<string | undefined> {
  const [row] = await session.query<{ settings: string }>(sql`
    select settings::text as settings from published_scenario where scenario = ${scenario} and version = ${version}`);
  return row?.settings;
}

/** Scenarios of a municipality that have a version for everyone, the latest of each; newest first. */
export async function publishedScenarios(
  session: Session,
  municipality: string,
): Promise<Scenarios['scenarios']> {
  return session.query<Scenarios['scenarios'][number]>(sql`
    select scenario as id, line ->> 'title' as title, line ->> 'summary' as summary, line -> 'area' as area,
      nullif(line -> 'amendmentOf', 'null') as "amendmentOf", ${SUMMARY} as latest
    from (select distinct on (scenario) * from published_scenario
      where municipality = ${municipality} order by scenario, version desc) as latest
    order by line ->> 'publishedAt' desc, scenario`);
}

/** A version that is ready to be kept. */
export interface NewVersion {
  /** The draft that it was made of. */
  draftNumber: number;
  /** Canonical text of the archive, and its SHA-256. */
  archive: string;
  content: PublishedScenario;
  settings: ScenarioSettings;
}

/** What lists show of a version. */
function lineOf({ title, summary, area, amendmentOf, publishedAt }: PublishedScenario) {
  const { id, kind, name } = area;
  return { title, summary, area: { id, kind, name }, amendmentOf, publishedAt };
}

/**
 * Keeps a version for ever, unless the draft was saved or published meanwhile.
 * @returns `conflict`: the draft has another number by now; `taken`: another version got this number
 */
export function keepVersion(
  database: Database,
  { draftNumber, archive, content, settings }: NewVersion,
): Promise<VersionSummary | 'conflict' | 'taken'> {
  const { id, version, municipality, checksum, software, revision, publishedAt } = content;
  return database.transaction(async transaction => {
    // One after the other: of two that publish at once the second sees the version of the first.
    const [draft] = await transaction.query<{ draftNumber: number }>(sql`
      select draft_number as "draftNumber" from scenario where id = ${id} for update`);
    if (draft?.draftNumber !== draftNumber) return 'conflict';
    const [last] = await transaction.query<{ version: number }>(sql`
      select coalesce(max(version), 0) as version from scenario_version where scenario = ${id}`);
    if (last!.version !== version - 1) return 'taken';
    await transaction.query(sql`
      insert into scenario_version
        (scenario, version, municipality, archive, checksum, software, revision, published_at)
      values (${id}, ${version}, ${municipality}, ${archive}, ${checksum}, ${software}, ${revision}, ${publishedAt})`);
    const [row] = await transaction.query<{ summary: VersionSummary }>(sql`
      insert into published_scenario (scenario, version, municipality, content, settings, line, status)
      values (${id}, ${version}, ${municipality}, ${content}, ${settings}, ${lineOf(content)}, 'published')
      returning ${SUMMARY} as summary`);
    return row!.summary;
  });
}

/** Exact archive text of a version with its checksum; undefined when there is no such version. Planners only. */
export async function archiveOf(
  session: Session,
  scenario: string,
  version: number,
): Promise<{ archive: string; checksum: string } | undefined> {
  const [row] = await session.query<{ archive: string; checksum: string }>(sql`
    select archive, checksum from scenario_version where scenario = ${scenario} and version = ${version}`);
  return row;
}

type Written = VersionSummary | 'written-before' | undefined;

/** Writes beside a version where nothing was written before, or the same: who tries again gets the same answer. */
async function writeBeside(
  database: Database,
  [scenario, version]: readonly [string, number],
  { change, when }: { change: Sql; when: Sql },
): Promise<Written> {
  const ofVersion = sql`scenario = ${scenario} and version = ${version}`;
  const [row] = await database.query<{ summary: VersionSummary }>(sql`
    update published_scenario set ${change} where ${ofVersion} and ${when} returning ${SUMMARY} as summary`);
  if (row !== undefined) return row.summary;
  const [there] = await database.query(sql`select from published_scenario where ${ofVersion}`);
  return there && 'written-before';
}

/** Lets a version belong to a decision, once; a withdrawn one cannot any more. Undefined: no such version. */
export function writeDecision(
  database: Database,
  version: readonly [string, number],
  decision: ScenarioDecision,
): Promise<Written> {
  return writeBeside(database, version, {
    change: sql`decision = ${decision}, status = 'decision'`,
    when: sql`((decision is null and withdrawn is null) or decision = ${decision}::jsonb)`,
  });
}

/**
 * Withdraws a version, once: it stays as it was and shows the message. One that belongs to a decision keeps that status.
 * @param withdrawal day (ISO) and reason
 */
export function writeWithdrawal(
  database: Database,
  version: readonly [string, number],
  withdrawal: { on: string; reason: string },
): Promise<Written> {
  return writeBeside(database, version, {
    change: sql`withdrawn = coalesce(withdrawn, ${withdrawal}::jsonb),
      status = case when decision is null then 'withdrawn' else status end`,
    when: sql`(withdrawn is null or withdrawn ->> 'reason' = ${withdrawal.reason})`,
  });
}
