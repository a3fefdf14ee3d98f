import { Hono } from 'hono';
import type { Database } from '../../geodata/database/database.ts';
import { IdParameters, NoQuery } from '../contract/primitives.ts';
import type { ScenarioBase } from '../contract/scenario-base.ts';
import {
  NewBase,
  NewScenario,
  type PlannerScenarios,
  type RemovedScenario,
  type RenewedBase,
  SaveScenario,
  ScenarioQuery,
} from '../contract/scenario-version.ts';
import type { AppContext, AppEnv } from '../http/context.ts';
import { found, Refusal } from '../http/problem.ts';
import { bodyOf, paramsOf, queryOf } from '../http/validate.ts';
import { newDocument } from '../planning/new-document.ts';
import { recompute } from '../planning/recompute.ts';
import { accessesOf } from '../policy/access.ts';
import { type BaseAndGround, type BaseQuestion, scenarioBase } from '../queries/scenario-base.ts';
import {
  type Conflict,
  draftBase,
  draftById,
  drafts,
  removeDraft,
  renewBase,
  saveDraft,
  wholeDraft,
} from '../queries/scenario-draft.ts';
import { amendVersion, beginDraft, copyDraft } from '../queries/scenario-new.ts';
import { goneFrom } from './scenario-gone.ts';

const CONFLICT =
  'Somebody saved this scenario after you opened it. Nothing was overwritten: ask for it anew.';

/** What was saved. @throws Refusal conflict, not-found */
function saved<T>(result: T | Conflict | undefined): T {
  const known = found(result, 'scenario');
  if (known === 'conflict') throw new Refusal('conflict', CONFLICT);
  return known as T;
}

/** @throws Refusal not-found for area and series; bad-input for a date on which the series did not look */
async function baseFor(database: Database, question: Omit<BaseQuestion, 'accesses'>): Promise<BaseAndGround> {
  const session = database.as('planner');
  const made = await scenarioBase(session, { ...question, accesses: accessesOf('planner') });
  if (!('missing' in made)) return made;
  const field = made.missing;
  if (field === 'referenceDate')
    throw new Refusal('bad-input', 'The series has no such reference date.', [
      { field, message: 'is no reference date of the series' },
    ]);
  return found<BaseAndGround>(undefined, field);
}

/** @returns id of the new draft; undefined when what it should be made of is not there */
async function begin(database: Database, wanted: NewScenario): Promise<string | undefined> {
  if (wanted.kind === 'copy') return copyDraft(database, wanted);
  if (wanted.kind === 'amendment') return amendVersion(database, wanted);
  const { title, referenceDate } = wanted;
  return beginDraft(database, newDocument({ title, referenceDate }), await baseFor(database, wanted));
}

/** Scenarios in the making; planners only. */
export function scenarioDraftRoutes({ database }: AppContext): Hono<AppEnv> {
  const session = database.as('planner');
  return new Hono<AppEnv>()
    .get('/planner/scenarios', async c => {
      const { municipality } = queryOf(c, ScenarioQuery);
      return c.json({ scenarios: await drafts(session, municipality) } satisfies PlannerScenarios);
    })
    .post('/planner/scenarios', async c => {
      queryOf(c, NoQuery);
      const wanted = await bodyOf(c, NewScenario);
      const noun = wanted.kind === 'amendment' ? 'version' : 'scenario';
      const id = found(await begin(database, wanted), noun);
      return c.json(found(await draftById(session, id), 'scenario'));
    })
    .get('/planner/scenarios/:id', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      return c.json(found(await draftById(session, id), 'scenario'));
    })
    .put('/planner/scenarios/:id', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      return c.json(saved(await saveDraft(database, id, await bodyOf(c, SaveScenario))));
    })
    .delete('/planner/scenarios/:id', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      const removed = found(await removeDraft(database, id), 'scenario');
      if (removed === 'published')
        throw new Refusal('immutable', 'This scenario has versions that others refer to: withdraw those.');
      return c.json({ id } satisfies RemovedScenario);
    })
    .get('/planner/scenarios/:id/base', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      // Stored as the JSON that is answered: reading and writing it again would only cost time.
      const text = found(await draftBase(session, id), 'scenario');
      return c.body(text, 200, { 'Content-Type': 'application/json' });
    })
    .post('/planner/scenarios/:id/base', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      const { draftNumber, series, referenceDate } = await bodyOf(c, NewBase);
      const { municipality, document } = found(await draftById(session, id), 'scenario');
      const before: ScenarioBase = JSON.parse(found(await draftBase(session, id), 'scenario'));
      const area = before.area.id;
      const made = await baseFor(database, { municipality, area, series, referenceDate });
      const done = saved(await renewBase(database, id, { draftNumber, found: made }));
      return c.json({ ...done, gone: goneFrom(document, before, made.base) } satisfies RenewedBase);
    })
    .get('/planner/scenarios/:id/result', async c => {
      queryOf(c, NoQuery);
      const { id } = paramsOf(c, IdParameters);
      const { document, base } = found(await wholeDraft(session, id), 'scenario');
      return c.json(recompute(document, base));
    });
}
