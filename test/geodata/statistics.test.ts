import { beforeEach, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import { restoreRevision } from '../../geodata/import/restore.ts';
import { importStatistics, type StatisticsOptions } from '../../geodata/sources/statistics/import.ts';
import { readMonitor } from '../../geodata/sources/statistics/load-monitor.ts';
import { monitorRuns } from '../../geodata/sources/statistics/monitor-row.ts';
import { source } from '../../geodata/sources/statistics/source.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import { type Drawn, geoJson, importContext, rectangle, testFolder, written } from '../support/shapes.ts';

const folder = testFolder('statistics');

const region = (columns: Record<string, unknown>, x: number): Drawn => ({
  columns,
  shape: [rectangle(150_000 + x, 463_000, 150_100 + x, 463_100)],
});

/** A neighbourhood as CBS gives it. */
const buurt = (code: string, x: number, more: Record<string, unknown> = {}): Drawn =>
  region(
    {
      buurtcode: code,
      buurtnaam: `Buurt ${code.slice(-2)}`,
      wijkcode: `WK${code.slice(2, 8)}`,
      gemeentecode: `GM${code.slice(2, 6)}`,
      gemeentenaam: 'Nieuwmarker',
      water: 'NEE',
      jrstatcode: `2024${code}`,
      aantal_inwoners: 120,
      Woningvoorraad_35: 60,
      ...more,
    },
    x,
  );

/** A square of 100 m with its corner in hectometres. */
const cell = (east: number, north: number, inhabitants: unknown): Drawn => ({
  columns: { crs28992res100m: `E${east}N${north}`, aantal_inwoners: inhabitants, aantal_woningen: -99_997 },
  shape: [rectangle(east * 100, north * 100, east * 100 + 100, north * 100 + 100)],
});

describeOnEachEngine('import of statistics', get => {
  const rows = (text: string): Promise<Row[]> => get().database.query(fixedSql(text));
  const load = async (name: string, content: string | Uint8Array, options: Partial<StatisticsOptions> = {}) =>
    importStatistics(
      await folder.write(name, content),
      { municipality: 'GM0997', ...options },
      importContext(get().database),
    );

  beforeEach(async () => {
    await truncateAll(get().database);
    await rows(`insert into municipality (code, name, boundary, extent)
      select 'GM0997', 'Nieuwmarker', ST_Multi(g), g
      from (select ST_MakeEnvelope(150000, 463000, 151000, 464000, 28992) as g) box`);
  });

  test('neighbourhoods keep their year and figures; secrets are null', async () => {
    const drawn = [
      buurt('BU09970101', 0),
      buurt('BU09970102', 100, { aantal_inwoners: -99_997, Woningvoorraad_35: null }),
      buurt('BU09970103', 200, { water: 'JA' }),
      buurt('BU09960101', 2_000),
      buurt('BU09970101', 300),
      buurt('BU0998', 400),
      buurt('BU09980000', 500, { buurtnaam: 'Buitenland' }),
    ];
    const { counts } = await load('buurten.json', geoJson(drawn, 28992));
    expect(counts.region).toEqual({ read: 7, loaded: 2, rejected: 2, leftOut: 3 });
    expect(
      await rows(
        'select id, level, code, name, year, figures, ST_Area(geom) as area from region order by id',
      ),
    ).toEqual([
      {
        id: '2024BU09970101',
        level: 'neighbourhood',
        code: 'BU09970101',
        name: 'Buurt 01',
        year: 2024,
        figures: { aantal_inwoners: 120, Woningvoorraad: 60 },
        area: 10_000,
      },
      {
        id: '2024BU09970102',
        level: 'neighbourhood',
        code: 'BU09970102',
        name: 'Buurt 02',
        year: 2024,
        figures: { aantal_inwoners: null, Woningvoorraad: null },
        area: 10_000,
      },
    ]);
    expect(await rows('select reference, reason from rejected_row order by reference, reason')).toEqual(
      [
        ['BU09960101', 'other-municipality'],
        ['BU09970101', 'duplicate-code'],
        ['BU09970103', 'water'],
        ['BU09980000', 'abroad'],
        ['row 6', 'code-unreadable'],
      ].map(([reference, reason]) => ({ reference, reason })),
    );
  });

  test('two years stand beside each other, a later file of one year takes its place', async () => {
    await load('a.json', geoJson([buurt('BU09970101', 0)], 28992));
    const earlier = { jrstatcode: '2023BU09970101', aantal_inwoners: 100 };
    await load('b.json', geoJson([buurt('BU09970101', 0, earlier)], 28992));
    await load('c.json', geoJson([buurt('BU09970102', 0)], 28992));
    const wijk = {
      wijkcode: 'WK099701',
      wijknaam: 'Centrum',
      gemeentecode: 'GM0997',
      jrstatcode: '2024WK099701',
    };
    await load('d.json', geoJson([region(wijk, 0)], 28992));
    expect((await rows('select id from region order by id')).map(({ id }) => id)).toEqual([
      '2023BU09970101',
      '2024BU09970102',
      '2024WK099701',
    ]);
  });

  test('districts come from their layer, the year from the name of the file', async () => {
    const wijk = { wijkcode: 'WK099701', wijknaam: 'Centrum', gemeentecode: 'GM0997', aantal_inwoners: 900 };
    await load('wijken_2022_v1.json', geoJson([region(wijk, 0)], 28992));
    expect(await rows('select id, level, name, figures from region')).toEqual([
      { id: '2022WK099701', level: 'district', name: 'Centrum', figures: { aantal_inwoners: 900 } },
    ]);
    await expect(load('wijken.json', geoJson([region(wijk, 0)], 28992))).rejects.toMatchObject({
      code: 'statistics-year-needed',
    });
  });

  test('squares of a GeoPackage are those of the municipality; all others are counted', async () => {
    const drawn = [
      cell(1500, 4630, 25),
      cell(1501, 4630, -99_997),
      cell(1509, 4639, 5),
      cell(1511, 4639, 40),
      cell(2000, 5000, 60),
      cell(2001, 5000, 60),
    ];
    const path = await folder.write('for-gpkg.json', geoJson(drawn, 28992));
    const [gpkg] = await written(path, 'GPKG', 'squares', ['-nln', 'cbs_vk100_2023']);
    const result = await load('vk100', gpkg!.content);
    // The fourth lies in the box around the municipality and not in it; two are never read.
    expect(result.counts.square).toEqual({ read: 6, loaded: 3, rejected: 0, leftOut: 3 });
    expect(await rows('select size, code, year, inhabitants, figures from square order by code')).toEqual([
      { size: 100, code: 'E1500N4630', year: 2023, inhabitants: 25, figures: { aantal_woningen: null } },
      { size: 100, code: 'E1501N4630', year: 2023, inhabitants: null, figures: { aantal_woningen: null } },
      { size: 100, code: 'E1509N4639', year: 2023, inhabitants: 5, figures: { aantal_woningen: null } },
    ]);
  });

  test('a square that is none, and a number that cannot be, are rejected', async () => {
    const odd: Drawn = { columns: { c28992r500: 'E1501N4630', INWONER: 5 }, shape: null };
    const good: Drawn = { columns: { c28992r500: 'E1500N4630', INWONER: 500 }, shape: null };
    const minus: Drawn = { columns: { c28992r500: 'E1505N4635', INWONER: -5 }, shape: null };
    const { counts } = await load('vk500_2023.json', geoJson([odd, good, good, minus]));
    expect(counts.square).toEqual({ read: 4, loaded: 1, rejected: 3, leftOut: 0 });
    expect(await rows('select size, inhabitants from square')).toEqual([{ size: 500, inhabitants: 500 }]);
    expect(
      (await rows('select reason from rejected_row order by number')).map(({ reason }) => reason),
    ).toEqual(['code-unreadable', 'duplicate-code', 'figure-impossible']);
  });

  const MONITOR = [
    'Gemeentecode;Peildatum;Vastgoedtype;Objecten;Leeg;Langdurig leeg;Methode',
    'GM0997;2019;winkels;100;14;8;IIS-WOZ',
    'GM0997;2020;winkels;100;13;8;IIS-WOZ',
    'GM0997;2020;winkels;100;9;.;LV-WOZ',
    'GM0997;2021JJ00;winkels;102;8;4;',
    '0997;2021-01-01;kantoren;.;.;.;',
    'GM0996;2021;winkels;50;5;2;',
    'GM0997;2020;kantoren;10;1;1;',
    'GM0997;2018;kantoren;10;1;1;LV-WOZ',
    'GM0997;2022;kantoren;10;11;1;',
    'GM0997;2022;kantoren;10;-1;1;',
    'GM0997;ooit;kantoren;10;1;1;',
    'Nederland;2021;winkels;1000;80;40;',
    'GM0997;2021;winkels;102;8;4;',
  ].join('\r\n');

  test('the monitor keeps its method version, and rows that cannot be say why', async () => {
    const { counts } = await load('lml.csv', MONITOR);
    expect(counts['monitor-row']).toEqual({ read: 13, loaded: 5, rejected: 7, leftOut: 1 });
    expect(
      (await rows('select reference, reason from rejected_row order by number')).map(row =>
        Object.values(row).join(' '),
      ),
    ).toEqual([
      'row 7 other-municipality',
      'row 8 method-unclear',
      'row 9 method-contradicts-year',
      'row 10 figure-impossible',
      'row 11 figure-impossible',
      'row 12 date-unreadable',
      'row 13 code-unreadable',
      'row 14 duplicate-code',
    ]);
  });

  test('figures of two methods are two runs, never one line', async () => {
    await load('lml.csv', MONITOR);
    const runs = await readMonitor(get().database, 'GM0997');
    expect(
      runs.map(({ type, method, figures }) => [
        type,
        method,
        figures.map(({ date, vacantObjects }) => `${date.slice(0, 4)}: ${vacantObjects}`).join(', '),
      ]),
    ).toEqual([
      ['kantoren', 'LV-WOZ', '2021: null'],
      ['winkels', 'IIS-WOZ', '2019: 14, 2020: 13'],
      ['winkels', 'LV-WOZ', '2020: 9, 2021: 8'],
    ]);
    expect(runs[2]!.figures[0]).toMatchObject({ objects: 100, longVacantObjects: null, floorArea: null });
  });

  test('for 2020 the method can be said for the whole file', async () => {
    const table = 'gemeentecode;jaar;objecten;leeg\nGM0997;2020;100;9\n';
    await expect(load('a.csv', table)).rejects.toMatchObject({ code: 'statistics-none-here' });
    await load('a.csv', table, { method: 'LV-WOZ' });
    expect(await rows('select method_version, property_type, vacant_objects from monitor_vacancy')).toEqual([
      { method_version: 'LV-WOZ', property_type: 'totaal', vacant_objects: 9 },
    ]);
  });

  test('the same file again changes nothing, and a preview says what it is', async () => {
    const path = await folder.write('buurten.json', geoJson([buurt('BU09970101', 0)], 28992));
    const file = { path, name: 'buurten.json', bytes: 1 };
    expect(await source.recognise(file)).toBe(true);
    const preview = await source.preview(file, {}, get());
    expect(preview).toMatchObject({
      title: 'CBS buurten 2024',
      referenceDate: '2024-01-01',
      found: [{ kind: 'region', count: 1 }],
      questions: [
        { key: 'municipality', proposal: 'GM0997' },
        { key: 'year', required: false, proposal: '2024' },
      ],
    });
    const first = await source.load(file, { municipality: 'GM0997' }, importContext(get().database));
    const again = await source.load(file, { municipality: 'GM0997' }, importContext(get().database));
    expect(again).toEqual({ ...first, revision: null });
    const table = { path: await folder.write('lml.csv', MONITOR), name: 'lml.csv', bytes: 1 };
    expect(await source.recognise(table)).toBe(true);
    expect(
      (await source.preview(table, { municipality: 'GM0997' }, get())).rows.map(({ reason }) => reason),
    ).toEqual([
      null,
      null,
      null,
      null,
      null,
      'other-municipality',
      'method-unclear',
      'method-contradicts-year',
      'figure-impossible',
      'figure-impossible',
    ]);
  });

  test.each([
    ['of something else', 'naam;leeftijd\nJan;12\n', 'statistics-not'],
    ['of polygons of something else', geoJson([region({ naam: 'Kern' }, 0)], 28992), 'statistics-not'],
    ['of another municipality', geoJson([buurt('BU09960101', 2_000)], 28992), 'statistics-none-here'],
  ])('a file %s is refused, and nothing of it stays', async (_, content, code) => {
    await expect(load('bad', content)).rejects.toMatchObject({ code });
    expect(await rows('select id from dataset')).toEqual([]);
    expect(await source.recognise({ path: await folder.write('n', 'a;b\n'), name: 'n', bytes: 1 })).toBe(
      false,
    );
  });

  test('an earlier revision has its figures again when it is restored', async () => {
    const context = importContext(get().database);
    const first = await load('a.json', geoJson([buurt('BU09970101', 0)], 28992));
    await load('lml.csv', MONITOR);
    await load('b.json', geoJson([buurt('BU09970102', 0)], 28992));
    await restoreRevision(context, 'GM0997', first.revision!);
    expect((await rows('select id from region')).map(({ id }) => id)).toEqual(['2024BU09970101']);
    expect(await rows('select count(*) as n from monitor_vacancy')).toEqual([{ n: 0 }]);
    expect((await rows('select title from dataset')).map(({ title }) => title)).toEqual(['CBS buurten 2024']);
  });

  test('without a boundary it says what to do first', async () => {
    await rows('update municipality set boundary = null');
    await expect(load('lml.csv', MONITOR)).rejects.toMatchObject({ code: 'boundary-needed' });
  });
});

test('runs are of one type and one method, in order of time', () => {
  const figure = (date: string, method: 'IIS-WOZ' | 'LV-WOZ', type = 'winkels') => ({
    date,
    method,
    type,
    objects: 1,
    vacantObjects: 0,
    longVacantObjects: null,
    floorArea: null,
    vacantFloorArea: null,
  });
  const runs = monitorRuns([
    figure('2021-01-01', 'LV-WOZ'),
    figure('2019-01-01', 'IIS-WOZ'),
    figure('2020-01-01', 'LV-WOZ'),
    figure('2020-01-01', 'IIS-WOZ'),
    figure('2019-01-01', 'IIS-WOZ', 'kantoren'),
  ]);
  expect(
    runs.map(({ type, method, figures }) => [
      type,
      method,
      figures.map(({ date }) => date.slice(0, 4)).join(' '),
    ]),
  ).toEqual([
    ['winkels', 'LV-WOZ', '2020 2021'],
    ['winkels', 'IIS-WOZ', '2019 2020'],
    ['kantoren', 'IIS-WOZ', '2019'],
  ]);
});
