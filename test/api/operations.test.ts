import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../geodata/database/database.ts';
import { sql } from '../../geodata/database/sql.ts';
import { ImportError } from '../../geodata/import/import-error.ts';
import type { ImportSource } from '../../geodata/import/source.ts';
import { API_VERSION, isForPlanners, OPERATIONS, type Operation } from '../../server/contract/operations.ts';
import { Problem } from '../../server/contract/primitives.ts';
import { ImportRunner } from '../../server/imports/runner.ts';
import { makeSignInToken } from '../../server/queries/session.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, frameOf, openApi, posting, type TestApi } from './api-client.ts';
import { begin, beginFinished, DRAFTS, finished, IN_CENTRE, publish, putting } from './scenario-town.ts';
import { loadSmallTown } from './small-town.ts';

const SQUARE = [
  [5.0, 52.48],
  [5.02, 52.48],
  [5.02, 52.5],
  [5.0, 52.5],
  [5.0, 52.48],
];
const analysis = { geometry: { type: 'Polygon', coordinates: [SQUARE] }, series: 'open-round' };

const IN_CENTRE_EMBED = { show: 'vacancy-map', municipality: 'GM9901', area: 'centrum' };

/** An address and body for every operation: without one, its operation fails here. */
type Example = { path: string; body?: () => unknown };
const EXAMPLES: Record<string, Example> = {
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
  getCatalogue: { path: '/datasets.jsonld' },
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
  exportRejectedRows: { path: '/planner/datasets/proef/rejected-rows/file' },
  exportRound: { path: '/planner/datasets/proef/round' },
  listScenarios: { path: '/scenarios?municipality=GM9901' },
  getScenario: { path: '/scenarios/{published}' },
  getScenarioVersion: { path: '/scenarios/{published}/versions/1' },
  getScenarioSettings: { path: '/scenarios/{published}/versions/1/settings' },
  findSharedScenario: { path: '/shared-scenarios', body: () => ({ key: scenarios.key }) },
  listPlannerScenarios: { path: '/planner/scenarios?municipality=GM9901' },
  createScenario: { path: '/planner/scenarios', body: () => IN_CENTRE },
  getPlannerScenario: { path: '/planner/scenarios/{draft}' },
  saveScenario: { path: '/planner/scenarios/{draft}', body: () => scenarios.draft },
  removeScenario: { path: '/planner/scenarios/{draft}' },
  getScenarioBase: { path: '/planner/scenarios/{draft}/base' },
  renewScenarioBase: {
    path: '/planner/scenarios/{draft}/base',
    body: () => ({ draftNumber: 1, series: 'open-round', referenceDate: '2025-01-01' }),
  },
  getScenarioResult: { path: '/planner/scenarios/{draft}/result' },
  shareScenario: { path: '/planner/scenarios/{draft}/sharing' },
  endScenarioSharing: { path: '/planner/scenarios/{draft}/sharing' },
  publishScenario: { path: '/planner/scenarios/{published}/versions', body: () => ({ draftNumber: 2 }) },
  decideScenarioVersion: {
    path: '/planner/scenarios/{published}/versions/1/decision',
    body: () => ({ body: 'Council', number: '1', date: '2026-02-01', amended: false }),
  },
  withdrawScenarioVersion: {
    path: '/planner/scenarios/{published}/versions/1/withdrawal',
    body: () => ({ reason: 'Replaced' }),
  },
  getScenarioMap: { path: '/scenarios/{published}/versions/1/map.svg' },
  getScenarioPaper: { path: '/scenarios/{published}/versions/1/paper.pdf' },
  exportScenarioCsv: { path: '/scenarios/{published}/versions/1/export.csv' },
  exportScenarioJson: { path: '/scenarios/{published}/versions/1/export.json' },
  exportScenarioGeoPackage: { path: '/scenarios/{published}/versions/1/export.gpkg' },
  archiveScenarioCsv: { path: '/planner/scenarios/{published}/versions/1/archive.csv' },
  archiveScenarioJson: { path: '/planner/scenarios/{published}/versions/1/archive.json' },
  archiveScenarioGeoPackage: { path: '/planner/scenarios/{published}/versions/1/archive.gpkg' },
  getAreaMap: { path: '/areas/centrum/map.svg?reading=streets' },
  listEmbeds: { path: '/planner/embeds?municipality=GM9901' },
  createEmbed: { path: '/planner/embeds', body: () => ({ document: IN_CENTRE_EMBED }) },
  getEmbed: { path: '/planner/embeds/{embed}' },
  saveEmbed: { path: '/planner/embeds/{embed}', body: () => ({ number: 1, document: IN_CENTRE_EMBED }) },
  withdrawEmbed: { path: '/planner/embeds/{embed}/withdrawal', body: () => ({ reason: 'Replaced' }) },
  listAllowedSites: { path: '/planner/allowed-sites?municipality=GM9901' },
  setAllowedSites: {
    path: '/planner/allowed-sites?municipality=GM9901',
    body: () => ({ sites: ['https://www.proefdam.example'] }),
  },
  listEmbedUses: { path: '/planner/embed-uses?municipality=GM9901' },
  listImports: { path: '/planner/imports' },
  uploadImport: { path: '/planner/imports?name=list.csv' },
  getImport: { path: '/planner/imports/{import}' },
  answerImport: {
    path: '/planner/imports/{import}/answers',
    body: () => ({ options: { referenceDate: '2026-01-01' } }),
  },
  applyImport: { path: '/planner/imports/{import}/application' },
  cancelImport: { path: '/planner/imports/{import}/cancellation' },
  listRevisions: { path: '/planner/revisions?municipality=GM9901' },
  restoreRevision: {
    path: '/planner/restorations',
    body: () => ({ municipality: 'GM9901', revision: 1 }),
  },
  correctPremises: {
    path: '/planner/premises/marktstraat-p1/corrections',
    body: () => ({
      series: 'planner-list',
      referenceDate: '2026-01-01',
      status: 'vacant',
      reason: 'Seen from the street',
    }),
  },
  acceptProposal: { path: '/planner/areas/oost/acceptance', body: () => ({ name: 'Oosterdorp' }) },
  getSession: { path: '/planner/session' },
  signIn: { path: '/planner/session' },
  signOut: { path: '/planner/session' },
};

