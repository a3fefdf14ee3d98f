import { beforeAll, expect, test } from 'vitest';
import { fixedSql, identifier, sql } from '../../geodata/database/sql.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { openApi, posting, type TestApi } from './api-client.ts';
import { begin, DRAFTS, finished, publish, putting } from './scenario-town.ts';
import { loadSmallTown, OPEN_SERIES, PLANNER_SERIES, TOWN } from './small-town.ts';

/** Values for the parameters of a path: real ones, so that something is answered. */
const IDS: Record<string, string[]> = {
  ':version': ['1'],
  ':id': ['centrum', 'oost', TOWN, 'marktstraat-p2', 'proef'],
  ':layer': ['areas', 'buildings', 'cells', 'base', 'premises'],
  ':document': ['areas.json', 'buildings.json', 'cells.json', 'base.json', 'premises.json'],
  ':revision': ['1'],
  ':z': ['15'],
  ':x': ['16840'],
  ':y': ['10790.mvt'],
  ':address': ['centrum', 'oost/en', TOWN, 'marktstraat-p2', 'proef', 'proef/versions/1/en'],
  ':municipality': [TOWN],
  ':sheet': ['0000000000000000.css'],
};
const QUERIES = [
  '',
  `?municipality=${TOWN}`,
  `?series=${OPEN_SERIES}`,
  `?series=${PLANNER_SERIES}`,
  `?municipality=${TOWN}&series=${OPEN_SERIES}`,
  `?municipality=${TOWN}&series=${PLANNER_SERIES}`,
  `?municipality=${TOWN}&series=${OPEN_SERIES}&size=100`,
  '?q=marktstraat%2012',
];
const preview = (series: string) => {
  const document = { show: 'vacancy-map', municipality: TOWN, area: 'centrum', series };
  return `/e/preview?document=${encodeURIComponent(JSON.stringify(document))}`;
};
const oembed = (path: string) => `/oembed?url=${encodeURIComponent(`http://localhost${path}`)}`;
/** Addresses that answer to a query of their own. */
const QUERIED = [
  preview(OPEN_SERIES),
  preview(PLANNER_SERIES),
  oembed('/areas/centrum'),
  oembed('/e/centrum'),
];

/** Names and ids of `small-town.sql` that only planners may see. */
const SECRET = /secret|(straat|kade)-p\d|planner-list/;

