import { beforeAll, expect, test } from 'vitest';
import { describeOnEachEngine } from '../support/database.ts';
import { openApi, type TestApi } from './api-client.ts';
import { loadSmallTown, OPEN_SERIES, PLANNER_SERIES, TOWN } from './small-town.ts';

/** Values for the parameters of a path: real ones, so that something is answered. */
const IDS: Record<string, readonly string[]> = {
  ':id': ['centrum', 'oost', TOWN, 'marktstraat-p2', 'proef'],
  ':layer': ['areas', 'buildings', 'cells', 'base', 'premises'],
  ':document': ['areas.json', 'buildings.json', 'cells.json', 'base.json', 'premises.json'],
  ':revision': ['1'],
  ':z': ['15'],
  ':x': ['16840'],
  ':y': ['10790.mvt'],
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

/** Names and ids of `small-town.sql` that only planners may see. */
const SECRET = /secret|(straat|kade)-p\d|planner-list/;

/** Every address that a pattern of the route table stands for. */
function pathsOf(pattern: string): string[] {
  const parameter = /:[a-z]+(\{.*?\})?/.exec(pattern)?.[0];
  if (parameter === undefined) return [pattern];
  const values = IDS[parameter.replace(/\{.*/, '')];
  if (values === undefined) throw new Error(`no value for ${parameter} of ${pattern}: name one above`);
  return values.flatMap(value => pathsOf(pattern.replace(parameter, value)));
}

/** Every GET address of the app, from its own route table. */
function addressesOf(api: TestApi): string[] {
  const patterns = api.app.routes.filter(route => route.method === 'GET').map(route => route.path);
  const paths = new Set(patterns.filter(pattern => !pattern.includes('*')).flatMap(pathsOf));
  return [...paths].flatMap(path => QUERIES.map(query => path + query));
}

const isForPlanners = (address: string) => /^\/(api\/v1|tiles)\/planner\//.test(address);

describeOnEachEngine('every address, as planner and then as visitor', get => {
  let api: TestApi;
  let addresses: string[];
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
    addresses = addressesOf(api);
  });

  test('the list has the addresses that matter', () => {
    expect(addresses).toContain('/api/v1/planner/premises/marktstraat-p2');
    expect(addresses).toContain('/tiles/planner/premises/1/15/16840/10790.mvt');
    expect(addresses).toContain('/api/v1/areas/centrum/vacancy?series=planner-list');
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

  test('the planner does get it', async () => {
    const response = await api.asPlanner('/api/v1/planner/premises/marktstraat-p2');
    expect(await response.text()).toMatch(/secret shop 2/);
  });

  test('the database itself refuses the visitors what is not published', async () => {
    const { database } = get();
    const tables = ['premises', 'observation', 'spell', 'premises_state', 'cell', 'area_tally', 'session'];
    const { identifier, sql } = await import('../../geodata/database/sql.ts');
    for (const table of [
      ...tables,
      'rejected_row',
      'sign_in_token',
      'premises_area',
      'street_side_premises',
    ]) {
      const asked = database.as('visitor').query(sql`select * from ${identifier(table)} limit 1`);
      await expect(asked, table).rejects.toMatchObject({ kind: 'refused' });
    }
  });
});
