import type { Context, Next } from 'hono';
import type { AppContext, AppEnv } from './context.ts';
import { Refusal } from './problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/**
 * Refuses writes that a browser sends for another site. Browsers always send `Sec-Fetch-Site` or
 * `Origin` with a write; a program that sends neither has no cookie of somebody else to misuse.
 */
export function sameSiteWrites({ config }: AppContext) {
  const known = config.publicUrl === undefined ? undefined : hostOf(config.publicUrl);
  return async (c: Context<AppEnv>, next: Next): Promise<void> => {
    const site = c.req.header('Sec-Fetch-Site');
    const origin = c.req.header('Origin');
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    const host = origin === undefined ? undefined : (hostOf(origin) ?? '');
    const foreignOrigin = host !== undefined && host !== c.req.header('Host') && host !== known;
    if (!SAFE.has(c.req.method) && (foreignSite || foreignOrigin))
      throw new Refusal('cross-site', 'Writes are taken from pages of this instance only.');
    await next();
  };
}
