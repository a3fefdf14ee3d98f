import type { Context, Next } from 'hono';
import { getCookie } from 'hono/cookie';
import { type SessionHolder, sessionHolder } from '../queries/session.ts';
import type { AppContext, AppEnv } from './context.ts';
import { Refusal } from './problem.ts';
import { soonOr } from './soon.ts';

/** Cookie that carries the session; HttpOnly. */
export const SESSION_COOKIE = 'kernkaart_session';
/** Readable by the page, so that a visitor's browser never asks an address of the planner's. No right hangs on it. */
export const ROLE_COOKIE = 'kernkaart_role';

/** Milliseconds for which a session that was confirmed may stand in for an answer that does not come. */
const REMEMBERED = 600_000;
/** Sessions that are remembered at most. */
const MOST = 1_000;

/**
 * Holders of sessions as the database last confirmed them: where the one connection of the embedded engine is with an import,
 * the planner who began it must be able to see how far it is.
 */
const confirmed = new Map<string, { holder: SessionHolder; at: number }>();

function remember(token: string, holder: SessionHolder | undefined): SessionHolder | undefined {
  confirmed.delete(token);
  if (holder === undefined) return undefined;
  if (confirmed.size >= MOST) confirmed.delete(confirmed.keys().next().value!);
  confirmed.set(token, { holder, at: performance.now() });
  return holder;
}

/** A session that ended is remembered no more. */
export const forgetSession = (token: string): void => void confirmed.delete(token);

function holderOf(database: AppContext['database'], token: string): Promise<SessionHolder | undefined> {
  const asked = sessionHolder(database, token).then(holder => remember(token, holder));
  const known = confirmed.get(token);
  return known !== undefined && performance.now() - known.at < REMEMBERED
    ? soonOr<SessionHolder | undefined>(asked, known.holder)
    : asked;
}

/**
 * Decides who asks, from the session cookie. Mounted on the planner's addresses only: a public address
 * means the same bytes for everyone, so nobody's cookie is read there.
 */
export function viewerFromSession({ database }: AppContext) {
  return async (c: Context<AppEnv>, next: Next): Promise<void> => {
    const token = getCookie(c, SESSION_COOKIE);
    const holder = token === undefined ? undefined : await holderOf(database, token);
    c.set('viewer', holder?.role ?? 'visitor');
    c.set('viewerName', holder?.name ?? null);
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