/** A file of one byte. */
const UPLOAD: RequestInit = {
  method: 'POST',
  body: 'x',
  headers: { 'Content-Type': 'application/octet-stream' },
};

/** A source that takes every file, asks nothing, and refuses it in the end. */
const source: ImportSource = {
  code: 'vacancy-list',
  recognise: async () => true,
  preview: async () => ({
    source: 'vacancy-list',
    title: 'A list',
    municipality: null,
    referenceDate: null,
    found: [],
    columns: [],
    rows: [],
    changes: [],
    questions: [],
    notices: [],
  }),
  load: async () => {
    throw new ImportError({ code: 'refused', nl: 'Geweigerd.', en: 'Refused.' });
  },
};

/** A round that came as a text file of one row. */
const ROUND = {
  file: {
    format: 'text',
    text: { encoding: 'utf-8', mark: false, separator: ';', lineEnd: '\n', separatorLine: false },
  },
  fileName: 'list.csv',
  columns: [{ index: 0, header: 'adres', field: 'address' }],
  headerRow: 1,
};

/** Scenarios that the examples name: one that is published, a fresh draft, and the key of a link. */
const scenarios = { published: '', key: '', draft: {} as unknown };

async function makeScenarios(api: TestApi): Promise<void> {
  const { id, draftNumber } = await beginFinished(api);
  await publish(api, id, draftNumber);
  const shared = await api.asPlanner(`${DRAFTS}/${id}/sharing`, { method: 'POST' });
  scenarios.published = id;
  scenarios.key = ((await shared.json()) as { key: string }).key;
}

/** Id of an embed that nobody else changes. */
async function newEmbed(api: TestApi): Promise<string> {
  const made = await api.asPlanner('/api/v1/planner/embeds', posting({ document: IN_CENTRE_EMBED }));
  return ((await made.json()) as { id: string }).id;
}

/** Id of an import that waits to be applied. */
async function newImport(api: TestApi): Promise<string> {
  const made = await api.asPlanner('/api/v1/planner/imports?name=list.csv', UPLOAD);
  const { id } = (await made.json()) as { id: string };
  const state = async () =>
    ((await (await api.asPlanner(`/api/v1/planner/imports/${id}`)).json()) as { state: string }).state;
  await expect.poll(state, { timeout: 20_000 }).toBe('waiting');
  return id;
}

/** The address of an example, with a draft, an embed or an import of its own where it names one. */
async function addressOf(api: TestApi, { path }: Example): Promise<string> {
  if (path.includes('{import}')) return path.replace('{import}', await newImport(api));
  if (path.includes('{embed}')) return path.replace('{embed}', await newEmbed(api));
  if (!path.includes('{draft}')) return path.replace('{published}', scenarios.published);
  const { id, document } = await begin(api);
  scenarios.draft = { draftNumber: 1, document: finished(document) };
  return path.replace('{draft}', id);
}

const sending = (operation: Operation, body: unknown): RequestInit => {
  if (operation.file !== undefined) return UPLOAD;
  if (body === undefined) return { method: operation.method.toUpperCase() };
  return operation.method === 'put' ? putting(body) : posting(body);
};

