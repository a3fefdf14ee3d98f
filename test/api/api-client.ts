import type { Hono } from 'hono';
import pino from 'pino';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { Database } from '../../geodata/database/database.ts';
import { decodeFrame, type Frame } from '../../geodata/figures/frame.ts';
import { type AppOptions, createApp } from '../../server/app.ts';
import { type Config, readConfig } from '../../server/config.ts';
import type { AppEnv } from '../../server/http/context.ts';
import { beginSession, makeSignInToken } from '../../server/queries/session.ts';

/** Lines that the server logged, as one text. */
export interface TestApi {
  app: Hono<AppEnv>;
  log(): string;
  /** Asks as a visitor. */
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Asks with the cookie of a session of its own. */
  asPlanner(path: string, init?: RequestInit): Promise<Response>;
}

/** The whole app over a database, without a port. */
export function openApi(
  database: Database,
  environment: Record<string, string> = {},
  options: AppOptions = {},
): TestApi {
  const config: Config = readConfig(environment);
  const lines: string[] = [];
  const logger = pino({ level: 'debug' }, { write: line => void lines.push(line) });
  const app = createApp({ database, config, logger }, options);
  let cookie: string | undefined;

  async function asPlanner(path: string, init: RequestInit = {}): Promise<Response> {
    cookie ??= `kernkaart_session=${await beginSession(database, await makeSignInToken(database))}`;
    return app.request(path, { ...init, headers: { ...init.headers, Cookie: cookie } });
  }

  return {
    app,
    log: () => lines.join(''),
    get: async (path, headers = {}) => app.request(path, { headers }),
    asPlanner,
  };
}

/** A POST of JSON. */
export function posting(body: unknown): RequestInit {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { method: 'POST', body: text, headers: { 'Content-Type': 'application/json' } };
}

/** The answer as its contract says: nothing missing, nothing more. */
export async function answerOf<S extends z.ZodType>(response: Response, schema: S): Promise<z.output<S>> {
  const text = await response.text();
  expect(response.status, text).toBe(200);
  const body: unknown = JSON.parse(text);
  const parsed = schema.parse(body);
  expect(body).toEqual(parsed);
  return parsed;
}

/** The frame of an answer, with its header as the contract says. */
export async function frameOf<S extends z.ZodType>(
  response: Response,
  schema: S,
): Promise<Frame<z.output<S> & object>> {
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('application/vnd.kernkaart.frame');
  const frame = decodeFrame<object>(await response.arrayBuffer());
  return { ...frame, header: schema.parse(frame.header) as z.output<S> & object };
}
