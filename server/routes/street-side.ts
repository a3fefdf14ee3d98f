import { Hono } from 'hono';
import { StreetSideQuery, type StreetSides } from '../contract/street-side.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { queryOf } from '../http/validate.ts';
import { municipalityRevision } from '../queries/municipality.ts';
import { streetSides } from '../queries/street-side.ts';

/** Sides of the streets in centres: where they run; their figures are in the cube. */
export function streetSideRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('visitor');
  return new Hono<AppEnv>().get('/street-sides', async c => {
    const { municipality } = queryOf(c, StreetSideQuery);
    const revision = found(await municipalityRevision(session, municipality), 'municipality');
    return c.json({
      revision,
      streetSides: await streetSides(session, municipality),
    } satisfies StreetSides);
  });
}
