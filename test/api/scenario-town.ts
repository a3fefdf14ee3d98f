import type { z } from 'zod';
import type { ScenarioDocument } from '../../server/contract/scenario.ts';
import { PlannerScenario, SavedScenario } from '../../server/contract/scenario-version.ts';
import { newMeasure } from '../../server/planning/new-document.ts';
import { answerOf, posting, type TestApi } from './api-client.ts';
import { OPEN_SERIES, TOWN } from './small-town.ts';

/** Addresses of drafts. */
export const DRAFTS = '/api/v1/planner/scenarios';

/** Body that begins a scenario in the town centre of the small town. */
export const IN_CENTRE = {
  kind: 'new',
  municipality: TOWN,
  area: 'centrum',
  series: OPEN_SERIES,
  referenceDate: '2026-01-01',
  title: 'secret draft',
} as const;

/** A PUT of JSON. */
export const putting = (body: unknown): RequestInit => ({ ...posting(body), method: 'PUT' });

/** Begins a draft. */
export async function begin(
  api: TestApi,
  body: unknown = IN_CENTRE,
): Promise<z.output<typeof PlannerScenario>> {
  return answerOf(await api.asPlanner(DRAFTS, posting(body)), PlannerScenario);
}

/** A document that can be published: shops of the whole centre become homes, with a source for every number. */
export function finished(document: ScenarioDocument): ScenarioDocument {
  const measure = newMeasure('shop-to-homes', { id: 'm1', from: 2027, until: 2030 });
  const parameters = Object.fromEntries(
    Object.entries(measure.parameters).map(([id, value]) => [id, { ...value, source: 'Proefdam' }]),
  );
  const { baseline } = document;
  return {
    ...document,
    baseline: {
      ...baseline,
      ...(baseline.staying && { staying: { ...baseline.staying, source: 'Proefdam' } }),
    },
    summary: 'Shops become homes.',
    measures: [{ ...measure, place: { kind: 'area', id: 'centrum' }, takes: 'all', parameters }],
  };
}

/** A draft that was saved as {@link finished}. @returns its id and number */
export async function beginFinished(api: TestApi): Promise<{ id: string; draftNumber: number }> {
  const { id, draftNumber, document } = await begin(api);
  const body = { draftNumber, document: finished(document) };
  const saved = await answerOf(await api.asPlanner(`${DRAFTS}/${id}`, putting(body)), SavedScenario);
  return { id, draftNumber: saved.draftNumber };
}

/** Publishes a draft. */
export const publish = (api: TestApi, id: string, draftNumber: number): Promise<Response> =>
  api.asPlanner(`${DRAFTS}/${id}/versions`, posting({ draftNumber }));
