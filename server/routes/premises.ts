import { Hono } from 'hono';
import { PremisesQuery } from '../contract/premises.ts';
import { IdParameters, NoQuery } from '../contract/primitives.ts';
import { frameAnswer } from '../http/answer.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import { accessesOf } from '../policy/access.ts';
import { premisesById } from '../queries/premises.ts';
import { premisesFrame } from '../queries/premises-frame.ts';
import { seriesDates } from '../queries/series.ts';

/** Premises one by one and all at once; planners only. */
export function premisesRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('planner');
  return new Hono<AppEnv>()
    .get('/planner/premises', async c => {
      const { municipality, series } = queryOf(c, PremisesQuery);
      const known = found(await seriesDates(session, series, accessesOf('planner')), 'series');
      found(known.municipality === municipality || undefined, 'series');
      return frameAnswer(c, await premisesFrame(session, series, known));
    })
    .get('/planner/premises/:id', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      return c.json(found(await premisesById(session, id), 'premises'));
    });
}
