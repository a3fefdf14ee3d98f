import { beforeAll, expect, test } from 'vitest';
import { FUNCTION_CODES } from '../../geodata/vocabulary/function.ts';
import { statusIndex } from '../../geodata/vocabulary/status.ts';
import { Premises, PremisesHeader } from '../../server/contract/premises.ts';
import { describeOnEachEngine } from '../support/database.ts';
import { answerOf, frameOf, openApi, type TestApi } from './api-client.ts';
import { loadSmallTown, OPEN_SERIES, TOWN } from './small-town.ts';

const FRAME = `/api/v1/planner/premises?municipality=${TOWN}&series=${OPEN_SERIES}`;

describeOnEachEngine('premises', get => {
  let api: TestApi;
  beforeAll(async () => {
    await loadSmallTown(get().database);
    api = openApi(get().database);
  });

  test('one has its whole story', async () => {
    const response = await api.asPlanner('/api/v1/planner/premises/marktstraat-p2');
    const premises = await answerOf(response, Premises);
    expect(premises).toMatchObject({
      id: 'marktstraat-p2',
      name: 'secret shop 2',
      address: 'Marktstraat 2 Proefdam',
      buildings: [{ id: 'marktstraat-b2', bagId: null, buildYear: 1902 }],
      areas: ['centrum'],
      periods: [{ from: '2000-01-01', until: null, function: 'retail', floorArea: 100, purposes: [] }],
      successors: [],
    });
    expect(premises.observations.map(each => [each.series, each.referenceDate, each.status])).toEqual([
      ['open-round', '2025-01-01', 'vacant'],
      ['open-round', '2026-01-01', 'vacant'],
      ['planner-list', '2026-01-01', 'vacant'],
    ]);
    const [spell] = premises.spells.filter(each => each.series === OPEN_SERIES);
    expect(spell).toMatchObject({ firstSeen: '2025-01-01', lastSeen: '2026-01-01', untilLatest: null });
  });

  test('all of them come as columns of equal length', async () => {
    const { header, columns } = await frameOf(await api.asPlanner(FRAME), PremisesHeader);
    expect(header.ids).toHaveLength(58);
    expect(header.ids).toEqual(header.ids.toSorted());
    for (const name of ['lon', 'lat', 'function', 'floorArea', 'building', 'buildYear'])
      expect(columns[name], name).toHaveLength(58);
    expect(columns.states).toHaveLength(58 * 2);
  });

  test('and say the same as each of them alone', async () => {
    const { header, columns } = await frameOf(await api.asPlanner(FRAME), PremisesHeader);
    for (const [index, id] of header.ids.entries()) {
      const one = await answerOf(await api.asPlanner(`/api/v1/planner/premises/${id}`), Premises);
      const [lon, lat] = one.position;
      expect(columns.lon![index]! / 1e7).toBeCloseTo(lon, 6);
      expect(columns.lat![index]! / 1e7).toBeCloseTo(lat, 6);
      expect(FUNCTION_CODES[columns.function![index]!]).toBe(one.periods[0]!.function);
      expect(columns.floorArea![index]).toBe(one.periods[0]!.floorArea ?? -1);
      expect(header.buildings[columns.building![index]!]).toBe(one.buildings[0]!.id);
      expect(columns.buildYear![index]).toBe(one.buildings[0]!.buildYear);
      const areas = header.areas.filter((_, area) => columns[`area:${area}`]!.includes(index));
      expect(areas).toEqual(one.areas);
      const vacant = one.observations
        .filter(each => each.series === OPEN_SERIES)
        .map(each => each.referenceDate);
      header.referenceDates.forEach((date, number) => {
        const status = columns.states![index * 2 + number];
        if (vacant.includes(date)) expect(status).toBe(statusIndex('vacant'));
        else expect([statusIndex('in-use'), statusIndex('not-observed')]).toContain(status);
      });
    }
  });

  test('spells point at premises and dates that are there', async () => {
    const { header, columns } = await frameOf(await api.asPlanner(FRAME), PremisesHeader);
    const { spellPremises, spellFirst, spellLast } = columns;
    expect(spellPremises).toHaveLength(8);
    const marktstraat2 = spellPremises!.indexOf(header.ids.indexOf('marktstraat-p2'));
    expect([spellFirst![marktstraat2], spellLast![marktstraat2]]).toEqual([0, 1]);
  });
});
