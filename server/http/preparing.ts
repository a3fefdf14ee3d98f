import type { Context, Next } from 'hono';
import type { AppContext, AppEnv } from './context.ts';
import { problemResponse, Refusal } from './problem.ts';

/**
 * While the first start loads data the embedded engine has no time for anything else: what would wait for it
 * is refused at once, so that nobody waits in vain. That is no fault, so nothing is logged.
 * @param open paths that answer without the database
 */
export function whilePreparing({ preparing }: AppContext, open: readonly string[] = []) {
  return async (c: Context<AppEnv>, next: Next): Promise<Response | undefined> => {
    const busy = preparing?.();
    if (busy && !open.includes(c.req.path))
      return problemResponse(c, new Refusal('preparing', `The first data are being loaded: ${busy.step}.`));
    await next();
    return undefined;
  };
}
