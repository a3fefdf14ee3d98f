import { type Context, Hono } from 'hono';
import { type SeriesList, SeriesQuery } from '../contract/series.ts';
import type { AppContext, AppEnv, Viewer } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { queryOf } from '../http/validate.ts';
import { accessesOf } from '../policy/access.ts';
import { municipalityRevision } from '../queries/municipality.ts';
import { seriesOf } from '../queries/series.ts';

/** Series: open ones for everyone; under `planner` also those that only planners may see. */
export function seriesRoutes({ database }: AppContext): Hono<AppEnv> {
  const answer = (viewer: Viewer) => async (c: Context<AppEnv>) => {
    const session = database.as(viewer);
    const { municipality } = queryOf(c, SeriesQuery);
    const revision = found(await municipalityRevision(session, municipality), 'municipality');
    const series = await seriesOf(session, municipality, accessesOf(viewer));
    return c.json({ revision, series } satisfies SeriesList);
  };
  return new Hono<AppEnv>().get('/series', answer('visitor')).get('/planner/series', answer('planner'));
}
