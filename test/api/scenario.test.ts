import { beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from '../../geodata/database/sql.ts';
import { Problem } from '../../server/contract/primitives.ts';
import { ScenarioSettings } from '../../server/contract/published-scenario.ts';
import {
  PlannerScenarios,
  PublishedVersion,
  ScenarioSharing,
  Scenarios,
  ScenarioVersion,
} from '../../server/contract/scenario-version.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, openApi, posting, type TestApi } from './api-client.ts';
import { begin, beginFinished, DRAFTS, publish, putting } from './scenario-town.ts';
import { loadSmallTown, TOWN } from './small-town.ts';

const SCENARIOS = '/api/v1/scenarios';
const DECISION = { body: 'Gemeenteraad', number: '2026-114', date: '2026-11-05', amended: false };

describeOnEachEngine('a scenario for everyone', get => {
  let api: TestApi;
  let id: string;
  let draftNumber: number;
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
  });
  beforeEach(async () => {
    ({ id, draftNumber } = await beginFinished(api));
  });

  const published = async () =>
    (await answerOf(await publish(api, id, draftNumber), PublishedVersion)).version;
  const seen = async (path = '') => answerOf(await api.get(`${SCENARIOS}/${id}${path}`), ScenarioVersion);
  const beside = (what: string, body: unknown, version = 1) =>
    api.asPlanner(`${DRAFTS}/${id}/versions/${version}/${what}`, putting(body));
  const listed = async () =>
    (await answerOf(await api.get(`${SCENARIOS}?municipality=${TOWN}`), Scenarios)).scenarios;

  test('is not there before it is published, in no list and at no address', async () => {
    expect((await listed()).map(each => each.id)).not.toContain(id);
    for (const path of ['', '/versions/1', '/versions/1/settings'])
      expect((await api.get(`${SCENARIOS}/${id}${path}`)).status, path).toBe(404);
  });

  test('goes from a draft to a page that anybody reads', async () => {
    const version = await published();
    expect(version).toMatchObject({ version: 1, status: 'published', title: 'secret draft', decision: null });
    const { scenario, versions, currentRevision } = await seen();
    expect(scenario).toMatchObject({
      id,
      version: 1,
      status: 'published',
      withdrawn: null,
      amendmentOf: null,
    });
    expect(scenario.checksum).toMatch(/^[0-9a-f]{64}$/);
    expect(versions).toEqual([version]);
    expect(currentRevision).toBe(scenario.revision);
    expect(await seen('/versions/1')).toEqual(await seen());
    const [line] = (await listed()).filter(each => each.id === id);
    expect(line).toMatchObject({ latest: version, area: { id: 'centrum', kind: 'town-centre' } });
    const settings = await api.get(`${SCENARIOS}/${id}/versions/1/settings`);
    expect((await answerOf(settings, ScenarioSettings)).combinations).toHaveLength(1);
  });

  test('gets a new version each time it is published, also when nothing changed; older ones stay', async () => {
    await published();
    const before = await seen();
    expect((await published()).version).toBe(2);
    const older = await seen('/versions/1');
    expect(older.scenario).toEqual(before.scenario);
    expect(older.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect((await seen()).scenario.version).toBe(2);
    expect((await seen()).scenario.checksum).not.toBe(older.scenario.checksum);
    expect((await listed()).find(each => each.id === id)?.latest.version).toBe(2);
  });

  test('two that publish at once get two versions', async () => {
    const answers = await Promise.all([publish(api, id, draftNumber), publish(api, id, draftNumber)]);
    const versions = await Promise.all(answers.map(answer => answerOf(answer, PublishedVersion)));
    expect(versions.map(({ version }) => version.version).sort()).toEqual([1, 2]);
    const archived = await get().database.query<{ archive: string; version: number }>(
      sql`select archive, version from scenario_version where scenario = ${id}`,
    );
    for (const { archive, version } of archived) expect(JSON.parse(archive).version).toBe(version);
  });

  test('is not published from an older draft than the present one', async () => {
    const response = await publish(api, id, draftNumber - 1);
    expect(response.status).toBe(409);
    expect(Problem.parse(await response.json()).type).toBe('conflict');
    expect((await api.get(`${SCENARIOS}/${id}`)).status).toBe(404);
  });

  test('is not published with errors: each is a sentence at a field, and the draft stays as it was', async () => {
    const draft = await begin(api);
    const response = await publish(api, draft.id, draft.draftNumber);
    expect(response.status).toBe(422);
    const problem = Problem.parse(await response.json());
    expect(problem.type).toBe('not-publishable');
    expect(problem.errors?.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['summary', 'measures']),
    );
    for (const { message } of problem.errors ?? []) expect(message).toMatch(/^[A-Z].* .*[.?]$/);
    const kept = await (await api.asPlanner(`${DRAFTS}/${draft.id}`)).json();
    expect(kept).toEqual(draft);
  });

  test('belongs to a decision, once; saying the same again is no change', async () => {
    await published();
    const before = (await seen()).scenario;
    const first = await answerOf(await beside('decision', DECISION), PublishedVersion);
    expect(first.version).toMatchObject({ status: 'decision', decision: DECISION });
    expect((await seen()).scenario).toEqual({ ...before, status: 'decision', decision: DECISION });
    expect((await beside('decision', DECISION)).status).toBe(200);
    const other = await beside('decision', { ...DECISION, number: '2026-115' });
    expect(other.status).toBe(409);
    expect(Problem.parse(await other.json()).type).toBe('immutable');
    expect((await seen()).scenario.decision).toEqual(DECISION);
  });

  test('is withdrawn, once, with a dated message; what it says stays', async () => {
    await published();
    const before = (await seen()).scenario;
    const { version } = await answerOf(await beside('withdrawal', { reason: 'Replaced' }), PublishedVersion);
    expect(version.status).toBe('withdrawn');
    const after = (await seen()).scenario;
    const withdrawn = { on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), reason: 'Replaced' };
    expect(after).toEqual({ ...before, status: 'withdrawn', withdrawn });
    expect((await beside('withdrawal', { reason: 'Replaced' })).status).toBe(200);
    expect((await beside('withdrawal', { reason: 'Other' })).status).toBe(409);
    expect((await beside('decision', DECISION)).status).toBe(409);
    expect((await listed()).find(each => each.id === id)?.latest.status).toBe('withdrawn');
  });

  test('that belongs to a decision keeps that when it is withdrawn, and shows the message', async () => {
    await published();
    await beside('decision', DECISION);
    expect((await beside('withdrawal', { reason: 'Overtaken' })).status).toBe(200);
    const { scenario } = await seen();
    expect(scenario).toMatchObject({ status: 'decision', decision: DECISION });
    expect(scenario.withdrawn?.reason).toBe('Overtaken');
  });

  test('cannot be taken away once it has a version', async () => {
    await published();
    const response = await api.asPlanner(`${DRAFTS}/${id}`, { method: 'DELETE' });
    expect(response.status).toBe(409);
    expect(Problem.parse(await response.json()).type).toBe('immutable');
    expect((await seen()).scenario.version).toBe(1);
  });

  test('stays where it was when the draft goes on', async () => {
    await published();
    const before = await seen();
    const draft = await (await api.asPlanner(`${DRAFTS}/${id}`)).json();
    const document = { ...draft.document, title: 'Another title' };
    expect((await api.asPlanner(`${DRAFTS}/${id}`, putting({ draftNumber, document }))).status).toBe(200);
    expect(await seen()).toEqual(before);
  });

  const opened = (key: string) => api.app.request('/api/v1/shared-scenarios', posting({ key }));
  const shared = async () =>
    (await answerOf(await api.asPlanner(`${DRAFTS}/${id}/sharing`, { method: 'POST' }), ScenarioSharing))
      .key!;

  test('is shared by a link: who has the key sees it, as it was then, and no list names it', async () => {
    const key = await shared();
    expect(key).toMatch(/^[\w-]{43}$/);
    const response = await opened(key);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('ETag')).toBeNull();
    const { scenario, versions } = await answerOf(response, ScenarioVersion);
    expect(scenario).toMatchObject({ id, version: 0, status: 'shared', title: 'secret draft' });
    expect(versions).toEqual([]);
    expect((await listed()).map(each => each.id)).not.toContain(id);
    expect((await api.get(`${SCENARIOS}/${id}`)).status).toBe(404);
    const [row] = await get().database.query(sql`select * from shared_scenario where scenario = ${id}`);
    expect(JSON.stringify(row)).not.toContain(key);
    const drafts = await answerOf(await api.asPlanner(`${DRAFTS}?municipality=${TOWN}`), PlannerScenarios);
    expect(drafts.scenarios.find(each => each.id === id)?.shared).toBe(true);
  });

  test('an unfinished draft can be shared too', async () => {
    ({ id } = await begin(api));
    await answerOf(await opened(await shared()), ScenarioVersion);
  });

  test('a link ends with a newer one, and when sharing ends', async () => {
    const first = await shared();
    const second = await shared();
    expect((await opened(first)).status).toBe(404);
    expect((await opened(second)).status).toBe(200);
    const ended = await api.asPlanner(`${DRAFTS}/${id}/sharing`, { method: 'DELETE' });
    expect(await answerOf(ended, ScenarioSharing)).toEqual({ key: null });
    expect((await opened(second)).status).toBe(404);
    expect((await api.asPlanner(`${DRAFTS}/${id}/sharing`, { method: 'DELETE' })).status).toBe(200);
  });

  test('no key of nobody opens anything, also not as another type', async () => {
    for (const key of ['x'.repeat(43), 'a'.repeat(64)]) expect((await opened(key)).status).toBe(404);
    const bodies: unknown[] = [
      {},
      { key: '' },
      { key: null },
      { key: ['x'.repeat(43)] },
      { key: `${'x'.repeat(42)}\0` },
    ];
    for (const body of bodies) {
      const response = await api.app.request('/api/v1/shared-scenarios', posting(body));
      expect(response.status).toBe(400);
    }
  });
});
