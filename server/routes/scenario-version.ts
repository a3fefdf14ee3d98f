import { Hono } from 'hono';
import { faultSentence } from '../../geodata/vocabulary/scenario-fault.ts';
import { IdParameters, NoQuery } from '../contract/primitives.ts';
import { ScenarioDecision } from '../contract/scenario.ts';
import type { ScenarioFault } from '../contract/scenario-result.ts';
import {
  type PublishedVersion,
  PublishScenario,
  type ScenarioSharing,
  VersionParameters,
  type VersionSummary,
  Withdrawal,
} from '../contract/scenario-version.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found, Refusal } from '../http/problem.ts';
import { bodyOf, paramsOf, queryOf } from '../http/validate.ts';
import { endSharing, share } from '../queries/scenario-sharing.ts';
import { writeDecision, writeWithdrawal } from '../queries/scenario-version.ts';
import { publishDraft, sharedContent } from './scenario-archive.ts';

/** Field of what is wrong with the scenario as a whole. */
const WHOLE = 'document';

function notPublishable(faults: readonly ScenarioFault[]): Refusal {
  const errors = faults.map(fault => ({
    field: fault.field ?? WHOLE,
    message: faultSentence(fault, 'en'),
  }));
  return new Refusal('not-publishable', 'The draft is saved, but cannot be published like this.', errors);
}

/** @throws Refusal immutable, not-found */
function written(result: VersionSummary | 'written-before' | undefined): PublishedVersion {
  const version = found(result, 'version');
  if (version === 'written-before')
    throw new Refusal('immutable', 'A decision or a withdrawal is written beside this version already.');
  return { version };
}

/** Today in the Netherlands, ISO. */
const today = (): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format(new Date());

/** From draft to readers: sharing by link, publishing, and what is written beside a version; planners only. */
export function scenarioVersionRoutes({ database }: AppContext): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .post('/planner/scenarios/:id/sharing', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      const content = found(await sharedContent(database.as('planner'), id), 'scenario');
      const key = found(await share(database, content), 'scenario');
      return c.json({ key } satisfies ScenarioSharing);
    })
    .delete('/planner/scenarios/:id/sharing', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      found((await endSharing(database, id)) || undefined, 'scenario');
      return c.json({ key: null } satisfies ScenarioSharing);
    })
    .post('/planner/scenarios/:id/versions', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      const { draftNumber } = await bodyOf(c, PublishScenario);
      const published = found(await publishDraft(database, id, draftNumber), 'scenario');
      if (published === 'conflict')
        throw new Refusal(
          'conflict',
          'Somebody saved this scenario after you looked: nothing was published.',
        );
      if ('faults' in published) throw notPublishable(published.faults);
      return c.json({ version: published } satisfies PublishedVersion);
    })
    .put('/planner/scenarios/:id/versions/:version/decision', async c => {
      queryOf(c, NoQuery);
      const { id, version } = paramsOf(c, VersionParameters);
      const decision = await bodyOf(c, ScenarioDecision);
      return c.json(written(await writeDecision(database, [id, version], decision)));
    })
    .put('/planner/scenarios/:id/versions/:version/withdrawal', async c => {
      queryOf(c, NoQuery);
      const { id, version } = paramsOf(c, VersionParameters);
      const { reason } = await bodyOf(c, Withdrawal);
      return c.json(written(await writeWithdrawal(database, [id, version], { on: today(), reason })));
    });
}
