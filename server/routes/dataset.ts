import { Hono } from 'hono';
import {
  DatasetQuery,
  type Datasets,
  RejectedRowQuery,
  type RejectedRows,
  RejectedRowsFileQuery,
} from '../contract/dataset.ts';
import { IdParameters, NoQuery } from '../contract/primitives.ts';
import { dcatCatalogue } from '../exports/dcat.ts';
import { rejectedRowsCsv } from '../exports/rejected-rows.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { pageOf } from '../http/page.ts';
import { found } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import { datasets, everyRejectedRow, rejectedRows } from '../queries/dataset.ts';
import { municipalities } from '../queries/municipality.ts';
import { originOfRequest } from './embed.ts';

const LINKED_DATA = 'application/ld+json';

async function linkedCatalogue(context: AppContext, origin: string): Promise<string> {
  const session = context.database.as('visitor');
  const [all, places] = [await datasets(session), await municipalities(session)];
  const names = new Map(places.map(({ code, name }) => [code, name]));
  return JSON.stringify(dcatCatalogue({ origin, contact: context.config.contact, datasets: all, names }));
}

/** What was loaded; under `planner` also what was not, and why. */
export function datasetRoutes(context: AppContext): Hono<AppEnv> {
  const { database } = context;
  return new Hono<AppEnv>()
    .get('/datasets.jsonld', async c => {
      queryOf(c, NoQuery);
      const text = await linkedCatalogue(context, originOfRequest(context, c));
      return c.body(text, 200, { 'Content-Type': LINKED_DATA });
    })
    .get('/planner/datasets/:id/rejected-rows.csv', async c => {
      const { language } = queryOf(c, RejectedRowsFileQuery);
      const { id } = paramsOf(c, IdParameters);
      const rejected = found(await everyRejectedRow(database.as('planner'), id), 'dataset');
      return c.body(rejectedRowsCsv(rejected, language), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="kernkaart-${language === 'nl' ? 'geweigerd' : 'rejected'}.csv"`,
      });
    })
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
