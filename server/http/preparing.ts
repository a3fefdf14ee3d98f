import type { Context, Next } from 'hono';
import type { AppContext, AppEnv } from './context.ts';
import { Refusal } from './problem.ts';

/**
 * While the first start loads data the embedded engine has no time for anything else: what would wait for it
 * is refused at once, so that nobody waits in vain. @param open paths that answer without the database
 */
export function whilePreparing({ preparing }: AppContext, open: readonly string[]) {
  return async (c: Context<AppEnv>, next: Next): Promise<void> => {
    const busy = preparing?.();
    if (busy && !open.includes(c.req.path))
      throw new Refusal('unavailable', `The first data are being loaded (${busy.step}); try again.`);
    await next();
  };
}
