import { Hono } from 'hono';
import { StreetQuery, type Streets } from '../contract/street.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { pageOf } from '../http/page.ts';
import { found } from '../http/problem.ts';
import { queryOf } from '../http/validate.ts';
import { municipalityRevision } from '../queries/municipality.ts';
import { streets } from '../queries/street.ts';

/** Streets by name and place. */
export function streetRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('visitor');
  return new Hono<AppEnv>().get('/streets', async c => {
    const query = queryOf(c, StreetQuery);
    const revision = found(await municipalityRevision(session, query.municipality), 'municipality');
    const list = await streets(session, { ...query, limit: query.limit + 1 });
    const { rows, next } = pageOf(list, query.limit, { url: c.req.url, key: street => street.id });
    return c.json({ revision, streets: rows, next } satisfies Streets);
  });
}
