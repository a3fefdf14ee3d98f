import { type Context, Hono } from 'hono';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import { IdParameters } from '../contract/primitives.ts';
import { type CubeHeader, CubeQuery, type Vacancy, VacancyQuery } from '../contract/vacancy.ts';
import { frameAnswer } from '../http/answer.ts';
import type { AppContext, AppEnv, Viewer } from '../http/context.ts';
import { found } from '../http/problem.ts';
import { paramsOf, queryOf } from '../http/validate.ts';
import { accessesOf, figuresOf } from '../policy/access.ts';
import { shownFigures } from '../policy/shown.ts';
import { seriesDates } from '../queries/series.ts';
import { areaTallies, cube, hasPlace } from '../queries/vacancy.ts';

/** Vacancy figures of areas: published ones for everyone, exact ones under `planner`. */
export function vacancyRoutes({ database }: AppContext): Hono<AppEnv> {
  const ofArea = (viewer: Viewer) => async (c: Context<AppEnv>) => {
    const session = database.as(viewer);
    const { id: area } = paramsOf(c, IdParameters);
    const { series, referenceDate, function: scope } = queryOf(c, VacancyQuery);
    const known = found(await seriesDates(session, series, accessesOf(viewer)), 'series');
    found((await hasPlace(session, known.municipality, area)) || undefined, 'area');
    const figured = figuresOf(viewer);
    const exact = figured === 'exact';
    const rows = await areaTallies(session, figured, { area, series, scope });
    const figures = rows
      .flatMap(row => shownFigures(unpackInt32(row.tally), known.referenceDates, row.function, exact))
      .filter(figure => referenceDate === undefined || figure.referenceDate === referenceDate);
    return c.json({ area, series, revision: known.revision, exact, figures } satisfies Vacancy);
  };

  const ofMunicipality = (viewer: Viewer) => async (c: Context<AppEnv>) => {
    const session = database.as(viewer);
    const { municipality, series } = queryOf(c, CubeQuery);
    const known = found(await seriesDates(session, series, accessesOf(viewer)), 'series');
    found(known.municipality === municipality || undefined, 'series');
    const figured = figuresOf(viewer);
    const { keys, tallies, frontKeys, fronts } = await cube(session, figured, { municipality, series });
    const { revision, referenceDates, methodVersions } = known;
    const header: CubeHeader = {
      revision,
      series,
      exact: figured === 'exact',
      referenceDates,
      methodVersions,
      keys,
    };
    const columns = {
      tallies: unpackInt32(tallies),
      frontKeys: Int32Array.from(frontKeys),
      fronts: unpackInt32(fronts),
    };
    return frameAnswer(c, { header, columns });
  };

  return new Hono<AppEnv>()
    .get('/areas/:id/vacancy', ofArea('visitor'))
    .get('/planner/areas/:id/vacancy', ofArea('planner'))
    .get('/vacancy', ofMunicipality('visitor'))
    .get('/planner/vacancy', ofMunicipality('planner'));
}
