import { beforeEach, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import { acceptProposal } from '../../geodata/sources/areas/accept-proposal.ts';
import {
  classifyCentres,
  type FoundCentre,
  proposeCentres,
} from '../../geodata/sources/areas/propose-centres.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import { importContext } from '../support/shapes.ts';
import { type Door, streetTown } from '../support/street-town.ts';

const row = (street: string, count: number, from: Omit<Door, 'street' | 'number'>, step: number): Door[] =>
  Array.from({ length: count }, (_, index) => ({
    ...from,
    street,
    number: index + 1,
    x: from.x + step * index,
  }));

/**
 * Marktstraat: six shops and a bar, 20 m apart (150000 to 150120). Hoek: five shops 20 m apart, 500 m east. Weg: four shops,
 * which are too few. Laan: five shops 60 m apart, which is too far. Twenty homes between the shops of the Marktstraat.
 */
const TOWN: Door[] = [
  ...row('Marktstraat', 6, { x: 150_000, y: 463_000, function: 'retail', building: 4 }, 20),
  { street: 'Marktstraat', number: 7, x: 150_120, y: 463_000, function: 'hospitality', building: 4 },
  ...row('Hoek', 5, { x: 150_600, y: 463_000, function: 'retail' }, 20),
  ...row('Weg', 4, { x: 150_000, y: 464_000, function: 'retail' }, 20),
  ...row('Laan', 5, { x: 150_600, y: 464_000, function: 'retail' }, 60),
  ...row('Marktstraat', 20, { x: 150_000, y: 463_005, function: 'housing' }, 5),
];

describeOnEachEngine('centres', get => {
  const rows = (text: string): Promise<Row[]> => get().database.query(fixedSql(text));
  const propose = () => proposeCentres('GM0997', importContext(get().database));

  beforeEach(async () => {
    await truncateAll(get().database);
    await streetTown(get().database, TOWN);
  });

  test('are proposed where five or more stand within reach of each other', async () => {
    const result = await propose();
    expect(result.counts).toEqual({
      premises: { read: 21, loaded: 12, rejected: 0, leftOut: 9 },
      area: { read: 2, loaded: 2, rejected: 0, leftOut: 0 },
      'main-centre': { read: 1, loaded: 1, rejected: 0, leftOut: 0 },
    });
    const found = await rows(`select kind, name, name_derived, proposal, figures -> 'premises' as n,
      figures -> 'retail' as retail, figures -> 'parameters' ->> 'link' as link from area order by name`);
    expect(found).toEqual([
      {
        kind: 'village-core',
        name: 'Centrum Nieuwmarker',
        name_derived: true,
        proposal: true,
        n: 7,
        retail: 6,
        link: '50',
      },
      {
        kind: 'shopping-area',
        name: 'Winkelgebied Hoek',
        name_derived: true,
        proposal: true,
        n: 5,
        retail: 5,
        link: '50',
      },
    ]);
    expect(await rows("select licence, attribution from dataset where source = 'proposed-centres'")).toEqual([
      { licence: 'CC0', attribution: 'Kadaster' },
    ]);
  });

  test('have an outline five metres around their buildings', async () => {
    await propose();
    // Buildings from 149996 to 150124 by 462996 to 463004, five metres more on every side, corners rounded.
    const [box] =
      await rows(`select ST_XMin(geom) as west, ST_XMax(geom) as east, ST_YMin(geom) as south, ST_YMax(geom) as north,
      ST_Area(geom) as area, ST_NumGeometries(geom) as parts from area where name = 'Centrum Nieuwmarker'`);
    expect(box!.west).toBeCloseTo(149_991, 0);
    expect(box!.east).toBeCloseTo(150_129, 0);
    expect(box!.south).toBeCloseTo(462_991, 0);
    expect(box!.north).toBeCloseTo(463_009, 0);
    expect(box!.parts).toBe(1);
    // 138 x 18 m is 2484 m2; between buildings the closing leaves dents of less than a metre.
    expect(box!.area).toBeGreaterThan(2_300);
    expect(box!.area).toBeLessThan(2_484);
  });

  test('keep their id when derived anew, and earlier proposals go', async () => {
    await propose();
    const before = await rows('select id from area order by id');
    await rows("update premises_period set until_date = '2024-01-01' where premises = 'p008'");
    await propose();
    const after = await rows('select id, name from area order by id');
    // Hoek has four left: too few.
    expect(after.map(({ name }) => name)).toEqual(['Centrum Nieuwmarker']);
    expect(before).toContainEqual({ id: after[0]!.id });
    expect(await rows("select count(*) as n from dataset where source = 'proposed-centres'")).toEqual([
      { n: 1 },
    ]);
  });

  test('that were accepted are areas like any other, and stay', async () => {
    await propose();
    const [centre] = await rows("select id from area where name = 'Centrum Nieuwmarker'");
    const id = centre!.id as string;
    const revision = await acceptProposal(importContext(get().database), id, { name: ' Oude  markt ' });
    expect(revision).toBeGreaterThan(0);
    expect(
      await rows(`select name, name_derived, proposal, source, loaded_count, dataset.revision as revision
        from area join dataset on dataset.id = area.dataset where area.id = '${id}'`),
    ).toEqual([
      {
        name: 'Oude markt',
        name_derived: false,
        proposal: false,
        source: 'areas',
        loaded_count: 1,
        revision,
      },
    ]);
    expect(await acceptProposal(importContext(get().database), id)).toBeUndefined();
    expect(await acceptProposal(importContext(get().database), 'nothing')).toBeUndefined();
    const again = await propose();
    expect(again.counts.area).toEqual({ read: 2, loaded: 1, rejected: 0, leftOut: 1 });
    expect(again.reasons).toEqual([{ kind: 'area', reason: 'centre-known', count: 1 }]);
    expect(await rows('select name, proposal from area order by name')).toEqual([
      { name: 'Oude markt', proposal: false },
      { name: 'Winkelgebied Hoek', proposal: true },
    ]);
  });

  test('can be redrawn while they are accepted, and a bad outline changes nothing', async () => {
    await propose();
    const [centre] = await rows("select id from area where name = 'Centrum Nieuwmarker'");
    const id = centre!.id as string;
    const degrees = (
      await rows(`select ST_AsGeoJSON(ST_Transform(ST_MakeEnvelope(150000, 462990, 150010, 463000, 28992), 4326), 9)
      as text`)
    )[0]!.text as string;
    const context = importContext(get().database);
    for (const geometry of [
      { type: 'Point' as const, coordinates: [5.3, 52.1] },
      {
        type: 'Polygon' as const,
        coordinates: [
          [
            [13, 52],
            [13.1, 52],
            [13.1, 52.1],
            [13, 52],
          ],
        ],
      },
      {
        type: 'Polygon' as const,
        coordinates: [
          [
            [5.3, 52.1],
            [5.4, 52.2],
            [5.4, 52.2],
            [5.3, 52.1],
          ],
        ],
      },
    ])
      await expect(acceptProposal(context, id, { geometry })).rejects.toMatchObject({
        code: 'proposal-geometry',
      });
    await expect(acceptProposal(context, id, { name: '  ' })).rejects.toMatchObject({
      code: 'proposal-name',
    });
    expect(await rows(`select proposal from area where id = '${id}'`)).toEqual([{ proposal: true }]);
    await acceptProposal(context, id, { geometry: JSON.parse(degrees) });
    const [area] = await rows(`select ST_Area(geom) as area, name from area where id = '${id}'`);
    expect(area!.area).toBeCloseTo(100, 1);
    // Redrawn to other ground, it is the same centre still.
    await propose();
    expect(await rows(`select count(*) as n from area where proposal and name like 'Centrum%'`)).toEqual([
      { n: 0 },
    ]);
  });

  test('cannot be found where nothing stands', async () => {
    await rows("update premises_period set function = 'housing'");
    await expect(propose()).rejects.toMatchObject({ code: 'centres-none' });
    expect(await rows('select id from area')).toEqual([]);
  });
});

const group = (cluster: number, place: string, retail: number, premises = retail): FoundCentre => ({
  cluster,
  premises,
  retail,
  hospitality: premises - retail,
  services: 0,
  culture: 0,
  place,
  street: `Straat ${cluster}`,
  first: `p${cluster}`,
});

test('the largest group of a place is its centre, the others are what their shops make them', () => {
  const found = [
    group(1, 'Stad', 9),
    group(2, 'Stad', 60),
    group(3, 'Stad', 10),
    group(4, 'Dorp', 5),
    group(5, 'Dorp', 5, 8),
    group(6, '', 50),
  ];
  expect(
    classifyCentres(found, 'Gemeente').map(({ found: one, kind, name }) => [one.cluster, kind, name]),
  ).toEqual([
    [2, 'town-centre', 'Centrum Stad'],
    [6, 'town-centre', 'Centrum Gemeente'],
    [3, 'neighbourhood-centre', 'Winkelgebied Straat 3'],
    [1, 'shopping-area', 'Winkelgebied Straat 1'],
    [5, 'village-core', 'Centrum Dorp'],
    [4, 'shopping-area', 'Winkelgebied Straat 4'],
  ]);
});
