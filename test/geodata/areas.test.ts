import { beforeEach, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import type { AreaOptions } from '../../geodata/sources/areas/area-mapping.ts';
import { importAreas } from '../../geodata/sources/areas/import.ts';
import { source } from '../../geodata/sources/areas/source.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import { type Drawn, geoJson, importContext, rectangle, testFolder } from '../support/shapes.ts';
import { type Door, streetTown } from '../support/street-town.ts';

const folder = testFolder('areas');

/**
 * Dorpsstraat from west to east along y = 463000: odd numbers 1 to 19 ten metres north of it, even numbers 2 to 20 ten metres
 * south, ten metres apart, each in a building of 8 x 8 m. Kerkstraat 1 stands in the row behind the odd side.
 */
const STREET: Door[] = [
  ...Array.from({ length: 10 }, (_, index) => ({
    street: 'Dorpsstraat',
    number: 2 * index + 1,
    x: 150_000 + 10 * index,
    y: 463_010,
    building: 4,
  })),
  ...Array.from({ length: 10 }, (_, index) => ({
    street: 'Dorpsstraat',
    number: 2 * index + 2,
    x: 150_000 + 10 * index,
    y: 462_990,
    building: 4,
  })),
  { street: 'Kerkstraat', number: 1, x: 150_040, y: 463_022, building: 4 },
  { street: 'Molenweg', number: 1, place: 'Nieuwmarker', x: 150_500, y: 463_500 },
  { street: 'Molenweg', number: 1, place: 'Buren', x: 151_500, y: 463_500 },
];

const zone = (columns: Record<string, unknown>, x: number): Drawn => ({
  columns,
  shape: [rectangle(150_000 + x, 463_000, 150_100 + x, 463_100)],
});

describeOnEachEngine('import of areas', get => {
  const rows = (text: string): Promise<Row[]> => get().database.query(fixedSql(text));
  const load = async (name: string, content: string, options: Partial<AreaOptions> = {}) =>
    importAreas(
      await folder.write(name, content),
      { municipality: 'GM0997', ...options },
      importContext(get().database),
    );
  const insideOf = async (area: string): Promise<string> => {
    const found = await rows(`select a.label from address a join area z on ST_Covers(z.geom, a.point)
      where z.name = '${area}' order by a.street, a.number`);
    return found.map(({ label }) => (label as string).replace('Dorpsstraat ', '')).join(' ');
  };

  beforeEach(async () => {
    await truncateAll(get().database);
    await streetTown(get().database, STREET);
  });

  test('polygons become zones with the decision that made them', async () => {
    const drawn = [
      zone(
        {
          naam: 'Kern',
          soort: 'Kernwinkelgebied',
          orgaan: 'Gemeenteraad',
          besluit: 'Visie 2030',
          datum: '18-11-2021',
        },
        0,
      ),
      zone({ naam: 'Oost', soort: 'aanloopstraat', orgaan: null, besluit: null, datum: null }, 200),
    ];
    const result = await load('zones.json', geoJson(drawn, 28992), { decidingBody: 'College' });
    expect(result.counts).toEqual({
      polygon: { read: 2, loaded: 2, rejected: 0, leftOut: 0 },
      area: { read: 2, loaded: 2, rejected: 0, leftOut: 0 },
      repaired: { read: 0, loaded: 0, rejected: 0, leftOut: 0 },
    });
    expect(
      await rows(`select kind, name, name_derived, deciding_body, decision, decision_date, proposal, ranges,
        ST_Area(geom) as area from area order by name`),
    ).toEqual([
      {
        kind: 'core-shopping',
        name: 'Kern',
        name_derived: false,
        deciding_body: 'Gemeenteraad',
        decision: 'Visie 2030',
        decision_date: '2021-11-18',
        proposal: false,
        ranges: null,
        area: 10_000,
      },
      {
        kind: 'approach-street',
        name: 'Oost',
        name_derived: false,
        deciding_body: 'College',
        decision: null,
        decision_date: null,
        proposal: false,
        ranges: null,
        area: 10_000,
      },
    ]);
    expect(await rows('select title, owner, source from dataset where id <> $$town$$')).toEqual([
      { title: 'zones', owner: 'Gemeente Nieuwmarker', source: 'areas' },
    ]);
    // The premises in it are known from the next moment on.
    expect(
      await rows(
        "select count(*) as n from premises_area a join area z on z.id = a.area where z.name = 'Kern'",
      ),
    ).toEqual([{ n: 11 }]);
  });

  test('columns and kind can be said; what has no name is called after its kind', async () => {
    const drawn = [
      zone({ GEBIED_X: 'Haven' }, 0),
      zone({ GEBIED_X: '' }, 200),
      zone({ GEBIED_X: null }, 400),
    ];
    await load('zones.json', geoJson(drawn, 28992), { nameColumn: 'gebied_x', kind: 'transformation-zone' });
    expect(await rows('select kind, name, name_derived from area order by name')).toEqual([
      { kind: 'transformation-zone', name: 'Haven', name_derived: false },
      { kind: 'transformation-zone', name: 'Transformatiegebied', name_derived: true },
      { kind: 'transformation-zone', name: 'Transformatiegebied 2', name_derived: true },
    ]);
  });

  test('every row that cannot be used says why, and is given back', async () => {
    const tie = [
      [150_600, 463_000],
      [150_700, 463_100],
      [150_700, 463_000],
      [150_600, 463_100],
      [150_600, 463_000],
    ];
    const drawn: Drawn[] = [
      zone({ naam: 'Goed', soort: 'biz' }, 0),
      zone({ naam: 'Goed', soort: 'biz' }, 0),
      zone({ naam: 'Goed', soort: 'biz' }, 200),
      zone({ naam: 'Raar', soort: 'moeras' }, 400),
      zone({ naam: 'Laat', soort: 'biz', datum: '31-02-2024' }, 400),
      { columns: { naam: 'Strik', soort: 'biz' }, shape: [tie] },
      { columns: { naam: 'Punt', soort: 'biz' }, shape: { type: 'Point', coordinates: [150_000, 463_000] } },
      { columns: { naam: 'Leeg', soort: 'biz' }, shape: null },
      zone({ naam: 'Ver', soort: 'biz' }, 90_000),
      { columns: { naam: 'Buiten', soort: 'biz' }, shape: [rectangle(350_000, 463_000, 350_100, 463_100)] },
      {
        columns: { naam: 'Plat', soort: 'biz' },
        shape: [
          [
            [150_000, 463_000],
            [150_100, 463_000],
            [150_200, 463_000],
            [150_000, 463_000],
          ],
        ],
      },
    ];
    const { counts } = await load('zones.json', geoJson(drawn, 28992));
    expect(counts).toMatchObject({
      polygon: { read: 11, loaded: 3, rejected: 6, leftOut: 2 },
      area: { loaded: 2 },
      repaired: { loaded: 1 },
    });
    expect(
      await rows('select reference, reason, original ->> $$naam$$ as name from rejected_row order by number'),
    ).toEqual(
      [
        ['row 4', 'kind-unknown', 'Raar'],
        ['row 5', 'date-unreadable', 'Laat'],
        ['row 7: Punt', 'not-an-area', 'Punt'],
        ['row 8: Leeg', 'not-an-area', 'Leeg'],
        ['row 9: Ver', 'other-municipality', null],
        ['row 10: Buiten', 'outside-netherlands', 'Buiten'],
        ['row 11: Plat', 'geometry-invalid', 'Plat'],
        ['row 2: Goed', 'duplicate-polygon', null],
      ].map(([reference, reason, name]) => ({ reference, reason, name })),
    );
    expect(
      await rows('select name, ST_Area(geom) as area, ST_IsValid(geom) as valid from area order by name'),
    ).toEqual([
      { name: 'Goed', area: 20_000, valid: true },
      { name: 'Strik', area: 5_000, valid: true },
    ]);
  });

  test('a ring that touches itself is made whole: what it runs around twice is a hole', async () => {
    // A hectare whose ring goes on from its first corner around a triangle of 1,350 m2 and back.
    const at = (x: number, y: number) => [150_000 + x, 463_000 + y];
    const ring = [at(0, 0), at(100, 0), at(100, 100), at(0, 100), at(0, 0), at(30, 60), at(60, 30), at(0, 0)];
    const touching = { columns: { naam: 'Raak' }, shape: [ring] };
    const { counts } = await load('touch.json', geoJson([touching], 28992), { kind: 'biz' });
    expect(counts.repaired).toMatchObject({ loaded: 1 });
    const [area] = await rows('select ST_Area(geom) as area, ST_IsValid(geom) as valid from area');
    expect(area).toEqual({ area: 8_650, valid: true });
  });

  test('house numbers on one side become a polygon that holds them and no other', async () => {
    const list = 'naam;soort;reeks;besluit\nBIZ;biz;Dorpsstraat 4 t/m 12 even;Verordening\n';
    const result = await load('biz.csv', list);
    expect(result.counts).toEqual({
      range: { read: 1, loaded: 1, rejected: 0, leftOut: 0 },
      area: { read: 1, loaded: 1, rejected: 0, leftOut: 0 },
    });
    expect(await insideOf('BIZ')).toBe('4 6 8 10 12');
    expect(
      await rows(
        'select kind, ranges, decision, ST_IsValid(geom) as valid, ST_NumGeometries(geom) as parts from area',
      ),
    ).toEqual([
      {
        kind: 'business-improvement-district',
        ranges: [{ street: 'Dorpsstraat', from: 4, to: 12, side: 'even' }],
        decision: 'Verordening',
        valid: true,
        parts: 1,
      },
    ]);
    // By hand: cells are 10 m wide, so 5 of them from 150005 to 150055; north it ends in the middle of the street, at
    // y = 463000, 6 m from the buildings; south 12 m behind them, at y = 462974. Corners are rounded a little.
    const [box] =
      await rows(`select round(ST_XMin(geom)) as west, round(ST_XMax(geom)) as east, round(ST_YMin(geom)) as south,
      round(ST_YMax(geom)) as north, ST_Area(geom) as area from area`);
    expect(box).toMatchObject({ west: 150_005, east: 150_055, south: 462_974, north: 463_000 });
    expect(box!.area).toBeGreaterThan(1_280);
    expect(box!.area).toBeLessThanOrEqual(1_300);
  });

  test('both sides meet in the street, and the row behind stays out', async () => {
    const list = 'gebied;straat;van;tot;zijde\nKern;DORPSSTRAAT;1;9;beide\nKern;Dorpsstraat;12;14;even\n';
    await load('kern.csv', list, { kind: 'kernwinkelgebied' });
    expect(await insideOf('Kern')).toBe('1 2 3 4 5 6 7 8 9 12 14');
    expect(await rows('select ranges from area')).toEqual([
      {
        ranges: [
          { street: 'Dorpsstraat', from: 1, to: 9, side: 'both' },
          { street: 'Dorpsstraat', from: 12, to: 14, side: 'even' },
        ],
      },
    ]);
    expect(
      await rows(
        'select ST_Covers(geom, ST_SetSRID(ST_MakePoint(150020, 463000), 28992)) as street from area',
      ),
    ).toEqual([{ street: true }]);
  });

  test('a list of lines without headers is one area; a single door and a whole street will do', async () => {
    const list = 'Dorpsstraat 1 t/m 5 oneven\nDorpsstraat 20\nKerkstraat 1 t/m 99\n';
    await load('lijst.txt', list, { kind: 'biz', name: 'BIZ Dorp' });
    expect(await insideOf('BIZ Dorp')).toBe('1 3 5 20 Kerkstraat 1');
  });

  test('ranges that cannot be used say why', async () => {
    const list = [
      'naam;reeks;datum',
      'A;Dorpsstraat 2 t/m 6 even;2020-01-01',
      'A;Dorpsstraat 2 t/m 6 even;',
      'A;Brink 1 t/m 9;',
      'A;Dorpsstraat 100 t/m 150 even;',
      'A;Molenweg 1;',
      'B;Molenweg (Buren) 1;',
      'A;Dorpsstraat 9 t/m 1;',
      ';Dorpsstraat 8;',
      'C;Dorpsstraat 8;eergisteren',
    ].join('\n');
    const { counts } = await load('slecht.csv', list, { kind: 'biz' });
    expect(counts).toMatchObject({
      range: { read: 9, loaded: 2, rejected: 6, leftOut: 1 },
      area: { loaded: 2 },
    });
    expect(await rows('select reference, reason, detail from rejected_row order by reference')).toEqual(
      [
        ['row 10: Dorpsstraat 8', 'date-unreadable', ''],
        ['row 3: Dorpsstraat 2 t/m 6 even', 'duplicate-range', ''],
        ['row 4: Brink 1 t/m 9', 'street-unknown', 'Brink'],
        ['row 5: Dorpsstraat 100 t/m 150 even', 'range-empty', 'Dorpsstraat'],
        ['row 6: Molenweg 1', 'street-ambiguous', 'Buren, Nieuwmarker'],
        ['row 8: Dorpsstraat 9 t/m 1', 'range-unreadable', ''],
        ['row 9: Dorpsstraat 8', 'name-missing', ''],
      ].map(([reference, reason, detail]) => ({ reference, reason, detail })),
    );
    expect(await insideOf('B')).toBe('Molenweg 1');
    expect(
      await rows("select original ->> 'reeks' as range from rejected_row where reason = 'street-unknown'"),
    ).toEqual([{ range: 'Brink 1 t/m 9' }]);
  });

  test('a later file of the title takes the place of the earlier one; others stay, and areas keep their id', async () => {
    const first = geoJson([zone({ naam: 'Kern' }, 0), zone({ naam: 'Rand' }, 200)], 28992);
    const options = { kind: 'core-shopping', title: 'Visie' };
    await load('a.json', first, options);
    await load('b.json', geoJson([zone({ naam: 'Elders' }, 600)], 28992), { ...options, title: 'BIZ' });
    const [before] = await rows("select id from area where name = 'Kern'");
    const again = await load('a.json', first, options);
    expect(again.revision).toBeNull();
    await load('c.json', geoJson([zone({ naam: 'Kern' }, 50)], 28992), options);
    expect(await rows('select name from area order by name')).toEqual([{ name: 'Elders' }, { name: 'Kern' }]);
    expect(await rows("select id from area where name = 'Kern'")).toEqual([before]);
  });

  test('a preview says what a file is and asks what it does not say', async () => {
    const path = await folder.write('BIZ.json', geoJson([zone({ naam: 'Kern' }, 0)], 28992));
    const file = { path, name: 'BIZ.json', bytes: 1 };
    expect(await source.recognise(file)).toBe(true);
    const preview = await source.preview(file, {}, get());
    expect(preview).toMatchObject({
      title: 'BIZ',
      municipality: null,
      found: [{ kind: 'polygon', count: 1 }],
    });
    expect(preview.columns).toEqual([{ index: 0, header: 'naam', field: 'name', examples: ['Kern'] }]);
    expect(preview.rows).toEqual([
      { number: 1, cells: ['Kern'], outcome: 'rejected', reason: 'kind-unknown' },
    ]);
    expect(preview.questions.map(({ key, required, proposal }) => [key, required, proposal])).toEqual([
      ['municipality', true, 'GM0997'],
      ['kind', true, 'business-improvement-district'],
      ['nameColumn', false, 'naam'],
      ['title', false, 'BIZ'],
      ['decidingBody', false, null],
      ['decision', false, null],
      ['decisionDate', false, null],
    ]);
    const answers = { municipality: 'GM0997', kind: 'business-improvement-district' };
    const answered = await source.preview(file, answers, get());
    expect(answered.rows[0]).toMatchObject({ outcome: 'loaded' });
    expect(answered.changes).toEqual([{ kind: 'area', added: 1, changed: 0, removed: 0, unchanged: 0 }]);
    expect((await source.load(file, answers, importContext(get().database))).counts.area).toMatchObject({
      loaded: 1,
    });
  });

  test('a list of house numbers is recognised, and a list of something else is not', async () => {
    const recognised = async (text: string) =>
      source.recognise({ path: await folder.write('list', text), name: 'list', bytes: 1 });
    expect(await recognised('naam;reeks\nBIZ;Dorpsstraat 4 t/m 12 even\n')).toBe(true);
    expect(await recognised('Dorpsstraat 1 t/m 5 oneven\nDorpsstraat 20\n')).toBe(true);
    // What stands empty since when: the same words for columns, with dates in them.
    expect(await recognised('straat;huisnummer;van;tot\nDorpsstraat;4;01-02-2024;03-04-2024\n')).toBe(false);
    expect(await recognised('Dit is een brief.\nMet vriendelijke groet\n')).toBe(false);
    const list = { path: await folder.write('l.txt', 'Dorpsstraat 1 t/m 5\n'), name: 'l.txt', bytes: 1 };
    const preview = await source.preview(list, {}, get());
    expect(preview.found).toEqual([{ kind: 'range', count: 1 }]);
    expect(preview.questions.find(({ key }) => key === 'name')).toMatchObject({
      required: true,
      proposal: 'l',
    });
  });

  test('where nothing can be loaded, most of the reasons are said', async () => {
    const list = 'Brink 1 t/m 9\nBrink 2 t/m 8\nDorpsstraat 900\n';
    await expect(load('x.txt', list, { kind: 'biz', name: 'X' })).rejects.toThrow(
      'No area in this file can be loaded. Mostly (2 times): This street is not among the addresses',
    );
  });

  test.each([
    ['without a kind', geoJson([zone({ naam: 'Kern' }, 0)], 28992), {}, 'area-kind-needed'],
    [
      'with a kind that is none',
      geoJson([zone({ naam: 'Kern' }, 0)], 28992),
      { kind: 'moeras' },
      'area-kind-needed',
    ],
    [
      'in which nothing can be used',
      geoJson([{ columns: {}, shape: null }], 28992),
      { kind: 'biz' },
      'areas-none',
    ],
    ['that is a list of something else', 'naam;leeftijd\nJan;12\n', { kind: 'biz' }, 'areas-not'],
    [
      'of streets that are not here',
      'Brink 1 t/m 9\nBrink 2 t/m 8\n',
      { kind: 'biz', name: 'X' },
      'areas-none',
    ],
    ['of an unknown municipality', 'Brink 1\n', { municipality: 'GM0001' }, 'municipality-not-here'],
  ])('a file %s is refused, and nothing of it stays', async (_, content, options, code) => {
    await expect(load('bad', content, options)).rejects.toMatchObject({ code });
    expect(await rows('select count(*) as n from dataset')).toEqual([{ n: 1 }]);
  });
});
