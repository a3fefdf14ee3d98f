import { type Context, Hono } from 'hono';
import type { Session } from '../../geodata/database/database.ts';
import { type ListExport, rejectedRowsFile, roundFile } from '../../geodata/sources/vacancy-list/export.ts';
import {
  DatasetQuery,
  type Datasets,
  RejectedRowQuery,
  type RejectedRows,
  RowsFileQuery,
} from '../contract/dataset.ts';
import { IdParameters, NoQuery } from '../contract/primitives.ts';
import { dcatCatalogue } from '../exports/dcat.ts';
import { rejectedRowsCsv } from '../exports/rejected-rows.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { pageOf } from '../http/page.ts';
import { found } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import { datasets, everyRejectedRow, rejectedRows, roundOfDataset } from '../queries/dataset.ts';
import { municipalities } from '../queries/municipality.ts';
import { originOfRequest } from './embed.ts';

const LINKED_DATA = 'application/ld+json';

async function linkedCatalogue(context: AppContext, origin: string): Promise<string> {
  const session = context.database.as('visitor');
  const [all, places] = [await datasets(session), await municipalities(session)];
  const names = new Map(places.map(({ code, name }) => [code, name]));
  return JSON.stringify(dcatCatalogue({ origin, contact: context.config.contact, datasets: all, names }));
}

/** Of a list the rows in its own layout; of anything else one row for each object. @throws Refusal not-found */
async function rejectedFile(session: Session, id: string, language: 'nl' | 'en'): Promise<ListExport> {
  const list = await rejectedRowsFile(session, id, language);
  if (list !== undefined) return list;
  const text = rejectedRowsCsv(found(await everyRejectedRow(session, id), 'dataset'), language);
  const name = language === 'nl' ? 'kernkaart-niet-geladen.csv' : 'kernkaart-not-loaded.csv';
  return { name, mediaType: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(text) };
}

/** A file to keep; its name may have any letter (RFC 6266). */
function fileAnswer(c: Context<AppEnv>, { name, bytes }: ListExport): Response {
  const plain = name.replace(/[^\w. -]/g, '_');
  return c.body(new Uint8Array(bytes), 200, {
    // Of two kinds, and to be kept in any case: the name says which.
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
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
    .get('/planner/datasets/:id/rejected-rows/file', async c => {
      const { language } = queryOf(c, RowsFileQuery);
      const { id } = paramsOf(c, IdParameters);
      return fileAnswer(c, await rejectedFile(database.as('planner'), id, language));
    })
    .get('/planner/datasets/:id/round', async c => {
      const { language } = queryOf(c, RowsFileQuery);
      const { id } = paramsOf(c, IdParameters);
      const session = database.as('planner');
      const round = found(await roundOfDataset(session, id), 'round');
      return fileAnswer(c, found(await roundFile(session, round, language), 'round'));
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
