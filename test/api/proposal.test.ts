import { beforeAll, expect, test } from 'vitest';
import { fixedSql } from '../../geodata/database/sql.ts';
import { Areas } from '../../server/contract/area.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, openApi, posting, type TestApi } from './api-client.ts';
import { loadSmallTown, TOWN } from './small-town.ts';

const PATH = '/api/v1/planner/areas/oost/acceptance';

describeOnEachEngine('a proposed area', get => {
  let api: TestApi;
  beforeAll(async () => {
    await loadSmallTown(get().database, fixedSql(`update area set proposal = true where id = 'oost'`));
    api = openApi(get().database);
  });
  const areaNow = async () =>
    (await answerOf(await api.get(`/api/v1/areas?municipality=${TOWN}`), Areas)).areas.find(
      ({ id }) => id === 'oost',
    );

  test('is refused to visitors, and with an outline elsewhere', async () => {
    expect((await api.app.request(PATH, posting({}))).status).toBe(401);
    const ring = [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ];
    const response = await api.asPlanner(
      PATH,
      posting({ geometry: { type: 'Polygon', coordinates: [ring] } }),
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ field: 'geometry' }] });
    expect(await areaNow()).toMatchObject({ proposal: true, name: 'Oosterdorp' });
  });

  test('is accepted once, with a name, in a new revision', async () => {
    const response = await api.asPlanner(PATH, posting({ name: 'Dorpshart Oost' }));
    expect(response.status).toBe(200);
    expect(await areaNow()).toMatchObject({ proposal: false, name: 'Dorpshart Oost' });
    expect((await api.asPlanner(PATH, posting({}))).status).toBe(404);
  });
});
