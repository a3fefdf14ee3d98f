import { beforeAll, expect, test } from 'vitest';
import { sql } from '../../geodata/database/sql.ts';
import { AreaDetail } from '../../server/contract/area.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, openApi, type TestApi } from './api-client.ts';
import { loadSmallTown } from './small-town.ts';

describeOnEachEngine('an area', get => {
  let api: TestApi;
  beforeAll(async () => {
    const { database } = get();
    await loadSmallTown(database);
    // The centre reaches from x = 119900 to 120500, 600 m.
    await database.query(sql`
      insert into area (id, municipality, kind, name, geom, geom_3857, dataset, deciding_body, decision, decision_date)
      select id, 'GM9901', kind, id, st_multi(geom), st_multi(st_transform(geom, 3857)), 'proef', body, decision, date::date
      from (values
        ('kern', 'core-shopping', 120050, 120500, 'de raad', 'Detailhandelsvisie 2024', '2024-03-14'),
        ('biz', 'business-improvement-district', 120350, 121500, 'het college', 'BIZ 2025', '2024-12-01'),
        ('aanloop', 'approach-street', 120500, 120900, null, null, null),
        ('winkels', 'shopping-area', 119900, 120500, null, null, null)
      ) as zone (id, kind, west, east, body, decision, date)
      cross join lateral (select st_setsrid(st_makeenvelope(west, 499900, east, 500100), 28992) as geom) as outline`);
    api = openApi(database);
  });

  const zones = async (id: string) =>
    (await answerOf(await api.get(`/api/v1/areas/${id}`), AreaDetail)).zones;

  test('names the policy zones that it lies in, with their decisions, the largest share first', async () => {
    // A zone that only touches is none, nor is another area that is no policy zone.
    expect(await zones('centrum')).toEqual([
      {
        ...{ id: 'kern', kind: 'core-shopping', name: 'kern', share: 75 },
        ...{ decidingBody: 'de raad', decision: 'Detailhandelsvisie 2024', decisionDate: '2024-03-14' },
      },
      {
        ...{ id: 'biz', kind: 'business-improvement-district', name: 'biz', share: 25 },
        ...{ decidingBody: 'het college', decision: 'BIZ 2025', decisionDate: '2024-12-01' },
      },
    ]);
    expect(await zones('haven')).toEqual([]);
  });

  test('that is a zone itself names the others', async () => {
    expect((await zones('kern')).map(({ id, share }) => [id, share])).toEqual([['biz', 33]]);
  });
});
