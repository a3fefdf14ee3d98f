import { Hono } from 'hono';
import { talliesByFunction } from '../../geodata/figures/tally.ts';
import { type Analysis, AnalysisRequest } from '../contract/analysis.ts';
import { NoQuery } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { requireValidPolygon } from '../http/polygon.ts';
import { found } from '../http/problem.ts';
import { bodyOf, queryOf } from '../http/validate.ts';
import { accessesOf } from '../policy/access.ts';
import { shownFigures } from '../policy/shown.ts';
import { drawnStock } from '../queries/analysis.ts';
import { seriesDates } from '../queries/series.ts';

/** Exact figures of a drawn place; planners only, nothing is stored. */
export function analysisRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('planner');
  return new Hono<AppEnv>().post('/planner/analyses', async c => {
    queryOf(c, NoQuery);
    const { geometry, series, referenceDate, function: scope } = await bodyOf(c, AnalysisRequest);
    requireValidPolygon(geometry.coordinates);
    const known = found(await seriesDates(session, series, accessesOf('planner')), 'series');
    const { municipality, revision, referenceDates: dates } = known;
    const { hectares, stock } = await drawnStock(session, geometry, { series, municipality, dates });
    const tallies = talliesByFunction(stock, Array(stock.premises).keys());
    const figures = [...tallies]
      .filter(([code]) => scope === undefined || code === scope)
      .flatMap(([code, tally]) => shownFigures(tally.values, dates, code, true))
      .filter(figure => referenceDate === undefined || figure.referenceDate === referenceDate);
    return c.json({ series, revision, hectares, premises: stock.premises, figures } satisfies Analysis);
  });
}
