import { Hono } from 'hono';
import { z } from 'zod';
import { MunicipalityCode, NoQuery } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import { municipalityRevision } from '../queries/municipality.ts';
import { namedPlaces } from '../queries/place.ts';
import { revisionGone } from '../tiles/revision-clock.ts';
import { encodingFor, TileCache } from '../tiles/tile-cache.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';
const CAPACITY = 8 * 1024 * 1024;
const PlacesParameters = z.object({
  municipality: MunicipalityCode,
  revision: z.string().regex(/^\d{1,10}\.json$/, 'a whole number and .json'),
});

/** Names of areas and streets with where they are, for the finder of an embed: one file per revision. */
export function placeRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('visitor');
  const cache = new TileCache(CAPACITY);
  return new Hono<AppEnv>().get('/places/:municipality/:revision{[^/]+\\.json}', async c => {
    queryOf(c, NoQuery);
    const { municipality, revision } = paramsOf(c, PlacesParameters);
    const current = found(await municipalityRevision(session, municipality), 'municipality');
    if (Number.parseInt(revision, 10) !== current) throw revisionGone(current);
    const encoding = encodingFor(c.req.header('Accept-Encoding'));
    const { bytes, encoding: packed } = await cache.get(c.req.path, encoding, async () =>
      new TextEncoder().encode(JSON.stringify({ places: await namedPlaces(session, municipality) })),
    );
    if (packed !== 'identity') c.header('Content-Encoding', packed);
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cache-Control', FOR_EVER);
    c.header('Vary', 'Accept-Encoding');
    return c.body(bytes, 200, { 'Content-Type': 'application/json' });
  });
}
