import { pino } from 'pino';
import type { Database } from '../../../geodata/database/database.ts';
import { createApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { drain, listen, portOf } from '../../../server/http/listen.ts';
import { SESSION_COOKIE } from '../../../server/http/viewer.ts';
import { beginSession, makeSignInToken } from '../../../server/queries/session.ts';
import type { Answer, Bench } from './bench.ts';

/** A server in this process on a free port, and how to ask it. */
export interface Served extends Pick<Bench, 'get' | 'post'> {
  stop(): Promise<void>;
}

async function answerOf(response: Response): Promise<Answer> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, bytes, headers: response.headers };
}

/** Serves a database over HTTP as `npm start` does, with a planner signed in. */
export async function serve(database: Database): Promise<Served> {
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const app = createApp({ database, config, logger: pino({ level: 'silent' }) });
  const server = await listen(app, 0, '127.0.0.1');
  const origin = `http://127.0.0.1:${portOf(server)}`;
  const session = await beginSession(database, await makeSignInToken(database));
  const cookie = `${SESSION_COOKIE}=${session}`;
  return {
    async get(path, viewer = 'visitor') {
      return answerOf(await fetch(origin + path, { headers: viewer === 'planner' ? { cookie } : {} }));
    },
    async post(path, body) {
      const headers = { cookie, origin, 'content-type': 'application/json' };
      return answerOf(await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) }));
    },
    stop: () => drain(server),
  };
}
