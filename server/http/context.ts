import type { Logger } from 'pino';
import type { Database } from '../../geodata/database/database.ts';
import type { Config } from '../config.ts';
import type { Preparing } from '../contract/municipality.ts';

/** What every route file is handed: `function <noun>Routes(context: AppContext): Hono<AppEnv>`. */
export interface AppContext {
  database: Database;
  config: Config;
  logger: Logger;
  /** What the first start is busy with; null, or not there, once this instance serves what it has. */
  preparing?: () => Preparing | null;
}

/** Who asks: decided once per request from the session cookie, before any route. */
export type Viewer = 'visitor' | 'planner';

/** Variables of a request: who asks, the name behind the session (null: none), the id that stands in the log. */
export type AppEnv = { Variables: { viewer: Viewer; viewerName: string | null; requestId: string } };
