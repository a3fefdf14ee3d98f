import { Hono } from 'hono';
import { SearchQuery, type SearchResults } from '../contract/search.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { queryOf } from '../http/validate.ts';
import { searchPlaces } from '../queries/search.ts';

/** Suggestions for what somebody types. */
export function searchRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('visitor');
  return new Hono<AppEnv>().get('/search', async c => {
    const { q, municipality, limit } = queryOf(c, SearchQuery);
    const results = await searchPlaces(session, { query: q, municipality, limit });
    return c.json({ results } satisfies SearchResults);
  });
}
