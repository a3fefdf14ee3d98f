import { Hono } from 'hono';
import { correctObservation } from '../../geodata/import/correct.ts';
import { type Corrected, Correction } from '../contract/correction.ts';
import { IdParameters, NoQuery } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { refuseImport } from '../http/import-refusal.ts';
import { found, Refusal } from '../http/problem.ts';
import { bodyOf, paramsOf, queryOf } from '../http/validate.ts';
import { publishFigures } from '../policy/publish.ts';
import { SOFTWARE } from '../software.ts';
import { madeBy } from './planner-import.ts';

function requireOrder({ sinceEarliest, sinceLatest, referenceDate }: Correction): void {
  const dates = [sinceEarliest, sinceLatest, referenceDate].filter(date => date !== null);
  if (dates.every((date, index) => index === 0 || date >= dates[index - 1]!)) return;
  throw new Refusal('bad-input', 'The dates are not in order.', [
    { field: 'sinceLatest', message: 'earliest, latest and reference date must follow each other' },
  ]);
}

/** A planner's correction of one premises. */
export function correctionRoutes({ database }: AppContext): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/planner/premises/:id/corrections', async c => {
    queryOf(c, NoQuery);
    const { id } = paramsOf(c, IdParameters);
    const correction = await bodyOf(c, Correction);
    requireOrder(correction);
    const context = { database, madeBy: madeBy(c), software: SOFTWARE, publish: publishFigures };
    const revision = await correctObservation(context, { premises: id, ...correction }).catch(
      refuseImport(() => 'series'),
    );
    return c.json({ revision: found(revision, 'premises') } satisfies Corrected);
  });
}
