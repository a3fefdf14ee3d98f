import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';

/** How long a sign-in link works, and how long a session lasts. */
export const TOKEN_MINUTES = 10;
export const SESSION_HOURS = 12;

/** Only this is stored: who reads the database cannot sign in with it. */
const hashed = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** 256 random bits, so that guessing needs no further defence. */
const secret = (): string => randomBytes(32).toString('base64url');

/** A token for one sign-in within ten minutes; what is out of date is removed on the way. */
export async function makeSignInToken(database: Database): Promise<string> {
  const token = secret();
  await database.query(sql`delete from sign_in_token where expires_at < now()`);
  await database.query(sql`delete from session where expires_at < now()`);
  await database.query(sql`
    insert into sign_in_token (hash, role, expires_at)
    values (${hashed(token)}, 'planner', now() + make_interval(mins => ${TOKEN_MINUTES}))`);
  return token;
}

/**
 * Uses a sign-in token up and begins a session.
 * @returns what the cookie holds; undefined when the token is unknown, used or out of date
 */
export async function beginSession(database: Database, token: string): Promise<string | undefined> {
  const session = secret();
  // One statement: of two requests with one token exactly one deletes it.
  const rows = await database.query(sql`
    with used as (delete from sign_in_token where hash = ${hashed(token)} returning role, expires_at)
    insert into session (hash, role, expires_at)
    select ${hashed(session)}, role, now() + make_interval(hours => ${SESSION_HOURS})
    from used where expires_at > now() returning role`);
  return rows.length === 1 ? session : undefined;
}

/** Role of a running session; undefined when it is unknown or over. */
export async function sessionRole(database: Database, session: string): Promise<'planner' | undefined> {
  const [row] = await database.query<{ role: 'planner' }>(
    sql`select role from session where hash = ${hashed(session)} and expires_at > now()`,
  );
  return row?.role;
}

/** Ends a session; nothing happens when it is unknown. */
export async function endSession(database: Database, session: string): Promise<void> {
  await database.query(sql`delete from session where hash = ${hashed(session)}`);
}
