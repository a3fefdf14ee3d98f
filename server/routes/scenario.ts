import { Hono } from 'hono';
import { IdParameters, NoQuery } from '../contract/primitives.ts';
import {
  ScenarioQuery,
  type Scenarios,
  SharedScenarioKey,
  VersionParameters,
} from '../contract/scenario-version.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { bodyOf, paramsOf, queryOf } from '../http/validate.ts';
import { sharedByKey } from '../queries/scenario-sharing.ts';
import { publishedScenarios, publishedSettings, publishedVersion } from '../queries/scenario-version.ts';

/** Versions of scenarios, as anybody may see them, and what is shared by link for who has its key. */
export function scenarioRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('visitor');
  return (
    new Hono<AppEnv>()
      .get('/scenarios', async c => {
        const { municipality } = queryOf(c, ScenarioQuery);
        // No 404 for a municipality that is not here any more: what was published of it stays.
        return c.json({ scenarios: await publishedScenarios(session, municipality) } satisfies Scenarios);
      })
      .get('/scenarios/:id', async c => {
        queryOf(c, NoQuery);
        const { id } = paramsOf(c, IdParameters);
        return c.json(found(await publishedVersion(session, id), 'scenario'));
      })
      .get('/scenarios/:id/versions/:version', async c => {
        queryOf(c, NoQuery);
        const { id, version } = paramsOf(c, VersionParameters);
        return c.json(found(await publishedVersion(session, id, version), 'version'));
      })
      .get('/scenarios/:id/versions/:version/settings', async c => {
        queryOf(c, NoQuery);
        const { id, version } = paramsOf(c, VersionParameters);
        const text = found(await publishedSettings(session, id, version), 'version');
        return c.body(text, 200, { 'Content-Type': 'application/json' });
      })
      // Reads only. A POST keeps the key out of addresses, and so out of logs and histories.
      .post('/shared-scenarios', async c => {
        queryOf(c, NoQuery);
        const { key } = await bodyOf(c, SharedScenarioKey);
        c.header('Cache-Control', 'no-store');
        return c.json(found(await sharedByKey(session, key), 'shared scenario'));
      })
  );
}
