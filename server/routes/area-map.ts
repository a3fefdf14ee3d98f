import { Hono } from 'hono';
import { AreaMapQuery } from '../contract/embed-operations.ts';
import { IdParameters } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found, Refusal } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import { placeView } from '../pages/place-view.ts';
import { Press } from '../paper/press.ts';
import { vacancyMapSvg } from '../paper/svg.ts';
import { embedStamp } from '../queries/embed-stamp.ts';

const LIMITS = { atOnce: 2, waiting: 100 };

/** Still maps of vacancy as pictures: the same for everyone, made once per revision. */
export function areaMapRoutes({ database }: AppContext): Hono<AppEnv> {
  const press = new Press(LIMITS);
  return new Hono<AppEnv>().get('/areas/:id/map.svg', async c => {
    const { id } = paramsOf(c, IdParameters);
    const { series = null, referenceDate = null, ...rest } = queryOf(c, AreaMapQuery);
    const { revision, municipality } = await embedStamp(database.as('visitor'), id);
    found(municipality ?? undefined, 'area');
    const bytes = await press.get(JSON.stringify([id, revision, series, referenceDate, rest]), async () => {
      const query = { place: id, series, referenceDate, function: rest.function };
      const view = found(await placeView(database, query), 'map');
      return new TextEncoder().encode(vacancyMapSvg(view, rest));
    });
    if (bytes === undefined) throw new Refusal('overloaded', 'Too many maps are being made; try again.');
    return c.body(bytes, 200, { 'Content-Type': 'image/svg+xml' });
  });
}
