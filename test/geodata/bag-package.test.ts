import { readFile, rm, stat, truncate } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import { type BagOptions, importBag } from '../../geodata/sources/bag/import.ts';
import { type LayerDraft, writePackage } from '../support/bag-package.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import { importContext, testFolder } from '../support/shapes.ts';

const AMSTERDAM = fileURLToPath(
  new URL('../../../shared/geodata/bag/adressen-amsterdam.gpkg', import.meta.url),
);

const folder = testFolder('bag-package');

const UNIT_COLUMNS = [
  'identificatie',
  'oppervlakte',
  'status',
  'gebruiksdoel',
  'openbare_ruimte_naam',
  'huisnummer',
  'huisletter',
  'toevoeging',
  'postcode',
  'woonplaats_naam',
  'pand_identificatie',
  'nummeraanduiding_hoofdadres_identificatie',
  'bronhouder_identificatie',
];
const PAND_COLUMNS = ['identificatie', 'bouwjaar', 'status'];
const PLACE_COLUMNS = ['identificatie', 'status', 'woonplaats', 'bronhouder_identificatie'];

type Values = LayerDraft['rows'][number];

const square = (west: number, south: number, size = 10): string =>
  `POLYGON((${west} ${south}, ${west + size} ${south}, ${west + size} ${south + size}, ${west} ${south + size}, ${west} ${south}))`;

const unit = (number: number, values: Values = {}): Values => ({
  geom: `POINT(${206000 + 20 * number} 447005)`,
  identificatie: `02210100000000${String(number).padStart(2, '0')}`,
  oppervlakte: 80,
  status: 'Verblijfsobject in gebruik',
  gebruiksdoel: 'woonfunctie',
  openbare_ruimte_naam: 'Kade',
  huisnummer: number,
  woonplaats_naam: 'Nieuwmarker',
  pand_identificatie: `02211000000000${String(number).padStart(2, '0')}`,
  nummeraanduiding_hoofdadres_identificatie: `02212000000000${String(number).padStart(2, '0')}`,
  bronhouder_identificatie: '0221',
  ...values,
});

const pand = (number: number, values: Values = {}): Values => ({
  geom: square(205995 + 20 * number, 447000),
  identificatie: `02211000000000${String(number).padStart(2, '0')}`,
  bouwjaar: 1950 + number,
  status: 'Pand in gebruik',
  ...values,
});

const light = (units: Values[], panden: Values[], places: Values[] = []): LayerDraft[] => [
  { name: 'verblijfsobject', columns: UNIT_COLUMNS, rows: units },
  { name: 'pand', columns: PAND_COLUMNS, rows: panden },
  ...(places.length > 0 ? [{ name: 'woonplaats', columns: PLACE_COLUMNS, rows: places }] : []),
];

