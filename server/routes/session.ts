import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { NoQuery } from '../contract/primitives.ts';
import { type SessionState, SignIn } from '../contract/session.ts';
import type { AppContext, AppEnv, Viewer } from '../http/context.ts';
import { Refusal } from '../http/problem.ts';
import { bodyOf, queryOf } from '../http/validate.ts';
import { forgetSession, ROLE_COOKIE, SESSION_COOKIE } from '../http/viewer.ts';
import { beginSession, endSession, SESSION_HOURS } from '../queries/session.ts';

const stateOf = (role: Viewer): SessionState => ({ signedIn: role !== 'visitor', role });

/** Sign-in by a one-time link, sign-out, and who is signed in (which visitors may ask too). */
export function sessionRoutes({ database, config }: AppContext): Hono<AppEnv> {
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  const cookie = { path: '/', sameSite: 'Strict', secure, maxAge: SESSION_HOURS * 3600 } as const;

  function forget(c: Context<AppEnv>): void {
    deleteCookie(c, SESSION_COOKIE, { path: '/', secure });
    deleteCookie(c, ROLE_COOKIE, { path: '/', secure });
  }

  return new Hono<AppEnv>()
    .get('/planner/session', c => {
      queryOf(c, NoQuery);
      const viewer = c.get('viewer');
      // A session that is over leaves cookies behind: without them the browser stops asking as a planner.
      if (viewer === 'visitor' && (getCookie(c, ROLE_COOKIE) ?? getCookie(c, SESSION_COOKIE))) forget(c);
      return c.json(stateOf(viewer));
    })
    .post('/planner/session', async c => {
      queryOf(c, NoQuery);
      const { token } = await bodyOf(c, SignIn);
      const session = await beginSession(database, token);
      if (session === undefined)
        throw new Refusal('sign-in-refused', 'The link was used already, is out of date or is not ours.');
      setCookie(c, SESSION_COOKIE, session, { ...cookie, httpOnly: true });
      setCookie(c, ROLE_COOKIE, 'planner', cookie);
      return c.json(stateOf('planner'));
    })
    .delete('/planner/session', async c => {
      queryOf(c, NoQuery);
      const session = getCookie(c, SESSION_COOKIE);
      if (session !== undefined) {
        await endSession(database, session);
        forgetSession(session);
      }
      forget(c);
      return c.json(stateOf('visitor'));
    });
}
