import { Hono, type MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { API_BASE } from './contract/operations.ts';
import { apiAnswer, publicAnswer } from './http/answer.ts';
import type { AppContext, AppEnv } from './http/context.ts';
import { showsOwnFrames } from './http/frame-policy.ts';
import { healthRoutes, type ProcessState } from './http/health.ts';
import { Metrics } from './http/metrics.ts';
import { pageAssets } from './http/page-assets.ts';
import { pathGuard } from './http/path-guard.ts';
import { whilePreparing } from './http/preparing.ts';
import { onError, onNotFound, problemResponse, Refusal } from './http/problem.ts';
import { loadShedding, requestLog } from './http/request.ts';
import { sameSiteWrites } from './http/same-site.ts';
import { securityHeaders } from './http/security-headers.ts';
import { page, type StaticFiles, staticFile } from './http/static-files.ts';
import { UseCounter } from './http/use-counter.ts';
import { plannersOnly, viewerFromSession } from './http/viewer.ts';
import { ImportRunner } from './imports/runner.ts';
import { addressRoutes } from './routes/address.ts';
import { analysisRoutes } from './routes/analysis.ts';
import { areaRoutes } from './routes/area.ts';
import { areaMapRoutes } from './routes/area-map.ts';
import { areaPageRoutes } from './routes/area-page.ts';
import { cellRoutes } from './routes/cell.ts';
import { correctionRoutes } from './routes/correction.ts';
import { datasetRoutes } from './routes/dataset.ts';
import { embedRoutes } from './routes/embed.ts';
import { municipalityRoutes } from './routes/municipality.ts';
import { oembedDiscovery, oembedRoutes } from './routes/oembed.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { placeRoutes } from './routes/place.ts';
import { plannerEmbedRoutes } from './routes/planner-embed.ts';
import { plannerImportRoutes } from './routes/planner-import.ts';
import { premisesRoutes } from './routes/premises.ts';
import { proposalRoutes } from './routes/proposal.ts';
import { scenarioRoutes } from './routes/scenario.ts';
import { scenarioDraftRoutes } from './routes/scenario-draft.ts';
import { scenarioExportRoutes } from './routes/scenario-export.ts';
import { scenarioPaperRoutes } from './routes/scenario-paper.ts';
import { scenarioVersionRoutes } from './routes/scenario-version.ts';
import { searchRoutes } from './routes/search.ts';
import { seriesRoutes } from './routes/series.ts';
import { sessionRoutes } from './routes/session.ts';
import { streetRoutes } from './routes/street.ts';
import { streetSideRoutes } from './routes/street-side.ts';
import { themeRoutes } from './routes/theme.ts';
import { plannerTileRoutes, tileRoutes } from './routes/tile.ts';
import { vacancyRoutes } from './routes/vacancy.ts';
import { TileCache } from './tiles/tile-cache.ts';

/** What the process adds to the context; every part has a default that suits a test. */
export interface AppOptions {
  files?: StaticFiles;
  state?: ProcessState;
  metrics?: Metrics;
  /** Where embeds are shown; written now and then by whoever made it. */
  uses?: UseCounter;
  /** Imports by upload; begun and stopped by whoever made it. */
  imports?: ImportRunner;
}

/** Screens of the client: one page, which reads the address itself. */
const PAGES = ['/', '/sign-in'];

/** Screens about scenarios: a page of their own, so that a councillor loads no more than is read. */
const SCENARIO_PAGES = [
  '/scenarios',
  '/scenarios/:id',
  '/scenarios/:id/edit',
  '/scenarios/:id/versions/:version',
];

/** Screens about maps on other websites. */
const EMBED_PAGES = ['/embed', '/embed/uses'];

const NOUNS = [
  municipalityRoutes,
  areaRoutes,
  areaMapRoutes,
  vacancyRoutes,
  cellRoutes,
  seriesRoutes,
  addressRoutes,
  streetRoutes,
  streetSideRoutes,
  datasetRoutes,
  searchRoutes,
  premisesRoutes,
  correctionRoutes,
  proposalRoutes,
  analysisRoutes,
  scenarioRoutes,
  scenarioDraftRoutes,
  scenarioVersionRoutes,
  scenarioPaperRoutes,
  scenarioExportRoutes,
  openapiRoutes,
];

/** Carries out imports with what an app is handed. */
export const importRunner = ({ database, logger, config }: AppContext): ImportRunner =>
  new ImportRunner({ database, logger, dataDir: config.dataDir });

const PLANNER = `${API_BASE}/planner/`;

/** Applies to the API's public addresses only. */
const publicOnly =
  (handler: MiddlewareHandler<AppEnv>): MiddlewareHandler<AppEnv> =>
  (c, next) =>
    c.req.path.startsWith(PLANNER) ? next() : handler(c, next);

/** Every address of this server and what a request passes on its way there, in order. */
export function createApp(context: AppContext, options: AppOptions = {}): Hono<AppEnv> {
  const { files = new Map(), state = { draining: false }, metrics = new Metrics() } = options;
  const { uses = new UseCounter(), imports = importRunner(context) } = options;
  const cache = new TileCache();
  metrics.gauge('kernkaart_tile_cache_hits', 'Tiles answered from memory.', () => cache.statistics.hits);
  metrics.gauge('kernkaart_tile_cache_misses', 'Tiles made.', () => cache.statistics.misses);
  metrics.gauge('kernkaart_tile_cache_bytes', 'Bytes of tiles held.', () => cache.statistics.bytes);

  const app = new Hono<AppEnv>();
  app.onError(onError(context));
  app.notFound(onNotFound);

  app.use(requestLog(context, metrics));
  app.use(securityHeaders(context.config));
  app.use(pathGuard);
  app.route('/health', healthRoutes(context, state));
  app.use(loadShedding(context.config.maxRequests, metrics));
  app.use(
    methodNotAllowed<AppEnv>({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('Allow', methods.join(', '));
        return problemResponse(c, new Refusal('method-not-allowed', `Takes ${methods.join(', ')}.`));
      },
    }),
  );

  const ready = whilePreparing(context, [`${API_BASE}/municipalities`, `${API_BASE}/openapi.json`]);
  app.use(`${API_BASE}/*`, ready, apiAnswer, publicOnly(publicAnswer));
  app.use('/tiles/*', ready);
  app.use(`${PLANNER}*`, viewerFromSession(context), sameSiteWrites(context));
  app.route(API_BASE, sessionRoutes(context));
  app.use(`${PLANNER}*`, plannersOnly);
  for (const routes of NOUNS) app.route(API_BASE, routes(context));
  app.route(API_BASE, plannerEmbedRoutes(context, uses));
  app.route(API_BASE, plannerImportRoutes(context, imports));

  app.use('/tiles/planner/*', viewerFromSession(context), plannersOnly);
  app.route('/', plannerTileRoutes(context));
  app.route('/', tileRoutes(context, cache));

  const parts = { assets: pageAssets(files), uses };
  app.route('/', embedRoutes(context, parts));
  app.route('/', areaPageRoutes(context, parts));
  for (const routes of [placeRoutes, themeRoutes, oembedRoutes]) app.route('/', routes(context));

  for (const path of PAGES) app.get(path, page(files));
  app.get('/data', page(files, '/data.html'));
  for (const path of SCENARIO_PAGES) app.get(path, oembedDiscovery(context), page(files, '/scenario.html'));
  for (const path of EMBED_PAGES) app.get(path, showsOwnFrames, page(files, '/embed-builder.html'));
  app.get('*', staticFile(files));
  return app;
}
