import { Hono } from 'hono';
import type { Municipalities } from '../contract/municipality.ts';
import { NoQuery } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { queryOf } from '../http/validate.ts';
import { municipalities } from '../queries/municipality.ts';
import { currentRevision } from '../queries/revision.ts';

/** Which municipalities this instance serves; answers while the first one is being loaded, without the database. */
export function municipalityRoutes({ database, config, preparing }: AppContext): Hono<AppEnv> {
  const session = database.as('visitor');
  const reportAddress = config.reportAddress ?? null;
  return new Hono<AppEnv>().get('/municipalities', async c => {
    queryOf(c, NoQuery);
    const busy = preparing?.() ?? null;
    const nothing = { revision: 0, municipalities: [] };
    if (busy) return c.json({ ...nothing, preparing: busy, reportAddress } satisfies Municipalities);
    const [revision, list] = await Promise.all([currentRevision(session), municipalities(session)]);
    const answer = { revision, municipalities: list, preparing: null, reportAddress };
    return c.json(answer satisfies Municipalities);
  });
}
