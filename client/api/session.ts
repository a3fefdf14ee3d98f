import { sendJson } from './request.ts';

/** Trades the token of a one-time link for a session cookie. @throws ApiError `not-signed-in` when refused */
export async function signIn(token: string): Promise<void> {
  await sendJson('POST', '/planner/session', { token });
}

/** Ends the session, on the server and in the cookie. @throws ApiError */
export async function signOut(): Promise<void> {
  await sendJson('DELETE', '/planner/session');
}
