import { randomUUID } from 'node:crypto';
import type { Context, Next } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { AppContext, AppEnv } from './context.ts';
import type { Metrics } from './metrics.ts';
import { Refusal } from './problem.ts';

/** Pattern of the route that answered; `none` where only middleware matched. */
function routeOf(c: Context<AppEnv>): string {
  const route = matchedRoutes(c)[c.req.routeIndex];
  return route === undefined || route.method === 'ALL' ? 'none' : route.path;
}

/** Gives every request an id, writes one log line about it and counts it. Query and cookies stay out of the log. */
export function requestLog({ logger }: AppContext, metrics: Metrics) {
  return async (c: Context<AppEnv>, next: Next): Promise<void> => {
    const requestId = randomUUID();
    const begin = performance.now();
    c.set('requestId', requestId);
    c.set('viewer', 'visitor');
    c.set('viewerName', null);
    c.header('X-Request-Id', requestId);
    await next();
    const { method, path } = c.req;
    metrics.countRequest(method, routeOf(c), c.res.status);
    const ms = Math.round(performance.now() - begin);
    logger.debug({ requestId, method, path, status: c.res.status, ms }, 'request');
  };
}

/** Answers 503 with Retry-After when too much is under way, so that what is under way still gets done. */
export function loadShedding(maximum: number, metrics: Metrics) {
  let underWay = 0;
  metrics.gauge('kernkaart_requests_under_way', 'Requests that are being answered.', () => underWay);
  return async (_c: Context<AppEnv>, next: Next): Promise<void> => {
    if (underWay >= maximum) throw new Refusal('overloaded', 'Too many requests are under way; try again.');
    underWay += 1;
    try {
      await next();
    } finally {
      underWay -= 1;
    }
  };
}
