import { Hono } from 'hono';
import { type Addresses, AddressQuery } from '../contract/address.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { pageOf } from '../http/page.ts';
import { found } from '../http/problem.ts';
import { queryOf } from '../http/validate.ts';
import { addresses } from '../queries/address.ts';
import { municipalityRevision } from '../queries/municipality.ts';

/** Addresses: facts of the address register, for everyone. */
export function addressRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('visitor');
  return new Hono<AppEnv>().get('/addresses', async c => {
    const query = queryOf(c, AddressQuery);
    const revision = found(await municipalityRevision(session, query.municipality), 'municipality');
    const list = await addresses(session, { ...query, limit: query.limit + 1 });
    const { rows, next } = pageOf(list, query.limit, { url: c.req.url, key: address => address.id });
    return c.json({ revision, addresses: rows, next } satisfies Addresses);
  });
}
