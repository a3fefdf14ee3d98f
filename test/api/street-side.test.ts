import { beforeAll, expect, test } from 'vitest';
import { fixedSql, sql } from '../../geodata/database/sql.ts';
import { FRONT_MEASURES } from '../../geodata/figures/front.ts';
import { finishImport } from '../../geodata/import/finish.ts';
import { StreetSides } from '../../server/contract/street-side.ts';
import { CubeHeader, Vacancy } from '../../server/contract/vacancy.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, frameOf, openApi, type TestApi } from './api-client.ts';
import { loadSmallTown, OPEN_SERIES, TOWN } from './small-town.ts';

const LIST = `/api/v1/street-sides?municipality=${TOWN}`;
const CONFIDENTIAL = -1;

describeOnEachEngine('street sides', get => {
  let api: TestApi;
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
  });

  /** Fronts of a street side and function in the cube: [known, observed, vacant] per date, decimetres. */
  async function fronts(viewer: 'visitor' | 'planner', side: string, scope: string) {
    const path = `vacancy?municipality=${TOWN}&series=${OPEN_SERIES}`;
    const response =
      viewer === 'visitor'
        ? await api.get(`/api/v1/${path}`)
        : await api.asPlanner(`/api/v1/planner/${path}`);
    const { header, columns } = await frameOf(response, CubeHeader);
    const key = header.keys.findIndex(([area, func]) => area === side && func === scope);
    const length = FRONT_MEASURES.length * header.referenceDates.length;
    expect(columns.fronts).toHaveLength(columns.frontKeys!.length * length);
    const at = columns.frontKeys!.indexOf(key);
    const values = Array.from(columns.fronts!.subarray(at * length, (at + 1) * length));
    return header.referenceDates.map((_, date) => FRONT_MEASURES.map((_, row) => values[row * 2 + date]));
  }

  const sideOf = async (street: string, side: string) => {
    const { streetSides } = await answerOf(await api.get(LIST), StreetSides);
    return streetSides.find(each => each.street === street && each.side === side)!;
  };

  test('are listed for centres and cores, each with a line of its own', async () => {
    const { streetSides } = await answerOf(await api.get(LIST), StreetSides);
    expect(
      streetSides.map(({ area, street, side, frontageMetres }) => [area, street, side, frontageMetres]),
    ).toEqual([
      // Twenty buildings of 8 m on each side; the work area is not walked.
      ['centrum', 'Marktstraat', 'even', 160],
      ['centrum', 'Marktstraat', 'odd', 160],
      ['oost', 'Dorpsstraat', 'even', 24],
      ['oost', 'Dorpsstraat', 'odd', 24],
    ]);
    const lines = streetSides.map(({ geometry }) => JSON.stringify(geometry!.coordinates));
    expect(new Set(lines).size).toBe(4);
    for (const { geometry } of streetSides)
      for (const [longitude, latitude] of geometry!.coordinates.flat()) {
        expect(longitude).toBeCloseTo(4.9, 0);
        expect(latitude).toBeCloseTo(52.5, 0);
      }
  });

  test('have figures like any area, exact for planners', async () => {
    const { id } = await sideOf('Marktstraat', 'even');
    const query = `series=${OPEN_SERIES}&referenceDate=2026-01-01&function=retail`;
    const exact = await answerOf(
      await api.asPlanner(`/api/v1/planner/areas/${id}/vacancy?${query}`),
      Vacancy,
    );
    // Even shops 2-24: 2 and 20 and 26 are vacant, of which 26 is a cafe.
    expect(exact.figures).toMatchObject([
      { observed: 12, vacant: 2, observedFloorArea: 1200, vacantFloorArea: 200 },
    ]);
    const shown = await answerOf(await api.get(`/api/v1/areas/${id}/vacancy?series=${OPEN_SERIES}`), Vacancy);
    const published = (scope: string) =>
      shown.figures.find(figure => figure.function === scope && figure.referenceDate === '2026-01-01');
    // Sixteen shops and cafes; four cafes are too few, and shops less than all would give them away.
    expect(published('all')).toMatchObject({ observed: 15, vacant: '<5', vacantFloorArea: 'confidential' });
    expect(published('hospitality')).toMatchObject({ observed: 'confidential' });
    expect(published('retail')).toMatchObject({ observed: 'confidential', vacant: 'confidential' });
  });

  test('have vacant metres for planners, and for visitors where the figures are exact only', async () => {
    const { id } = await sideOf('Marktstraat', 'even');
    // On the first date 2, 20, 26 and 30 were seen vacant; fronts are 8 m each.
    expect(await fronts('planner', id, 'retail')).toEqual([
      [12, 960, 160],
      [12, 960, 160],
    ]);
    expect(await fronts('visitor', id, 'retail')).toEqual([
      [CONFIDENTIAL, CONFIDENTIAL, CONFIDENTIAL],
      [CONFIDENTIAL, CONFIDENTIAL, CONFIDENTIAL],
    ]);
    const { database } = get();
    await database.query(fixedSql(`update series set profile = 'visible' where id = 'open-round'`));
    await database.transaction(
      transaction =>
        finishImport(
          transaction,
          { publish: publishFigures, madeBy: 'test', software: 'test' },
          { municipality: TOWN, reason: 'profile' },
        ),
      { deadline: 60_000 },
    );
    expect(await fronts('visitor', id, 'retail')).toEqual(await fronts('planner', id, 'retail'));
    // Three shops of which one is vacant are shown, with their fronts; two would be hidden, front and all.
    const village = await sideOf('Dorpsstraat', 'odd');
    expect((await fronts('visitor', village.id, 'retail'))[1]).toEqual([3, 240, 80]);
    await database.query(sql`delete from premises where id = 'dorpsstraat-p1'`);
    await database.transaction(
      transaction =>
        finishImport(
          transaction,
          { publish: publishFigures, madeBy: 'test', software: 'test' },
          { municipality: TOWN, reason: 'fewer' },
        ),
      { deadline: 60_000 },
    );
    expect((await fronts('planner', village.id, 'retail'))[1]).toEqual([2, 160, 80]);
    expect((await fronts('visitor', village.id, 'retail'))[1]).toEqual([
      CONFIDENTIAL,
      CONFIDENTIAL,
      CONFIDENTIAL,
    ]);
  });

  test('of a municipality that is not here are not found', async () => {
    expect((await api.get('/api/v1/street-sides?municipality=GM0001')).status).toBe(404);
  });
});
