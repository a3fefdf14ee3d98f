import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../geodata/database/database.ts';
import { API_VERSION, isForPlanners, OPERATIONS, type Operation } from '../../server/contract/operations.ts';
import { Problem } from '../../server/contract/primitives.ts';
import { makeSignInToken } from '../../server/queries/session.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, frameOf, openApi, posting, type TestApi } from './api-client.ts';
import { loadSmallTown } from './small-town.ts';

const SQUARE = [
  [5.0, 52.48],
  [5.02, 52.48],
  [5.02, 52.5],
  [5.0, 52.5],
  [5.0, 52.48],
];
const analysis = { geometry: { type: 'Polygon', coordinates: [SQUARE] }, series: 'open-round' };

/** An address and body for every operation: without one, its operation fails here. */
const EXAMPLES: Record<string, { path: string; body?: () => unknown }> = {
  listMunicipalities: { path: '/municipalities' },
  listAreas: { path: '/areas?municipality=GM9901&kind=town-centre' },
  getArea: { path: '/areas/centrum' },
  getAreaVacancy: { path: '/areas/centrum/vacancy?series=open-round' },
  getVacancyCube: { path: '/vacancy?municipality=GM9901&series=open-round' },
  getCells: { path: '/cells?municipality=GM9901&series=open-round' },
  listSeries: { path: '/series?municipality=GM9901' },
  listAddresses: { path: '/addresses?municipality=GM9901&street=Kade' },
  listStreets: { path: '/streets?municipality=GM9901' },
  listStreetSides: { path: '/street-sides?municipality=GM9901' },
  listDatasets: { path: '/datasets?municipality=GM9901' },
  search: { path: '/search?q=marktstr%2012' },
  getOpenapi: { path: '/openapi.json' },
  getExactAreaVacancy: { path: '/planner/areas/centrum/vacancy?series=planner-list' },
  getExactVacancyCube: { path: '/planner/vacancy?municipality=GM9901&series=open-round' },
  getExactCells: { path: '/planner/cells?municipality=GM9901&series=open-round&size=100' },
  listPlannerSeries: { path: '/planner/series?municipality=GM9901' },
  getPremisesFrame: { path: '/planner/premises?municipality=GM9901&series=open-round' },
  getPremises: { path: '/planner/premises/marktstraat-p2' },
  createAnalysis: { path: '/planner/analyses', body: () => analysis },
  listRejectedRows: { path: '/planner/datasets/proef/rejected-rows' },
  getSession: { path: '/planner/session' },
  signIn: { path: '/planner/session' },
  signOut: { path: '/planner/session' },
};

/** Asks as a planner, with a session of its own where the operation ends it. */
async function ask(shared: TestApi, operation: Operation, database: Database): Promise<Response> {
  const api = operation.id === 'signOut' ? openApi(database) : shared;
  const { path, body } = EXAMPLES[operation.id]!;
  const sent = operation.id === 'signIn' ? { token: await makeSignInToken(database) } : body?.();
  const init = sent === undefined ? { method: operation.method.toUpperCase() } : posting(sent);
  return api.asPlanner(`/api/v1${path}`, init);
}

describe('the table of operations', () => {
  test.each(OPERATIONS.map(operation => [operation.id]))('%s has an example', id => {
    expect(EXAMPLES).toHaveProperty(id);
  });
});

describeOnEachEngine('operations', get => {
  let api: TestApi;
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
  });

  test.each(OPERATIONS.map(operation => [operation.id, operation] as const))(
    '%s answers as its contract says',
    async (_, operation) => {
      const response = await ask(api, operation, get().database);
      expect(response.headers.get('API-Version')).toBe(API_VERSION);
      const { answer } = operation;
      if ('json' in answer) await answerOf(response, answer.json);
      else if ('frame' in answer) await frameOf(response, answer.frame);
      else expect(await response.json()).toHaveProperty('openapi', '3.1.0');
    },
  );

  test.each(
    OPERATIONS.filter(operation => operation.query !== undefined || operation.method === 'get').map(
      operation => [operation.id, operation] as const,
    ),
  )('%s refuses a parameter it does not know, by name', async (_, operation) => {
    const { path } = EXAMPLES[operation.id]!;
    const response = await api.asPlanner(`/api/v1${path}${path.includes('?') ? '&' : '?'}nonsense=1`);
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = Problem.parse(await response.json());
    expect(problem.errors?.map(error => error.field)).toEqual(['nonsense']);
  });

  test.each(OPERATIONS.filter(isForPlanners).map(operation => [operation.id, operation] as const))(
    '%s answers a visitor with 401 and nothing else',
    async (_, operation) => {
      const { path, body } = EXAMPLES[operation.id]!;
      const sent = body?.();
      const init = sent === undefined ? { method: operation.method } : posting(sent);
      const response = await api.app.request(`/api/v1${path}`, init);
      expect(response.status).toBe(401);
      expect(Problem.parse(await response.json()).type).toBe('not-signed-in');
      expect(response.headers.get('Cache-Control')).toBe('no-store');
    },
  );

  test.each(
    OPERATIONS.filter(operation => !operation.path.startsWith('/planner/')).map(
      operation => [operation.id, operation] as const,
    ),
  )(
    '%s is the same for planner and visitor, for any site, and asked anew each time',
    async (_, operation) => {
      const path = `/api/v1${EXAMPLES[operation.id]!.path}`;
      const [visitor, planner] = [await api.get(path), await api.asPlanner(path)];
      expect(Buffer.from(await planner.arrayBuffer())).toEqual(Buffer.from(await visitor.arrayBuffer()));
      expect(visitor.headers.get('Access-Control-Allow-Origin')).toBe('*');
      expect(visitor.headers.get('Cache-Control')).toBe('no-cache');
      expect(visitor.headers.get('Set-Cookie')).toBeNull();
      const etag = visitor.headers.get('ETag')!;
      const again = await api.get(path, { 'If-None-Match': etag });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('ETag')).toBe(etag);
    },
  );

  test.each(
    OPERATIONS.filter(operation => operation.path.startsWith('/planner/')).map(
      operation => [operation.id, operation] as const,
    ),
  )('%s is kept nowhere', async (_, operation) => {
    const response = await ask(api, operation, get().database);
    expect(response.headers.get('Cache-Control')).toBe('private, no-store');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});
