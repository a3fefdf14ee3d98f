import { Hono } from 'hono';
import { DatasetQuery, type Datasets, RejectedRowQuery, type RejectedRows } from '../contract/dataset.ts';
import { IdParameters } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { pageOf } from '../http/page.ts';
import { found } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import { datasets, rejectedRows } from '../queries/dataset.ts';

/** What was loaded; under `planner` also what was not, and why. */
export function datasetRoutes({ database }: AppContext): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/datasets', async c => {
      const { municipality } = queryOf(c, DatasetQuery);
      const list = await datasets(database.as('visitor'), municipality);
      return c.json({ datasets: list } satisfies Datasets);
    })
    .get('/planner/datasets/:id/rejected-rows', async c => {
      const { id } = paramsOf(c, IdParameters);
      const { limit, after } = queryOf(c, RejectedRowQuery);
      const page = { limit: limit + 1, after };
      const rejected = found(await rejectedRows(database.as('planner'), id, page), 'dataset');
      const { rows, next } = pageOf(rejected.rows, limit, { url: c.req.url, key: row => row.number });
      return c.json({ ...rejected, rows, next } satisfies RejectedRows);
    });
}
