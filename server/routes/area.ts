import { Hono } from 'hono';
import { AreaQuery, type Areas } from '../contract/area.ts';
import { IdParameters, NoQuery } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import { areaById, areas } from '../queries/area.ts';
import { municipalityRevision } from '../queries/municipality.ts';

/** Areas and policy zones. */
export function areaRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('visitor');
  return new Hono<AppEnv>()
    .get('/areas', async c => {
      const { municipality, kind } = queryOf(c, AreaQuery);
      const revision = found(await municipalityRevision(session, municipality), 'municipality');
      return c.json({ revision, areas: await areas(session, municipality, kind) } satisfies Areas);
    })
    .get('/areas/:id', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      return c.json(found(await areaById(session, id), 'area'));
    });
}
