import { beforeAll, expect, test } from 'vitest';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import {
  PlannerScenario,
  PublishedVersion,
  RenewedBase,
  ScenarioArchive,
  ScenarioVersion,
} from '../../server/contract/scenario-version.ts';
import { canonicalText } from '../../server/planning/canonical.ts';
import { recompute } from '../../server/planning/recompute.ts';
import { checksumOf } from '../../server/queries/scenario-checksum.ts';
import { archiveOf } from '../../server/queries/scenario-version.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, openApi, posting, type TestApi } from './api-client.ts';
import { begin, beginFinished, DRAFTS, publish, putting } from './scenario-town.ts';
import { importAgain, loadSmallTown, OPEN_SERIES } from './small-town.ts';

/** Shops 1 to 12 stand empty too, one is gone, and the town is another size. */
const NEWER = sql`
  with emptied as (
    insert into observation (premises, series, reference_date, status, reliability, recorded_by)
    select 'marktstraat-p' || n, ${OPEN_SERIES}, '2026-01-01', 'vacant', 'high', 'test'
    from generate_series(1, 12) as n where n not in (2, 5, 9)),
  gone as (delete from premises where id = 'marktstraat-p20')
  update building set geom = st_translate(geom, 1, 1) where id = 'marktstraat-b1'`;

describeOnEachEngine('a version of a scenario', get => {
  let api: TestApi;
  let id: string;
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
    const made = await beginFinished(api);
    id = made.id;
    await answerOf(await publish(api, id, made.draftNumber), PublishedVersion);
  });

  const archived = async () => (await archiveOf(get().database.as('planner'), id, 1))!;
  const answered = async (path: string) => (await api.get(`/api/v1/scenarios/${id}${path}`)).text();

  test('keeps all that it was made of, under a checksum of its exact text', async () => {
    const { archive, checksum } = await archived();
    expect(checksumOf(archive)).toBe(checksum);
    const parsed = ScenarioArchive.parse(JSON.parse(archive));
    expect(canonicalText(parsed)).toBe(archive);
    expect(parsed).toMatchObject({ format: 'kernkaart-scenario-1', id, version: 1 });
    expect(parsed.software).toMatch(/^kernkaart \d/);
    const { scenario } = ScenarioVersion.parse(JSON.parse(await answered('')));
    expect(scenario).toMatchObject({ checksum, software: parsed.software, revision: parsed.base.revision });
  });

  test('says the same when the data change, and recomputes to its stored result', async () => {
    const paths = ['/versions/1', '/versions/1/settings'];
    const before = await Promise.all(paths.map(answered));
    const revision = await importAgain(get().database, NEWER);
    const [version, settings] = await Promise.all(paths.map(answered));
    expect(settings).toBe(before[1]);
    const [was, is] = [before[0]!, version!].map(text => ScenarioVersion.parse(JSON.parse(text)));
    expect(JSON.stringify(is!.scenario)).toBe(JSON.stringify(was!.scenario));
    expect(is!.currentRevision).toBe(revision);
    expect(is!.currentRevision).toBeGreaterThan(is!.scenario.revision);
    const { archive } = await archived();
    const { document, base, result } = ScenarioArchive.parse(JSON.parse(archive));
    expect(canonicalText(recompute(document, base))).toBe(canonicalText(result));
  });

  test('a draft keeps its base until it takes a newer one, and is told which premises are gone', async () => {
    const draft = await answerOf(await api.asPlanner(`${DRAFTS}/${id}`), PlannerScenario);
    expect(draft.currentRevision).toBeGreaterThan(draft.baseRevision);
    const place = { kind: 'premises', ids: ['marktstraat-p19', 'marktstraat-p20'] };
    const document = { ...draft.document, measures: [{ ...draft.document.measures[0]!, place }] };
    const saved = await api.asPlanner(
      `${DRAFTS}/${id}`,
      putting({ draftNumber: draft.draftNumber, document }),
    );
    const { draftNumber } = await saved.json();
    const renew = (number: number) =>
      api.asPlanner(
        `${DRAFTS}/${id}/base`,
        posting({ draftNumber: number, series: OPEN_SERIES, referenceDate: '2026-01-01' }),
      );
    expect((await renew(draftNumber - 1)).status).toBe(409);
    const renewed = await answerOf(await renew(draftNumber), RenewedBase);
    expect(renewed.gone).toEqual([
      {
        measure: 'm1',
        premises: [{ id: 'marktstraat-p20', label: 'secret shop 20, Marktstraat 20 Proefdam' }],
      },
    ]);
    const after = await answerOf(await api.asPlanner(`${DRAFTS}/${id}`), PlannerScenario);
    expect(after).toMatchObject({ document, draftNumber: renewed.draftNumber });
    expect(after.baseRevision).toBe(after.currentRevision);
  });

  test('an amendment starts from what the version knew, not from newer data', async () => {
    const amendment = await begin(api, { kind: 'amendment', scenario: id, version: 1, title: 'Other' });
    expect(amendment.baseRevision).toBeLessThan(amendment.currentRevision!);
    const base = await (await api.asPlanner(`${DRAFTS}/${amendment.id}/base`)).text();
    const { archive } = await archived();
    expect(base).toBe(canonicalText(JSON.parse(archive).base));
  });

  const VERSION = `where scenario = (select min(scenario) from published_scenario)`;
  test.each([
    `update scenario_version set archive = '{}' ${VERSION}`,
    `update scenario_version set checksum = 'x' ${VERSION}`,
    `update scenario_version set version = 7 ${VERSION}`,
    `delete from scenario_version`,
    `update published_scenario set content = '{}' ${VERSION}`,
    `update published_scenario set settings = '{}' ${VERSION}`,
    `update published_scenario set line = '{}' ${VERSION}`,
    `update published_scenario set municipality = 'GM0001' ${VERSION}`,
    `delete from published_scenario`,
    `delete from scenario where id in (select scenario from published_scenario)`,
  ])('the database itself refuses: %s', async text => {
    const before = [await answered('/versions/1'), await archived()];
    await expect(get().database.query(fixedSql(text))).rejects.toMatchObject({
      kind: 'refused',
      cause: { code: expect.stringMatching(/^23/) },
    });
    expect([await answered('/versions/1'), await archived()]).toEqual(before);
  });

  test('the database itself keeps a decision and a withdrawal as they are', async () => {
    const write = (text: string) => get().database.query(fixedSql(`update published_scenario set ${text}`));
    await write(`decision = '{"body": "a", "number": "1", "date": "2026-01-01", "amended": false}'`);
    await write(`withdrawn = '{"on": "2026-01-01", "reason": "b"}'`);
    for (const text of [
      `decision = null`,
      `decision = '{"body": "b"}'`,
      `withdrawn = null`,
      `withdrawn = '{}'`,
    ])
      await expect(write(text)).rejects.toMatchObject({ cause: { code: '23000' } });
  });

  test('a version of an invented town may go with it', async () => {
    const { database } = get();
    await database.query(sql`update municipality set fictional = true`);
    await database.query(sql`delete from published_scenario`);
    await database.query(sql`delete from scenario_version`);
    expect(await database.query(sql`select from scenario_version`)).toEqual([]);
    expect((await api.get(`/api/v1/scenarios/${id}`)).status).toBe(404);
  });
});