/** Asks as a planner, with a session of its own where the operation ends it. */
async function ask(shared: TestApi, operation: Operation, database: Database): Promise<Response> {
  const api = operation.id === 'signOut' ? openApi(database) : shared;
  const example = EXAMPLES[operation.id]!;
  if (operation.id === 'acceptProposal')
    await database.query(sql`update area set proposal = true where id = 'oost'`);
  const path = await addressOf(api, example);
  const sent = operation.id === 'signIn' ? { token: await makeSignInToken(database) } : example.body?.();
  return api.asPlanner(`/api/v1${path}`, sending(operation, sent));
}

describe('the table of operations', () => {
  test.each(OPERATIONS.map(operation => [operation.id]))('%s has an example', id => {
    expect(EXAMPLES).toHaveProperty(id);
  });
});

describeOnEachEngine('operations', get => {
  let api: TestApi;
  let dataDir: string;
  beforeAll(async () => {
    const { database } = get();
    await loadSmallTown(database);
    await database.query(sql`
      insert into observation_round (id, series, reference_date, dataset, coverage, layout, first_recorded_at)
      values ('round', 'planner-list', '2026-01-01', 'proef', '{}', ${ROUND}, now())`);
    await database.query(sql`
      insert into observation_round_row (round, number, dataset, role, cells)
      values ('round', 1, 'proef', 'above', '["adres"]'), ('round', 2, 'proef', 'row', '["Marktstraat 1"]')`);
    dataDir = await mkdtemp(join(tmpdir(), 'kernkaart-operations-'));
    const imports = new ImportRunner({ database, logger: pino({ level: 'silent' }), dataDir }, [source]);
    api = openApi(database, {}, { imports });
    await makeScenarios(api);
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  test.each(OPERATIONS.map(operation => [operation.id, operation] as const))(
    '%s answers as its contract says',
    async (_, operation) => {
      const response = await ask(api, operation, get().database);
      expect(response.headers.get('API-Version')).toBe(API_VERSION);
      const { answer } = operation;
      if ('json' in answer) await answerOf(response, answer.json);
      else if ('frame' in answer) await frameOf(response, answer.frame);
      else {
        expect(response.status).toBe(200);
        expect(response.headers.get('Content-Type')).toBe(answer.type ?? 'application/json');
      }
    },
  );

  test.each(
    OPERATIONS.filter(operation => operation.query !== undefined || operation.method === 'get').map(
      operation => [operation.id, operation] as const,
    ),
  )('%s refuses a parameter it does not know, by name', async (_, operation) => {
    const path = await addressOf(api, EXAMPLES[operation.id]!);
    const address = `/api/v1${path}${path.includes('?') ? '&' : '?'}nonsense=1`;
    const response = await api.asPlanner(address, operation.file === undefined ? {} : UPLOAD);
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const problem = Problem.parse(await response.json());
    expect(problem.errors?.map(error => error.field)).toEqual(['nonsense']);
  });

  test.each(OPERATIONS.filter(isForPlanners).map(operation => [operation.id, operation] as const))(
    '%s answers a visitor with 401 and nothing else',
    async (_, operation) => {
      const path = await addressOf(api, EXAMPLES[operation.id]!);
      const init = sending(operation, EXAMPLES[operation.id]!.body?.());
      const response = await api.app.request(`/api/v1${path}`, init);
      expect(response.status).toBe(401);
      expect(Problem.parse(await response.json()).type).toBe('not-signed-in');
      expect(response.headers.get('Cache-Control')).toBe('no-store');
    },
  );

  test.each(
    OPERATIONS.filter(({ method, path }) => method === 'get' && !path.startsWith('/planner/')).map(
      operation => [operation.id, operation] as const,
    ),
  )(
    '%s is the same for planner and visitor, for any site, and asked anew each time',
    async (_, operation) => {
      const path = `/api/v1${await addressOf(api, EXAMPLES[operation.id]!)}`;
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
    OPERATIONS.filter(({ method, path }) => method !== 'get' && !path.startsWith('/planner/')).map(
      operation => [operation.id, operation] as const,
    ),
  )(
    '%s only reads: the same for planner and visitor, kept nowhere, refuses what it does not know',
    async (_, operation) => {
      const { path, body } = EXAMPLES[operation.id]!;
      const address = `/api/v1${path}`;
      const init = sending(operation, body?.());
      const [visitor, planner] = [await api.app.request(address, init), await api.asPlanner(address, init)];
      expect(visitor.status).toBe(200);
      expect(await planner.text()).toBe(await visitor.text());
      expect(visitor.headers.get('Cache-Control')).toBe('no-store');
      expect(visitor.headers.get('Set-Cookie')).toBeNull();
      const refused = await api.app.request(`${address}?nonsense=1`, init);
      expect(Problem.parse(await refused.json()).errors?.map(({ field }) => field)).toEqual(['nonsense']);
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
