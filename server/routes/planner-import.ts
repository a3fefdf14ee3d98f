import { type Context, Hono } from 'hono';
import {
  type DataRevisions,
  ImportAnswers,
  type ImportJob,
  type ImportJobs,
  ImportUpload,
  Restoration,
  RevisionQuery,
} from '../contract/import-job.ts';
import { IdParameters, NoQuery } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found, Refusal } from '../http/problem.ts';
import { bodyOf, paramsOf, queryOf } from '../http/validate.ts';
import { type ImportRunner, WrongState } from '../imports/runner.ts';
import { dataRevisions } from '../queries/import-job.ts';

/** Who did it, as the catalogue shows it. */
export const madeBy = (c: Context<AppEnv>): string => c.get('viewerName') ?? 'planner';

/** What came of asking for it. @throws Refusal not-found, conflict */
async function stateOf(asked: Promise<ImportJob | undefined>): Promise<ImportJob> {
  const job = await asked.catch(error => {
    if (!(error instanceof WrongState)) throw error;
    throw new Refusal('conflict', 'The import is not where this can be asked of it. Ask for it anew.');
  });
  return found(job, 'import');
}

function fileType(c: Context<AppEnv>): void {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/octet-stream')
    throw new Refusal(
      'unsupported-media-type',
      'The file itself must be the body: application/octet-stream.',
    );
}

/** Imports by upload: look, answer, apply; and putting an earlier revision back. */
export function plannerImportRoutes({ database }: AppContext, runner: ImportRunner): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/planner/imports', async c => {
      queryOf(c, NoQuery);
      return c.json({ imports: await runner.jobs() } satisfies ImportJobs);
    })
    .post('/planner/imports', async c => {
      const { name } = queryOf(c, ImportUpload);
      fileType(c);
      const length = c.req.header('Content-Length');
      const stated = length === undefined ? undefined : Number(length);
      return c.json(await runner.receive(c.req.raw.body, { name, stated, madeBy: madeBy(c) }));
    })
    .get('/planner/imports/:id', async c => {
      queryOf(c, NoQuery);
      return c.json(found(await runner.job(paramsOf(c, IdParameters).id), 'import'));
    })
    .put('/planner/imports/:id/answers', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      const { options } = await bodyOf(c, ImportAnswers);
      return c.json(await stateOf(runner.answer(id, options)));
    })
    .post('/planner/imports/:id/application', async c => {
      queryOf(c, NoQuery);
      return c.json(await stateOf(runner.apply(paramsOf(c, IdParameters).id)));
    })
    .post('/planner/imports/:id/cancellation', async c => {
      queryOf(c, NoQuery);
      return c.json(await stateOf(runner.cancel(paramsOf(c, IdParameters).id)));
    })
    .get('/planner/revisions', async c => {
      const { municipality } = queryOf(c, RevisionQuery);
      const revisions = await dataRevisions(database.as('planner'), municipality);
      return c.json({ revisions } satisfies DataRevisions);
    })
    .post('/planner/restorations', async c => {
      queryOf(c, NoQuery);
      const { municipality, revision } = await bodyOf(c, Restoration);
      return c.json(await runner.restore(municipality, revision, madeBy(c)));
    });
}
