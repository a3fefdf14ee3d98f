import { Hono } from 'hono';
import { acceptProposal } from '../../geodata/sources/areas/accept-proposal.ts';
import { IdParameters, NoQuery } from '../contract/primitives.ts';
import { Acceptance, type Accepted } from '../contract/proposal.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { refuseImport } from '../http/import-refusal.ts';
import { found } from '../http/problem.ts';
import { bodyOf, paramsOf, queryOf } from '../http/validate.ts';
import { publishFigures } from '../policy/publish.ts';
import { SOFTWARE } from '../software.ts';
import { madeBy } from './planner-import.ts';

/** Proposed areas become areas like any other. */
export function proposalRoutes({ database }: AppContext): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/planner/areas/:id/acceptance', async c => {
    queryOf(c, NoQuery);
    const { id } = paramsOf(c, IdParameters);
    const accepted = await bodyOf(c, Acceptance);
    const context = { database, madeBy: madeBy(c), software: SOFTWARE, publish: publishFigures };
    const revision = await acceptProposal(
      context,
      id,
      accepted as Parameters<typeof acceptProposal>[2],
    ).catch(refuseImport(code => (code === 'proposal-name' ? 'name' : 'geometry')));
    return c.json({ revision: found(revision, 'proposal') } satisfies Accepted);
  });
}
