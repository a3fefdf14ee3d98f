import { Hono } from 'hono';
import { pingDatabase } from '../queries/health.ts';
import type { AppContext, AppEnv } from './context.ts';
import { whilePreparing } from './preparing.ts';
import { Refusal } from './problem.ts';

/** What the process knows of itself; `draining` once it has been asked to stop. */
export interface ProcessState {
  draining: boolean;
}

/** `/health/live`: the process runs. `/health/ready`: it takes requests, its first data are there and the database answers. */
export function healthRoutes(context: AppContext, state: ProcessState): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/live', c => c.json({ status: 'live' }, 200, { 'Cache-Control': 'no-store' }))
    .get('/ready', whilePreparing(context), async c => {
      if (state.draining) throw new Refusal('unavailable', 'Stopping.');
      await pingDatabase(context.database);
      return c.json({ status: 'ready' }, 200, { 'Cache-Control': 'no-store' });
    });
}
