import type { Context, Next } from 'hono';
import { getCookie } from 'hono/cookie';
import { sessionRole } from '../queries/session.ts';
import type { AppContext, AppEnv } from './context.ts';
import { Refusal } from './problem.ts';

/** Cookie that carries the session; HttpOnly. */
export const SESSION_COOKIE = 'kernkaart_session';
/** Readable by the page, so that a visitor's browser never asks an address of the planner's. No right hangs on it. */
export const ROLE_COOKIE = 'kernkaart_role';

/**
 * Decides who asks, from the session cookie. Mounted on the planner's addresses only: a public address
 * means the same bytes for everyone, so nobody's cookie is read there.
 */
export function viewerFromSession({ database }: AppContext) {
  return async (c: Context<AppEnv>, next: Next): Promise<void> => {
    const token = getCookie(c, SESSION_COOKIE);
    const role = token === undefined ? undefined : await sessionRole(database, token);
    c.set('viewer', role ?? 'visitor');
    c.header('Cache-Control', 'private, no-store');
    c.header('Vary', 'Cookie', { append: true });
    await next();
  };
}

/** Lets planners pass; everybody else gets 401, whether the address exists or not. */
export async function plannersOnly(c: Context<AppEnv>, next: Next): Promise<void> {
  if (c.get('viewer') !== 'planner') throw new Refusal('not-signed-in', 'This address is for planners.');
  await next();
}
