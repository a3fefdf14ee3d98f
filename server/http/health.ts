import { Hono } from 'hono';
import { pingDatabase } from '../queries/health.ts';
import type { AppContext, AppEnv } from './context.ts';
import { Refusal } from './problem.ts';

/** What the process knows of itself; `draining` once it has been asked to stop. */
export interface ProcessState {
  draining: boolean;
}

/** `/health/live`: the process runs. `/health/ready`: it takes requests, its first data are there and the database answers. */
export function healthRoutes({ database, preparing }: AppContext, state: ProcessState): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/live', c => c.json({ status: 'live' }, 200, { 'Cache-Control': 'no-store' }))
    .get('/ready', async c => {
      if (state.draining) throw new Refusal('unavailable', 'Stopping.');
      const busy = preparing?.();
      if (busy) throw new Refusal('unavailable', `Preparing: ${busy.step}.`);
      await pingDatabase(database);
      return c.json({ status: 'ready' }, 200, { 'Cache-Control': 'no-store' });
    });
}
