import { Hono } from 'hono';
import type { Municipalities } from '../contract/municipality.ts';
import { NoQuery } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { queryOf } from '../http/validate.ts';
import { municipalities } from '../queries/municipality.ts';
import { currentRevision } from '../queries/revision.ts';

/** Which municipalities this instance serves. */
export function municipalityRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('visitor');
  return new Hono<AppEnv>().get('/municipalities', async c => {
    queryOf(c, NoQuery);
    const [revision, list] = await Promise.all([currentRevision(session), municipalities(session)]);
    return c.json({ revision, municipalities: list } satisfies Municipalities);
  });
}
