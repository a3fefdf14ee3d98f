import { beforeAll, expect, test } from 'vitest';
import { sql } from '../../geodata/database/sql.ts';
import { Addresses } from '../../server/contract/address.ts';
import { RejectedRows } from '../../server/contract/dataset.ts';
import { Streets } from '../../server/contract/street.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, openApi, type TestApi } from './api-client.ts';
import { loadSmallTown, TOWN } from './small-town.ts';

describeOnEachEngine('lists by page', get => {
  let api: TestApi;
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
  });

  test('following `next` reads every address once', async () => {
    const ids: string[] = [];
    let next: string | null = `/api/v1/addresses?municipality=${TOWN}&limit=25`;
    const sizes: number[] = [];
    while (next !== null) {
      const page: Addresses = await answerOf(await api.get(next), Addresses);
      ids.push(...page.addresses.map(address => address.id));
      sizes.push(page.addresses.length);
      next = page.next;
    }
    expect(sizes).toEqual([25, 25, 9]);
    expect(new Set(ids).size).toBe(59);
    expect(ids).toEqual(ids.toSorted());
  });

  test('a street, a postcode, both', async () => {
    const count = async (query: string) => {
      const response = await api.get(`/api/v1/addresses?municipality=${TOWN}&${query}`);
      return (await answerOf(response, Addresses)).addresses.length;
    };
    expect(await count('street=Kade')).toBe(12);
    expect(await count('postcode=9901AB')).toBe(1);
    expect(await count('street=Kade&postcode=9901AB')).toBe(0);
  });

  test('an address stands where it stands', async () => {
    const response = await api.get(`/api/v1/addresses?municipality=${TOWN}&street=Dorpsstraat&limit=1`);
    const [address] = (await answerOf(response, Addresses)).addresses;
    expect(address).toMatchObject({ street: 'Dorpsstraat', number: 1, place: 'Proefdam', letter: '' });
    // The engine's own transformation is the yardstick: within a centimetre.
    const [point] = await get().database.query<{ lon: number; lat: number }>(sql`
      select st_x(degrees) as lon, st_y(degrees) as lat
      from st_transform(st_setsrid(st_makepoint(121010, 500000), 28992), 4326) as degrees`);
    expect(address!.position[0]).toBeCloseTo(point!.lon, 6);
    expect(address!.position[1]).toBeCloseTo(point!.lat, 6);
  });

  test('streets', async () => {
    const response = await api.get(`/api/v1/streets?municipality=${TOWN}&limit=2`);
    const { streets, next } = await answerOf(response, Streets);
    expect(streets.map(street => street.name)).toEqual(['Dorpsstraat', 'Kade']);
    const rest = await answerOf(await api.get(next!), Streets);
    expect(rest.streets.map(street => street.name)).toEqual(['Marktstraat']);
    expect(rest.next).toBeNull();
  });

  test('rejected rows, with all reasons on every page', async () => {
    const path = '/api/v1/planner/datasets/proef/rejected-rows?limit=2';
    const first = await answerOf(await api.asPlanner(path), RejectedRows);
    expect(first.reasons).toEqual([
      { kind: 'address', reason: 'no-street', count: 2 },
      { kind: 'building', reason: 'not-closed', count: 1 },
    ]);
    expect(first.rows.map(row => row.number)).toEqual([1, 2]);
    const last = await answerOf(await api.asPlanner(first.next!), RejectedRows);
    expect(last.rows.map(row => row.number)).toEqual([3]);
    expect(last.next).toBeNull();
    expect((await api.asPlanner('/api/v1/planner/datasets/nothing/rejected-rows')).status).toBe(404);
  });
});
