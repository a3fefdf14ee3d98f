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

/**
 * A token for one sign-in within ten minutes; what is out of date is removed on the way.
 * @param name who it is for, as the catalogue will show it; null: nobody said
 */
export async function makeSignInToken(database: Database, name: string | null = null): Promise<string> {
  const token = secret();
  await database.query(sql`delete from sign_in_token where expires_at < now()`);
  await database.query(sql`delete from session where expires_at < now()`);
  await database.query(sql`
    insert into sign_in_token (hash, role, name, expires_at)
    values (${hashed(token)}, 'planner', ${name}, now() + make_interval(mins => ${TOKEN_MINUTES}))`);
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
    with used as (delete from sign_in_token where hash = ${hashed(token)} returning role, name, expires_at)
    insert into session (hash, role, name, expires_at)
    select ${hashed(session)}, role, name, now() + make_interval(hours => ${SESSION_HOURS})
    from used where expires_at > now() returning role`);
  return rows.length === 1 ? session : undefined;
}

/** Who a session is of: the role, and the name that the sign-in link was made for (null: none). */
export interface SessionHolder {
  role: 'planner';
  name: string | null;
}

/** The holder of a running session; undefined when it is unknown or over. */
export async function sessionHolder(database: Database, session: string): Promise<SessionHolder | undefined> {
  const [row] = await database.query<SessionHolder & Record<string, unknown>>(
    sql`select role, name from session where hash = ${hashed(session)} and expires_at > now()`,
  );
  return row;
}

/** Ends a session; nothing happens when it is unknown. */
export async function endSession(database: Database, session: string): Promise<void> {
  await database.query(sql`delete from session where hash = ${hashed(session)}`);
}
