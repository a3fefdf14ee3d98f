import { VectorTile } from '@mapbox/vector-tile';
import { Hono } from 'hono';
import { PbfReader } from 'pbf';
import { pino } from 'pino';
import type { Database } from '../../geodata/database/database.ts';
import { readConfig } from '../../server/config.ts';
import type { AppContext, AppEnv, Viewer } from '../../server/http/context.ts';
import { onError, onNotFound } from '../../server/http/problem.ts';
import { plannerTileRoutes, tileRoutes } from '../../server/routes/tile.ts';

/** An app with the tile routes only; who asks is said by the test. */
export function tileApp(database: Database, viewer: Viewer): Hono<AppEnv> {
  const context: AppContext = { database, config: readConfig({}), logger: pino({ level: 'silent' }) };
  const app = new Hono<AppEnv>();
  app.onError(onError(context));
  app.notFound(onNotFound);
  app.use(async (c, next) => {
    c.set('viewer', viewer);
    c.set('requestId', 'test');
    await next();
  });
  app.route('/', plannerTileRoutes(context));
  app.route('/', tileRoutes(context));
  return app;
}

/** One feature of a tile, rings and lines as flat x, y in units of the tile. */
export interface TileFeature {
  properties: Record<string, string | number | boolean>;
  type: number;
  parts: number[][];
}

/** The layers of a tile; a closing position of a ring is part of it. */
export function decodeTile(bytes: Uint8Array): Record<string, TileFeature[]> {
  const { layers } = new VectorTile(new PbfReader(bytes));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, index) => {
        const feature = layer.feature(index);
        const parts = feature.loadGeometry().map(part => part.flatMap(({ x, y }) => [x, y]));
        return { properties: { ...feature.properties }, type: feature.type, parts };
      }),
    ]),
  );
}

/** Column and row of the tile around a place in EPSG:3857. */
export function tileAround(
  z: number,
  [x, y]: readonly [number, number],
): { z: number; x: number; y: number } {
  const half = Math.PI * 6378137;
  const count = 2 ** z;
  return {
    z,
    x: Math.floor(((x + half) / (2 * half)) * count),
    y: Math.floor(((half - y) / (2 * half)) * count),
  };
}
