import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { NoQuery } from '../contract/primitives.ts';
import { TileParameters } from '../contract/tile.ts';
import { hasSame } from '../http/answer.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import { plannersOnly } from '../http/viewer.ts';
import { type LatestRevision, latestRevision } from '../queries/revision.ts';
import { tileSummary } from '../queries/tile.ts';
import { tileWindow } from '../tiles/grid.ts';
import type { TileLayer } from '../tiles/layer.ts';
import { PLANNER_LAYERS, PUBLIC_LAYERS } from '../tiles/layers.ts';
import { RevisionClock, revisionGone } from '../tiles/revision-clock.ts';
import { type EncodedTile, encoded, encodingFor, TileCache } from '../tiles/tile-cache.ts';
import { tileJson } from '../tiles/tile-json.ts';

const TILE_TYPE = 'application/vnd.mapbox-vector-tile';

/** The revision is in the address, so what is there never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const NEVER = 'private, no-store';

const DOCUMENT = '/:document{[^/]+\\.json}';
const TILE = '/:layer/:revision/:z/:x/:y{[^/]+\\.mvt}';
const EMPTY = new Uint8Array(0);

type Session = ReturnType<AppContext['database']['as']>;
type Layers = ReadonlyMap<string, TileLayer>;
type TileRequest = { layer: TileLayer; address: TileParameters };

/**
 * `/tiles/{layer}.json` and `/tiles/{layer}/{revision}/{z}/{x}/{y}.mvt`: the same bytes for everyone, read
 * under the visitors' role whoever asks.
 * @param cache where encoded tiles are kept; one per process
 */
export function tileRoutes(context: AppContext, cache = new TileCache()): Hono<AppEnv> {
  const session = context.database.as('visitor');
  const clock = new RevisionClock(() => latestRevision(session));
  const routes = new Hono<AppEnv>().basePath('/tiles');
  routes.use(DOCUMENT, shared);
  routes.use(TILE, shared);
  routes.get(DOCUMENT, async c => {
    const { body, etag } = await documentOf(c, context, session, PUBLIC_LAYERS, '/tiles');
    const headers = { 'Cache-Control': 'no-cache', ETag: etag };
    if (hasSame(c.req.header('If-None-Match'), etag)) return c.body(null, 304, headers);
    return c.body(body, 200, { ...headers, 'Content-Type': 'application/json' });
  });
  routes.get(TILE, async c => {
    const request = tileRequest(c, PUBLIC_LAYERS);
    const revision = await clock.at(request.address.revision);
    const encoding = encodingFor(c.req.header('Accept-Encoding'));
    const tag = tileTag(request, revision);
    const headers = { 'Cache-Control': FOR_EVER, Vary: 'Accept-Encoding' };
    const known = ['br', 'gzip', 'identity'].map(each => `"${tag}-${each}"`);
    const same = known.find(etag => hasSame(c.req.header('If-None-Match'), etag));
    if (same !== undefined) return c.body(null, 304, { ...headers, ETag: same });
    const { layer, address } = request;
    const key = `${layer.name}/${address.revision}/${address.z}/${address.x}/${address.y}`;
    const tile = await cache.get(key, encoding, () => made(session, request));
    return tileAnswer(c, tile, { ...headers, ETag: `"${tag}-${tile.encoding}"` });
  });
  return routes;
}

/** The same below `/tiles/planner/`: for planners only, kept nowhere. */
export function plannerTileRoutes(context: AppContext): Hono<AppEnv> {
  const session = context.database.as('planner');
  const clock = new RevisionClock(() => latestRevision(session));
  const routes = new Hono<AppEnv>().basePath('/tiles/planner');
  routes.use(plannersOnly);
  routes.get(DOCUMENT, async c => {
    const { body } = await documentOf(c, context, session, PLANNER_LAYERS, '/tiles/planner');
    return c.body(body, 200, { 'Cache-Control': NEVER, 'Content-Type': 'application/json' });
  });
  routes.get(TILE, async c => {
    const request = tileRequest(c, PLANNER_LAYERS);
    await clock.at(request.address.revision);
    const bytes = await made(session, request);
    const tile = await encoded(bytes, encodingFor(c.req.header('Accept-Encoding')));
    c.header('Vary', 'Accept-Encoding', { append: true });
    return tileAnswer(c, tile, { 'Cache-Control': NEVER });
  });
  return routes;
}

/** Pages of any site may show public tiles. */
async function shared(c: Context<AppEnv>, next: () => Promise<void>): Promise<void> {
  c.header('Access-Control-Allow-Origin', '*');
  await next();
}

function tileRequest(c: Context<AppEnv>, layers: Layers): TileRequest {
  const layer = found(layers.get(c.req.param('layer') ?? ''), 'tile layer');
  queryOf(c, NoQuery);
  return { layer, address: paramsOf(c, TileParameters) };
}

/** @throws Refusal revision-gone when an import came in between: its data are not those of the address */
async function made(session: Session, { layer, address }: TileRequest): Promise<Uint8Array<ArrayBuffer>> {
  if (address.z < layer.minZoom) return EMPTY;
  const { revision, bytes } = await layer.make(session, tileWindow(address));
  if (revision !== address.revision) throw revisionGone(revision);
  return bytes;
}

function tileAnswer(c: Context<AppEnv>, { bytes, encoding }: EncodedTile, headers: Record<string, string>) {
  if (bytes.byteLength === 0) return c.body(null, 204, headers);
  if (encoding !== 'identity') c.header('Content-Encoding', encoding);
  return c.body(bytes, 200, {
    ...headers,
    'Content-Type': TILE_TYPE,
    'Content-Length': String(bytes.byteLength),
  });
}

/**
 * Known before the tile is made, so that asking again costs nothing. Two databases that count revisions
 * from the same start differ in when the revision was made.
 */
function tileTag({ layer, address }: TileRequest, { madeAt }: LatestRevision): string {
  const { revision, z, x, y } = address;
  return hashed(`${layer.name}/${revision}/${madeAt}/${z}/${x}/${y}`);
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** TileJSON; asked anew each time, because the current revision is in it. */
async function documentOf(
  c: Context<AppEnv>,
  { config }: AppContext,
  session: Session,
  layers: Layers,
  path: string,
): Promise<{ body: string; etag: string }> {
  const name = (c.req.param('document') ?? '').replace(/\.json$/, '');
  const layer = found(layers.get(name), 'tile layer');
  queryOf(c, NoQuery);
  const origin = config.publicUrl ?? new URL(c.req.url).origin;
  const body = JSON.stringify(tileJson(layer, await tileSummary(session), `${origin}${path}`));
  return { body, etag: `W/"${hashed(body)}"` };
}