/** Every address that a pattern of the route table stands for. */
function pathsOf(pattern: string, ids: typeof IDS): string[] {
  const parameter = /:[a-z]+(\{.*?\})?/.exec(pattern)?.[0];
  if (parameter === undefined) return [pattern];
  const values = ids[parameter.replace(/\{.*/, '')];
  if (values === undefined) throw new Error(`no value for ${parameter} of ${pattern}: name one above`);
  return values.flatMap(value => pathsOf(pattern.replace(parameter, value), ids));
}

/** Every GET address of the app, from its own route table. */
function addressesOf(api: TestApi, ids: typeof IDS): string[] {
  const patterns = api.app.routes.filter(route => route.method === 'GET').map(route => route.path);
  const paths = new Set(
    patterns.filter(pattern => !pattern.includes('*')).flatMap(pattern => pathsOf(pattern, ids)),
  );
  return [...[...paths].flatMap(path => QUERIES.map(query => path + query)), ...QUERIED];
}

/** A draft that nobody may see, one that has a link, and one that is published, of all shops one by one. */
async function makeScenarios(api: TestApi): Promise<string[]> {
  const [hidden, linked, open] = [await begin(api), await begin(api), await begin(api)];
  await api.asPlanner(`${DRAFTS}/${linked.id}/sharing`, { method: 'POST' });
  const { measures, ...rest } = finished(open.document);
  const ids = Array.from({ length: 24 }, (_, index) => `marktstraat-p${index + 1}`);
  const document = {
    ...rest,
    title: 'Proefdam in 2030',
    measures: measures.map(measure => ({ ...measure, place: { kind: 'premises' as const, ids } })),
  };
  await api.asPlanner(`${DRAFTS}/${open.id}`, putting({ draftNumber: 1, document }));
  expect((await publish(api, open.id, 2)).status).toBe(200);
  return [hidden.id, linked.id, open.id];
}

const isForPlanners = (address: string) => /^\/(api\/v1|tiles)\/planner\//.test(address);

describeOnEachEngine('every address, as planner and then as visitor', get => {
  let api: TestApi;
  let addresses: string[];
  let scenarios: string[];
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
    scenarios = await makeScenarios(api);
    addresses = addressesOf(api, {
      ...IDS,
      ':id': [...IDS[':id']!, ...scenarios],
      ':address': [...IDS[':address']!, ...scenarios],
    });
  });

  test('the list has the addresses that matter', async () => {
    expect(addresses).toContain('/api/v1/planner/premises/marktstraat-p2');
    expect(addresses).toContain('/tiles/planner/premises/1/15/16840/10790.mvt');
    expect(addresses).toContain('/api/v1/areas/centrum/vacancy?series=planner-list');
    for (const id of scenarios) expect(addresses).toContain(`/api/v1/scenarios/${id}/versions/1`);
    expect(addresses).toContain(`/api/v1/planner/scenarios/${scenarios[0]}/base`);
    for (const address of [
      '/areas/centrum',
      '/e/centrum',
      `/e/${scenarios[2]}`,
      ...QUERIED.filter(address => address !== preview(PLANNER_SERIES)),
    ])
      expect((await api.get(address)).status, address).toBe(200);
  });

  test("the visitor gets nothing of the planner's", async () => {
    for (const address of addresses) {
      const planner = await api.asPlanner(address);
      const visitor = await api.get(address);
      expect(visitor.status, address).not.toBe(500);
      expect(planner.status, address).not.toBe(500);
      const [seen, exact] = [
        new Uint8Array(await visitor.arrayBuffer()),
        new Uint8Array(await planner.arrayBuffer()),
      ];
      if (isForPlanners(address)) {
        const open = address.startsWith('/api/v1/planner/session');
        expect(visitor.status, address).toBe(open ? planner.status : 401);
        expect(planner.headers.get('Cache-Control'), address).toMatch(/no-store/);
      } else if (planner.headers.get('Content-Type') !== 'application/problem+json') {
        expect(Buffer.from(seen).equals(Buffer.from(exact)), address).toBe(true);
      }
      const text = Buffer.from(seen).toString('latin1');
      expect(SECRET.exec(text)?.[0], address).toBeUndefined();
    }
  });

  test('of scenarios the visitor finds the published one, whatever is asked', async () => {
    const statuses = scenarios.map(async id => (await api.get(`/api/v1/scenarios/${id}`)).status);
    expect(await Promise.all(statuses)).toEqual([404, 404, 200]);
    const list = await (await api.get(`/api/v1/scenarios?municipality=${TOWN}`)).json();
    expect(list.scenarios.map(({ id }: { id: string }) => id)).toEqual([scenarios[2]]);
    // Neither the id of a shared scenario nor the hash of its key is a key.
    const [row] = await get().database.query<{ hash: string }>(
      fixedSql('select key_hash as hash from shared_scenario'),
    );
    for (const key of [row!.hash, scenarios[1]!.padEnd(43, '0')])
      expect((await api.app.request('/api/v1/shared-scenarios', posting({ key }))).status).toBe(404);
  });

  test('the planner does get it', async () => {
    const response = await api.asPlanner('/api/v1/planner/premises/marktstraat-p2');
    expect(await response.text()).toMatch(/secret shop 2/);
  });

  test('the database itself refuses the visitors what is not published', async () => {
    const { database } = get();
    const tables = ['premises', 'observation', 'spell', 'premises_state', 'cell', 'area_tally', 'session'];
    for (const table of [
      ...tables,
      'rejected_row',
      'sign_in_token',
      'premises_area',
      'street_side_premises',
      'scenario',
      'scenario_base',
      'scenario_version',
      'shared_scenario',
      'embed_use',
    ]) {
      const asked = database.as('visitor').query(sql`select * from ${identifier(table)} limit 1`);
      await expect(asked, table).rejects.toMatchObject({ kind: 'refused' });
    }
  });
});
