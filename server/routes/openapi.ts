import { Hono } from 'hono';
import { NoQuery } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { openapiDocument } from '../http/openapi.ts';
import { queryOf } from '../http/validate.ts';

/** The description of the API itself. */
export function openapiRoutes({ config }: AppContext): Hono<AppEnv> {
  const document = openapiDocument(config.contact);
  return new Hono<AppEnv>().get('/openapi.json', c => {
    queryOf(c, NoQuery);
    return c.json(document);
  });
}
