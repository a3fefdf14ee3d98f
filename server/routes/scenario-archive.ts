import type { Database, Session } from '../../geodata/database/database.ts';
import type { PublishedScenario } from '../contract/published-scenario.ts';
import type { ScenarioFault } from '../contract/scenario-result.ts';
import type { ScenarioArchive, VersionSummary } from '../contract/scenario-version.ts';
import { recompute } from '../planning/recompute.ts';
import { publishedScenario, publishedSettings } from '../policy/scenario.ts';
import { type Checksummed, checksummed } from '../queries/scenario-checksum.ts';
import { type Conflict, type WholeDraft, wholeDraft } from '../queries/scenario-draft.ts';
import { keepVersion } from '../queries/scenario-version.ts';
import { SOFTWARE } from '../software.ts';

/** Times that a version is made anew because another one took its number: planners are few. */
const ATTEMPTS = 5;

/** Everything a draft comes to, as it is kept. @param version 0 for what is only shared by link */
function archiveDraft(id: string, draft: WholeDraft, version: number): ScenarioArchive {
  const { document, base, ground } = draft;
  const result = recompute(document, base);
  return { format: 'kernkaart-scenario-1', id, version, software: SOFTWARE, document, base, ground, result };
}

type Meta = Pick<PublishedScenario, 'status' | 'publishedAt' | 'checksum' | 'amendmentOf'>;

/** What anybody may see of an archive, nothing decided or withdrawn yet. */
function contentOf(archive: ScenarioArchive, meta: Meta): PublishedScenario {
  return publishedScenario(archive, { ...meta, decision: null, withdrawn: null });
}

function metaOf({ amendmentOf }: WholeDraft, { checksum }: Checksummed, status: Meta['status']): Meta {
  return { status, publishedAt: new Date().toISOString(), checksum, amendmentOf };
}

/** Why a draft cannot become a version. */
export interface NotPublishable {
  faults: ScenarioFault[];
}

/**
 * Makes a version of a draft: computes it, lets it pass the policy and keeps it for ever. A draft that did not change
 * since its last version may be published again: that is a new version with a date of its own.
 * @param draftNumber of the draft that whoever publishes has seen
 * @returns `conflict` when it was saved meanwhile, the errors that keep it from being published, or undefined when
 *   there is no such draft
 */
export async function publishDraft(
  database: Database,
  id: string,
  draftNumber: number,
): Promise<VersionSummary | Conflict | NotPublishable | undefined> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const draft = await wholeDraft(database.as('planner'), id);
    if (draft === undefined) return undefined;
    if (draft.draftNumber !== draftNumber) return 'conflict';
    const archive = archiveDraft(id, draft, draft.nextVersion);
    const faults = archive.result.faults.filter(({ severity }) => severity === 'error');
    if (faults.length > 0) return { faults };
    const kept = checksummed(archive);
    const content = contentOf(archive, metaOf(draft, kept, 'published'));
    const version = { draftNumber, archive: kept.text, content, settings: await publishedSettings(archive) };
    const summary = await keepVersion(database, version);
    if (summary !== 'taken') return summary;
  }
  throw new Error(`scenario ${id} could not be published: every number was taken by another version`);
}

/** A draft as anybody with its link sees it, unfinished or not; undefined when there is no such draft. */
export async function sharedContent(session: Session, id: string): Promise<PublishedScenario | undefined> {
  const draft = await wholeDraft(session, id);
  if (draft === undefined) return undefined;
  const archive = archiveDraft(id, draft, 0);
  return contentOf(archive, metaOf(draft, checksummed(archive), 'shared'));
}
