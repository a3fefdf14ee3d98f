import { type Context, Hono } from 'hono';
import { unpackInt32 } from '../../geodata/figures/packed.ts';
import { type CellHeader, CellQuery, scopeByte } from '../contract/cell.ts';
import { frameAnswer } from '../http/answer.ts';
import type { AppContext, AppEnv, Viewer } from '../http/context.ts';
import { found, Refusal } from '../http/problem.ts';
import { queryOf } from '../http/validate.ts';
import { accessesOf, cellSizesOf, figuresOf } from '../policy/access.ts';
import { cells } from '../queries/cell.ts';
import { seriesDates } from '../queries/series.ts';

/** Vacancy figures on CBS squares: 500 m for everyone, 100 m and 500 m exactly under `planner`. */
export function cellRoutes({ database }: AppContext): Hono<AppEnv> {
  const answer = (viewer: Viewer) => async (c: Context<AppEnv>) => {
    const session = database.as(viewer);
    const { municipality, series, size, function: scope } = queryOf(c, CellQuery);
    const sizes: readonly number[] = cellSizesOf(viewer);
    if (!sizes.includes(Number(size)))
      throw new Refusal('bad-input', 'Squares of this size are for planners.', [
        { field: 'size', message: `must be ${sizes.join(' or ')}` },
      ]);
    const known = found(await seriesDates(session, series, accessesOf(viewer)), 'series');
    found(known.municipality === municipality || undefined, 'series');
    const selection = { series, size: Number(size), scope };
    const figured = figuresOf(viewer);
    const { x, y, functions, tallies } = await cells(session, figured, selection);
    const { revision, referenceDates } = known;
    const header: CellHeader = {
      revision,
      series,
      size: Number(size),
      exact: figured === 'exact',
      referenceDates,
    };
    const columns = {
      x: Int32Array.from(x),
      y: Int32Array.from(y),
      function: Uint8Array.from(functions, scopeByte),
      tallies: unpackInt32(tallies),
    };
    return frameAnswer(c, { header, columns });
  };
  return new Hono<AppEnv>().get('/cells', answer('visitor')).get('/planner/cells', answer('planner'));
}