describeOnEachEngine('a GeoPackage of the BAG', get => {
  const rows = (text: string): Promise<Row[]> => get().database.query(fixedSql(text));
  const written = async (layers: LayerDraft[]): Promise<string> => {
    const path = folder.path('bag-light.gpkg');
    await rm(path, { force: true });
    writePackage(path, layers);
    return path;
  };
  const load = async (layers: LayerDraft[], options: BagOptions = {}) =>
    importBag(await written(layers), options, importContext(get().database));

  beforeEach(() => truncateAll(get().database));

  test('every row is loaded, refused or left out with a reason', async () => {
    const result = await load(
      light(
        [
          unit(1, { gebruiksdoel: 'winkelfunctie,woonfunctie', huisletter: 'b', toevoeging: 'II' }),
          unit(2, { oppervlakte: 999999, postcode: '6981 cm' }),
          unit(3, { oppervlakte: 1, gebruiksdoel: null }),
          unit(4, { status: 'Verblijfsobject ingetrokken' }),
          unit(5, { geom: null }),
          unit(6, { geom: 'POINT(-9000 447005)' }),
          unit(7, { geom: 'POINT(206000 10)' }),
          unit(8, { huisnummer: null, openbare_ruimte_naam: null }),
          unit(9, { openbare_ruimte_naam: null }),
          // The register's ids were written as numbers: the zeros in front are lost.
          unit(10, { identificatie: 221010000000010 }),
          unit(11, { identificatie: '0221990000000011' }),
          // One premises in two buildings, as two rows.
          unit(12),
          unit(12, { pand_identificatie: '0221100000000013' }),
          unit(13, { pand_identificatie: '0221100000000001, 0221100000000002' }),
          // The same id with other data.
          unit(1, { oppervlakte: 81 }),
        ],
        [pand(1), pand(2), pand(12), pand(13), pand(14, { geom: square(205995, 447100) })],
      ),
      { name: 'Nieuwmarker' },
    );
    expect(result.counts).toEqual({
      building: { read: 5, loaded: 5, rejected: 0, leftOut: 0 },
      premises: { read: 15, loaded: 8, rejected: 5, leftOut: 2 },
      address: { read: 9, loaded: 6, rejected: 2, leftOut: 1 },
    });
    expect(result.reasons.map(({ kind, reason, count }) => `${kind} ${reason} ${count}`)).toEqual([
      'address address-incomplete 1',
      'address duplicate-id 1',
      'address repeated 1',
      'premises duplicate-id 1',
      'premises geometry-missing 1',
      'premises gone 1',
      'premises id-unreadable 1',
      'premises outside-netherlands 2',
      'premises repeated 1',
      'remark building-missing 4',
      'remark floor-area-unknown 2',
    ]);
    const loaded = await rows(`
      select right(p.id, 2) as id, a.label, pp.function, pp.floor_area as area,
        (select string_agg(right(building, 2), ' ' order by building) from premises_building where premises = p.id) as buildings
      from premises p left join address a on a.id = p.address join premises_period pp on pp.premises = p.id order by p.id`);
    expect(loaded.map(row => Object.values(row).join('|'))).toEqual([
      '01|Kade 1B-II Nieuwmarker|retail|80|01',
      '02|Kade 2 Nieuwmarker|housing||02',
      '03|Kade 3 Nieuwmarker|unknown||',
      '08||housing|80|',
      '09||housing|80|',
      '10|Kade 10 Nieuwmarker|housing|80|',
      '12|Kade 12 Nieuwmarker|housing|80|12 13',
      '13|Kade 13 Nieuwmarker|housing|80|01 02',
    ]);
    expect(await rows('select code, name, provisional from municipality')).toEqual([
      { code: 'GM0221', name: 'Nieuwmarker', provisional: false },
    ]);
    expect(await rows('select reference_date from dataset')).toEqual([{ reference_date: '2026-01-08' }]);
  });

  test('out of a file of the country one municipality is loaded, by its holder and by where it lies', async () => {
    const layers = light(
      [
        unit(1),
        unit(2, { bronhouder_identificatie: '0222' }),
        unit(3, { pand_identificatie: '0222100000000030' }),
      ],
      [
        pand(1),
        pand(2, { geom: square(216000, 447000) }),
        // A shed within the outline whose id is of the municipality that it once was in; one across the line.
        pand(4, { identificatie: '0111100000000004', geom: square(206100, 447100) }),
        pand(5, { identificatie: '0221100000000005', geom: square(207100, 447100) }),
        pand(6, { identificatie: '0222100000000030', geom: square(207300, 447100) }),
      ],
      [
        {
          geom: square(206000, 447000, 1000),
          identificatie: '2142',
          status: 'Woonplaats aangewezen',
          woonplaats: 'Nieuwmarker',
          bronhouder_identificatie: '0221',
        },
        {
          geom: square(207000, 447000, 1000),
          identificatie: '2143',
          status: 'Woonplaats aangewezen',
          woonplaats: 'Overkant',
          bronhouder_identificatie: '0222',
        },
      ],
    );
    await expect(load(layers)).rejects.toMatchObject({ code: 'bag-municipality-asked' });
    const { counts } = await load(layers, { municipality: 'GM0221' });
    expect(counts).toEqual({
      building: { read: 5, loaded: 3, rejected: 0, leftOut: 2 },
      premises: { read: 3, loaded: 2, rejected: 0, leftOut: 1 },
      address: { read: 2, loaded: 2, rejected: 0, leftOut: 0 },
    });
    expect(await rows('select id from building order by id')).toEqual([
      { id: '0111100000000004' },
      { id: '0221100000000001' },
      { id: '0222100000000030' },
    ]);
    expect(await rows('select name, ST_Area(boundary) as area from municipality')).toEqual([
      { name: 'Nieuwmarker', area: 1_000_000 },
    ]);
    // The neighbour comes in beside it and takes nothing of it.
    const other = await load(layers, { municipality: 'GM0222' });
    expect(other.counts.premises).toEqual({ read: 3, loaded: 1, rejected: 0, leftOut: 2 });
    expect(await rows('select municipality, count(*) as count from building group by 1 order by 1')).toEqual([
      { municipality: 'GM0221', count: 3 },
      { municipality: 'GM0222', count: 2 },
    ]);
  });

  test('a file that is no good is refused in words', async () => {
    const wrongCrs = light([unit(1)], [pand(1)]).map(layer => ({ ...layer, srsId: 4326 }));
    await expect(load(wrongCrs, { name: 'N' })).rejects.toMatchObject({ code: 'bag-crs' });
    await expect(load(light([], []), { municipality: 'GM0221' })).rejects.toMatchObject({
      code: 'bag-empty',
    });
    const swapped = [1, 2].map(number => unit(number, { geom: `POINT(447005 ${206000 + number})` }));
    await expect(load(light(swapped, []), { name: 'N' })).rejects.toMatchObject({ code: 'bag-axis-order' });
    await expect(load([{ name: 'bomen', columns: ['soort'], rows: [] }])).rejects.toMatchObject({
      code: 'bag-foreign',
    });
    const path = await written(
      light(
        Array.from({ length: 90 }, (_, index) => unit(index)),
        [],
      ),
    );
    await truncate(path, Math.floor((await stat(path)).size / 2));
    await expect(
      importBag(path, { municipality: 'GM0221', name: 'N' }, importContext(get().database)),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/^geopackage-/),
    });
    const text = await folder.write('geen.gpkg', 'SQLite format 3\0 and nothing else');
    await expect(importBag(text, {}, importContext(get().database))).rejects.toMatchObject({
      code: expect.stringMatching(/^geopackage-/),
    });
    const nothing = await folder.write('leeg.gpkg', '');
    await expect(importBag(nothing, {}, importContext(get().database))).rejects.toMatchObject({
      code: 'bag-foreign',
    });
    expect(await rows('select code from municipality')).toEqual([]);
  });

  test('a file of addresses gives premises without what it lacks; the full delivery takes its place', async () => {
    const columns = [
      'nummer_id',
      'straatnaam',
      'huisnummer',
      'huisletter',
      'toevoeging',
      'woonplaats',
      'postcode',
      'status',
    ];
    const address = (number: number): Values => ({
      geom: `POINT(${206000 + 20 * number} 447005)`,
      nummer_id: `02212000000000${String(number).padStart(2, '0')}`,
      straatnaam: 'Kade',
      huisnummer: number,
      woonplaats: 'Nieuwmarker',
      status: 'Naamgeving uitgegeven',
    });
    const first = await load([
      { name: 'verblijfsobjecten', columns, rows: [address(1), address(2), address(3)] },
    ]);
    expect(first.counts).toMatchObject({ premises: { read: 3, loaded: 3 }, address: { read: 3, loaded: 3 } });
    expect(await rows('select distinct bag_id is null as own, name from premises')).toEqual([
      { own: true, name: null },
    ]);
    expect(await rows('select name, provisional from municipality')).toEqual([
      { name: 'Nieuwmarker', provisional: true },
    ]);
    await get().database.query(
      fixedSql(`insert into series (id, municipality, evidence, kind, name_nl, name_en, definition_nl, definition_en, source,
          rhythm_months, access, reliability, dataset)
        select 's', code, 'own-list', 'state', 's', 's', 's', 's', 's', 12, 'planner', 'high', (select id from dataset)
        from municipality`),
    );
    await rows(`insert into reference_date (series, date) values ('s', '2025-01-01')`);
    await rows(`insert into observation (premises, series, reference_date, status, recorded_by)
      select p.id, 's', '2025-01-01', 'vacant', 'x' from premises p join address a on a.id = p.address where a.number = 2`);
    // The series would go with the dataset of the list that it is of; here it hangs on the municipality's first one.
    await rows(`insert into dataset select 'list', municipality, 'vacancy-list', title, owner, licence, attribution, file_name,
      sha256, reference_date, imported_at, imported_by, revision, 0, 0, 0, '{}' from dataset`);
    await rows(`update series set dataset = 'list'`);
    const full = await load(light([unit(1), unit(2)], [pand(1)]), {
      municipality: 'GM0221',
      name: 'Nieuwmarker',
    });
    expect(full.counts.premises).toEqual({ read: 2, loaded: 2, rejected: 0, leftOut: 0 });
    expect(
      await rows(
        'select p.id, o.status from premises p left join observation o on o.premises = p.id order by 1',
      ),
    ).toEqual([
      { id: '0221010000000001', status: null },
      { id: '0221010000000002', status: 'vacant' },
    ]);
    expect(await rows('select count(*) as count, count(distinct id) as ids from address')).toEqual([
      { count: 2, ids: 2 },
    ]);
  });

  test('the real file of addresses: 1,836 + 67 + 1 premises, many on one point', async () => {
    if (!(await readFile(AMSTERDAM).catch(() => undefined))) {
      console.error('skipped: real inputs not present');
      return;
    }
    const result = await importBag(AMSTERDAM, {}, importContext(get().database));
    expect(result.counts).toEqual({
      building: { read: 0, loaded: 0, rejected: 0, leftOut: 0 },
      premises: { read: 1904, loaded: 1904, rejected: 0, leftOut: 0 },
      address: { read: 1904, loaded: 1904, rejected: 0, leftOut: 0 },
    });
    expect(await rows('select code, name, provisional from municipality')).toEqual([
      { code: 'GM0363', name: 'Amsterdam', provisional: true },
    ]);
    expect(
      await rows(`select count(*) as premises, count(distinct point) as points,
        count(*) filter (where bag_id is null) as unnamed from premises`),
    ).toEqual([{ premises: 1904, points: 1344, unnamed: 1904 }]);
  }, 60_000);
});
