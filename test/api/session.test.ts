import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../geodata/database/sql.ts';
import { SessionState } from '../../server/contract/session.ts';
import { makeSignInToken } from '../../server/queries/session.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, openApi, posting, type TestApi } from './api-client.ts';

const SESSION = '/api/v1/planner/session';

/** Cookies that an answer sets, by name. */
function cookiesOf(response: Response): Record<string, string> {
  return Object.fromEntries(
    response.headers.getSetCookie().map(cookie => [cookie.slice(0, cookie.indexOf('=')), cookie]),
  );
}

const secretOf = (cookie: string): string => /=([^;]*)/.exec(cookie)![1]!;

describeOnEachEngine('a session', get => {
  let api: TestApi;
  beforeAll(() => {
    api = openApi(get().database);
  });

  const signIn = async (init: RequestInit = {}) => {
    const token = await makeSignInToken(get().database);
    const request = posting({ token });
    const headers = { ...request.headers, ...init.headers } as Record<string, string>;
    return { token, response: await api.app.request(SESSION, { ...request, headers }) };
  };

  test('a visitor is told so, without an error', async () => {
    const state = await answerOf(await api.get(SESSION), SessionState);
    expect(state).toEqual({ signedIn: false, role: 'visitor' });
  });

  test('begins with a link, lasts, and ends with signing out', async () => {
    const { response } = await signIn();
    const { kernkaart_session: session, kernkaart_role: role } = cookiesOf(response);
    expect(session).toMatch(/; HttpOnly/);
    expect(role).toMatch(/^kernkaart_role=planner;/);
    expect(role).not.toMatch(/HttpOnly/);
    for (const cookie of [session, role]) {
      expect(cookie).toMatch(/; Path=\/;.* SameSite=Strict/);
      expect(cookie).toMatch(/Max-Age=43200/);
      expect(cookie).not.toMatch(/Secure|Domain/);
    }
    const headers = { Cookie: `kernkaart_session=${secretOf(session!)}` };
    expect(await answerOf(await api.get(SESSION, headers), SessionState)).toEqual({
      signedIn: true,
      role: 'planner',
    });
    const out = await api.app.request(SESSION, { method: 'DELETE', headers });
    expect(await answerOf(out, SessionState)).toEqual({ signedIn: false, role: 'visitor' });
    for (const cookie of Object.values(cookiesOf(out))) expect(cookie).toMatch(/Max-Age=0/);
    expect((await answerOf(await api.get(SESSION, headers), SessionState)).signedIn).toBe(false);
  });

  test('only one of ten requests with one token begins a session', async () => {
    const token = await makeSignInToken(get().database);
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => api.app.request(SESSION, posting({ token }))),
    );
    expect(responses.map(response => response.status).sort()).toEqual([200, ...Array(9).fill(401)]);
  });

  test('does not begin with a token that is out of date, foreign or no token', async () => {
    const { database } = get();
    const token = await makeSignInToken(database);
    await database.query(sql`update sign_in_token set expires_at = now() - interval '1 second'`);
    expect((await api.app.request(SESSION, posting({ token }))).status).toBe(401);
    expect((await api.app.request(SESSION, posting({ token: 'x'.repeat(43) }))).status).toBe(401);
    expect((await api.app.request(SESSION, posting({ token: 'short' }))).status).toBe(400);
    expect((await api.app.request(SESSION, posting({}))).status).toBe(400);
  });

  test('is over after its time, and the cookies that are left are taken away', async () => {
    const { response } = await signIn();
    const cookie = secretOf(cookiesOf(response).kernkaart_session!);
    await get().database.query(sql`update session set expires_at = now() - interval '1 second'`);
    const headers = { Cookie: `kernkaart_session=${cookie}; kernkaart_role=planner` };
    const after = await api.get(SESSION, headers);
    expect((await answerOf(after, SessionState)).signedIn).toBe(false);
    expect(Object.keys(cookiesOf(after)).sort()).toEqual(['kernkaart_role', 'kernkaart_session']);
  });

  test('the role cookie alone opens nothing', async () => {
    const headers = { Cookie: 'kernkaart_role=planner; kernkaart_session=planner' };
    expect((await api.get('/api/v1/planner/series?municipality=GM9901', headers)).status).toBe(401);
  });

  test('neither token nor session is in the database, nor in the log', async () => {
    const { token, response } = await signIn();
    const session = secretOf(cookiesOf(response).kernkaart_session!);
    const rows = await get().database.query(sql`
      select hash from session union all select hash from sign_in_token`);
    for (const secret of [token, session]) {
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(api.log()).not.toContain(secret);
    }
  });

  describe('from another site', () => {
    test.each([
      [{ Origin: 'https://evil.example' }, 403],
      [{ Origin: 'null' }, 403],
      [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
      [{ 'Sec-Fetch-Site': 'same-site' }, 403],
      [{ Host: 'kaart.example', Origin: 'http://kaart.example.evil.example' }, 403],
      [{ Host: 'kaart.example', Origin: 'https://kaart.example', 'Sec-Fetch-Site': 'same-origin' }, 200],
      [{}, 200],
    ])('%j: %i', async (headers, status) => {
      expect((await signIn({ headers: headers as unknown as Record<string, string> })).response.status).toBe(
        status,
      );
    });
  });

  test('behind https its cookies are Secure', async () => {
    const secure = openApi(get().database, { PUBLIC_URL: 'https://kaart.example/' });
    const token = await makeSignInToken(get().database);
    const response = await secure.app.request(SESSION, posting({ token }));
    for (const cookie of Object.values(cookiesOf(response))) expect(cookie).toMatch(/; Secure/);
    expect(response.headers.get('Strict-Transport-Security')).toMatch(/max-age=31536000/);
  });
});
