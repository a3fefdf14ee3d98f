import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import type { ImportContext } from '../../geodata/import/context.ts';
import { type BagOptions, importBag } from '../../geodata/sources/bag/import.ts';
import {
  berthXml,
  documentXml,
  numberXml,
  pandXml,
  placeXml,
  relationXml,
  ringText,
  standXml,
  streetXml,
  unitXml,
} from '../support/bag-extract.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import { importContext, testFolder } from '../support/shapes.ts';
import { zipBytes } from '../support/zip-bytes.ts';

const REAL = fileURLToPath(new URL('../../../shared/geodata/bag/', import.meta.url));

const folder = testFolder('bag-extract');

const GELDERLAND = [{ digits: '0221', name: 'Nieuwmarker' }];
const PAND = '0221100000000001';
const UNIT = '0221010000000001';
const ADDRESS = '0221200000000001';

const PLACES = placeXml({ id: '2142', name: 'Nieuwmarker', ring: ringText(206000, 447000, 207000, 448000) });
const STREET = streetXml({ id: '0221300000000001', name: 'Kade', place: '2142' });

/** A delivery of one town as it is shipped: a zip of zips, with a document beside them. */
function delivery(parts: Record<string, string[]>, said = { municipalities: GELDERLAND }): Buffer {
  const zips = Object.entries(parts).map(([type, objects]) => [
    `9999${type}08012024.zip`,
    zipBytes({ [`9999${type}08012024-000001.xml`]: standXml(objects, said) }),
  ]);
  return zipBytes({
    ...Object.fromEntries(zips),
    'Leveringsdocument-BAG-Extract.xml': documentXml(said),
    'GEM-WPL-RELATIE-08012024.zip': zipBytes({
      'GEM-WPL-RELATIE-08012024-000001.xml': relationXml([
        ['2142', '0221'],
        ['2143', '0222'],
      ]),
    }),
  });
}

const ring = (west: number, south: number) => ringText(west, south, west + 10, south + 10);

describeOnEachEngine('an LVC extract of the BAG', get => {
  const rows = (text: string): Promise<Row[]> => get().database.query(fixedSql(text));
  const load = async (content: Uint8Array, options: BagOptions = {}, changes: Partial<ImportContext> = {}) =>
    importBag(await folder.write('levering.zip', content), options, importContext(get().database, changes));

  beforeEach(() => truncateAll(get().database));

  test('only the voorkomen that holds on the date of the delivery counts, and everything is accounted for', async () => {
    const pand = (digit: number, rest: object) =>
      pandXml({ id: `022110000000000${digit}`, ring: ring(206000 + 20 * digit, 447000), ...rest });
    const result = await load(
      delivery({
        PND: [
          pand(1, { begin: '2010-01-01', end: '2024-01-08', year: '1900' }),
          // Begins on the day on which the other ends: that day is its own.
          pand(1, { begin: '2024-01-08', occurrence: 2, year: '1931' }),
          pand(2, { begin: '2024-01-09' }),
          pand(3, {
            extra: '<Historie:tijdstipInactief>2020-01-01T00:00:00.000</Historie:tijdstipInactief>',
          }),
          pand(4, { status: 'Pand gesloopt' }),
          pand(5, { status: 'Bouwvergunning verleend' }),
          pand(6, { status: 'Verbouwing pand', year: '9999' }),
          pand(7, {
            status: 'Sloopvergunning verleend',
            year: '1005',
            dimension: 3,
            ring: '206140 447000 0 206150 447000 0 206150 447010 0 206140 447010 0 206140 447000 0',
          }),
          pand(8, { status: 'Pand buiten gebruik' }),
          pand(9, { status: 'Pand ten onrechte opgevoerd' }),
        ],
      }),
    );
    expect(result.counts.building).toEqual({ read: 10, loaded: 4, rejected: 0, leftOut: 6 });
    expect(
      await rows('select right(id, 1) as id, status, build_year as year from building order by id'),
    ).toEqual([
      { id: '1', status: 'in-use', year: 1931 },
      { id: '6', status: 'under-renovation', year: null },
      { id: '7', status: 'to-be-demolished', year: null },
      { id: '8', status: 'out-of-use', year: 1980 },
    ]);
    expect(result.reasons).toEqual([
      { kind: 'building', reason: 'earlier-occurrence', count: 3 },
      { kind: 'building', reason: 'gone', count: 1 },
      { kind: 'building', reason: 'never-there', count: 1 },
      { kind: 'building', reason: 'planned', count: 1 },
    ]);
    expect(await rows('select code, name, provisional, boundary is null as open from municipality')).toEqual([
      { code: 'GM0221', name: 'Nieuwmarker', provisional: false, open: true },
    ]);
    expect(await rows('select reference_date, title, attribution from dataset')).toEqual([
      {
        reference_date: '2024-01-08',
        title: 'BAG (LVC-extract) van 2024-01-08',
        attribution: 'BAG, Kadaster',
      },
    ]);
  });

  test('premises have their addresses, purposes, floor area and every building', async () => {
    const number = (digit: number, rest: object = {}) =>
      numberXml({ id: `022120000000000${digit}`, number: digit, street: '0221300000000001', ...rest });
    const result = await load(
      delivery({
        WPL: [PLACES],
        OPR: [STREET],
        NUM: [
          number(1, { letter: 'a', addition: 'II', postcode: '6981 CM' }),
          number(2),
          number(3),
          number(4),
          number(5, { street: '0221300000000009' }),
          number(6, { status: 'Naamgeving ingetrokken' }),
        ],
        VBO: [
          unitXml({
            id: UNIT,
            at: '206005 447005',
            main: ADDRESS,
            secondary: ['0221200000000002'],
            purposes: ['woonfunctie', 'winkelfunctie'],
            area: '150',
            buildings: [PAND, '0221100000000002'],
          }),
          unitXml({
            id: '0221010000000002',
            at: '206035 447005',
            main: '0221200000000003',
            area: '999999',
            status: 'Verblijfsobject buiten gebruik',
            buildings: ['0221100000000008'],
          }),
          unitXml({
            id: '0221010000000003',
            at: '1 1',
            main: '0221200000000009',
            status: 'Verblijfsobject gevormd',
          }),
        ],
        LIG: [berthXml({ id: '0221020000000001', ring: ring(206100, 447100), main: '0221200000000004' })],
        PND: [
          pandXml({ id: PAND, ring: ring(206000, 447000) }),
          pandXml({ id: '0221100000000002', ring: ring(206010, 447000) }),
        ],
      }),
    );
    expect(result.counts).toEqual({
      building: { read: 2, loaded: 2, rejected: 0, leftOut: 0 },
      premises: { read: 4, loaded: 3, rejected: 0, leftOut: 1 },
      address: { read: 6, loaded: 4, rejected: 1, leftOut: 1 },
    });
    const premises = await rows(`
      select p.id, a.label, a.postcode, a.bag_id as address, pp.function, pp.purposes, pp.floor_area as area,
        (select array_agg(right(building, 1) order by building) from premises_building where premises = p.id) as buildings,
        (select string_agg(s.label, ';') from premises_address pa join address s on s.id = pa.address
          where pa.premises = p.id) as secondary
      from premises p join address a on a.id = p.address join premises_period pp on pp.premises = p.id order by p.id`);
    expect(premises).toEqual([
      {
        id: UNIT,
        label: 'Kade 1A-II Nieuwmarker',
        postcode: '6981CM',
        address: ADDRESS,
        function: 'retail',
        purposes: ['woonfunctie', 'winkelfunctie'],
        area: 150,
        buildings: ['1', '2'],
        secondary: 'Kade 2 Nieuwmarker',
      },
      {
        id: '0221010000000002',
        label: 'Kade 3 Nieuwmarker',
        postcode: null,
        address: '0221200000000003',
        function: 'housing',
        purposes: ['woonfunctie'],
        area: null,
        buildings: null,
        secondary: null,
      },
      {
        id: '0221020000000001',
        label: 'Kade 4 Nieuwmarker',
        postcode: null,
        address: '0221200000000004',
        function: 'unknown',
        purposes: [],
        area: null,
        buildings: null,
        secondary: null,
      },
    ]);
    // The woonplaatsen of a municipality cover it: together they are its boundary.
    expect(await rows('select ST_Area(boundary) as area from municipality')).toEqual([{ area: 1_000_000 }]);
    expect(result.reasons.filter(({ kind }) => kind === 'remark')).toEqual([
      { kind: 'remark', reason: 'building-missing', count: 1 },
      { kind: 'remark', reason: 'floor-area-unknown', count: 2 },
    ]);
  });

  test('of a delivery of the country one municipality is loaded, and which one must be said', async () => {
    const content = delivery(
      {
        WPL: [
          PLACES,
          placeXml({ id: '2143', name: 'Overkant', ring: ringText(207000, 447000, 208000, 448000) }),
        ],
        OPR: [STREET, streetXml({ id: '0222300000000001', name: 'Kade', place: '2143' })],
        NUM: [
          numberXml({ id: ADDRESS, number: 1, street: '0221300000000001' }),
          numberXml({ id: '0222200000000001', number: 1, street: '0222300000000001' }),
        ],
        VBO: [
          unitXml({ id: UNIT, at: '206005 447005', main: ADDRESS, buildings: ['0222100000000007'] }),
          unitXml({ id: '0222010000000001', at: '207005 447005', main: '0222200000000001' }),
        ],
        PND: [
          // On the other side of the line, with a premises of ours; a shed of ours; a shed across the line.
          pandXml({ id: '0222100000000007', ring: ring(206995, 447000) }),
          pandXml({ id: '0999100000000008', ring: ring(206100, 447100) }),
          pandXml({ id: '0222100000000009', ring: ring(207100, 447100) }),
          pandXml({ id: '0222100000000010', ring: ring(217100, 447100) }),
        ],
      },
      { municipalities: [] },
    );
    await expect(load(content)).rejects.toMatchObject({ code: 'bag-municipality-unknown' });
    const { counts } = await load(content, { municipality: 'GM0221' });
    expect(counts).toEqual({
      building: { read: 4, loaded: 2, rejected: 0, leftOut: 2 },
      premises: { read: 2, loaded: 1, rejected: 0, leftOut: 1 },
      address: { read: 2, loaded: 1, rejected: 0, leftOut: 1 },
    });
    expect(await rows('select id from building order by id')).toEqual([
      { id: '0222100000000007' },
      { id: '0999100000000008' },
    ]);
    expect(await rows('select code, name, provisional from municipality')).toEqual([
      { code: 'GM0221', name: 'Nieuwmarker', provisional: true },
    ]);
  });

  test('a municipality of a delivery of several is chosen, and an unknown one refused', async () => {
    const content = delivery(
      { PND: [pandXml({ id: PAND, ring: ring(206000, 447000) })] },
      {
        municipalities: [
          { digits: '0221', name: 'Nieuwmarker' },
          { digits: '0222', name: 'Overkant' },
        ],
      },
    );
    await expect(load(content)).rejects.toMatchObject({
      code: 'bag-municipality-asked',
      nl: expect.stringContaining('GM0221, GM0222'),
    });
    await expect(load(content, { municipality: '0221' })).rejects.toMatchObject({
      code: 'municipality-code',
    });
    await expect(load(content, { municipality: 'GM0222' })).rejects.toMatchObject({
      code: 'bag-nothing-usable',
    });
    expect(await rows('select code from municipality')).toEqual([]);
  });

  test('the same file twice changes nothing; a newer one takes its place, and objects keep their id', async () => {
    const first = delivery({
      PND: [
        pandXml({ id: PAND, ring: ring(206000, 447000) }),
        pandXml({ id: '0221100000000002', ring: ring(206050, 447000) }),
      ],
    });
    const before = await load(first);
    expect(before.revision).not.toBeNull();
    expect(await load(first)).toEqual({ ...before, revision: null });
    const newer = delivery(
      { PND: [pandXml({ id: PAND, ring: ring(206001, 447000), occurrence: 2, year: '1990' })] },
      { municipalities: GELDERLAND, date: '2024-02-08' } as never,
    );
    await load(newer);
    expect(await rows('select id, build_year as year, ST_XMin(geom) as west from building')).toEqual([
      { id: PAND, year: 1990, west: 206001 },
    ]);
    expect(await rows('select reference_date from dataset')).toEqual([{ reference_date: '2024-02-08' }]);
  });

  test('what is wrong with a row is said of the row, and the rest is loaded', async () => {
    const { counts } = await load(
      delivery({
        PND: [
          pandXml({ id: PAND, ring: ring(206000, 447000) }),
          // Crosses itself: two triangles are left.
          pandXml({
            id: '0221100000000002',
            ring: '206100 447000 206110 447010 206110 447000 206100 447010 206100 447000',
          }),
          pandXml({
            id: '0221100000000003',
            ring: '206200 447000 206210 447000 206200 447000 206210 447000 206200 447000',
          }),
          pandXml({ id: '0221100000000004', ring: '206300 447000 206310' }),
          pandXml({ id: '0221100000000005', ring: ring(900000, 447000) }),
          pandXml({ id: '17', ring: ring(206400, 447000) }),
          pandXml({ id: '0221100000000006', ring: ring(206500, 447000), status: 'Pand in aanbouw' }),
          pandXml({ id: '0221100000000007', ring: ring(206600, 447000) }),
          pandXml({ id: '0221100000000007', ring: ring(206600, 447000) }),
          pandXml({ id: '0221100000000007', ring: ring(206600, 447000), year: '1999' }),
          pandXml({ id: '0221100000000008', ring: ring(206700, 447000) }),
          pandXml({ id: '0221100000000008', ring: ring(206700, 447000), occurrence: 2, year: '2001' }),
        ],
      }),
    );
    expect(counts.building).toEqual({ read: 12, loaded: 4, rejected: 6, leftOut: 2 });
    const reasons = await rows(
      'select right(reference, 2) as id, reason from rejected_row order by kind, reason, reference',
    );
    expect(reasons).toEqual([
      { id: '07', reason: 'duplicate-id' },
      { id: '08', reason: 'earlier-occurrence' },
      { id: '03', reason: 'geometry-invalid' },
      { id: '04', reason: 'geometry-missing' },
      { id: '17', reason: 'id-unreadable' },
      { id: '05', reason: 'outside-netherlands' },
      { id: '07', reason: 'repeated' },
      { id: '06', reason: 'status-unknown' },
      { id: '02', reason: 'geometry-repaired' },
    ]);
    expect(
      await rows(`select right(id, 2) as id, build_year as year, ST_IsValid(geom) as valid, ST_Area(geom) as area
        from building order by id`),
    ).toEqual([
      { id: '01', year: 1980, valid: true, area: 100 },
      { id: '02', year: 1980, valid: true, area: 50 },
      { id: '07', year: 1980, valid: true, area: 100 },
      { id: '08', year: 2001, valid: true, area: 100 },
    ]);
  });

  test('an implausible floor area is loaded and remarked on', async () => {
    const unit = (digit: number, area: string, purposes: string[]) =>
      unitXml({
        id: `022101000000000${digit}`,
        at: `${206005 + 100 * digit} 447005`,
        main: `022120000000000${digit}`,
        area,
        purposes,
        buildings: [`022110000000000${digit}`],
      });
    // Footprints of 100 m2: a home may have 600, an office 6,000.
    const { reasons } = await load(
      delivery({
        VBO: [
          unit(1, '601', ['woonfunctie']),
          unit(2, '600', ['woonfunctie']),
          unit(3, '6000', ['kantoorfunctie']),
          unit(4, '6001', ['kantoorfunctie']),
        ],
        PND: [1, 2, 3, 4].map(digit =>
          pandXml({ id: `022110000000000${digit}`, ring: ring(206000 + 100 * digit, 447000) }),
        ),
      }),
    );
    expect(reasons).toEqual([{ kind: 'remark', reason: 'floor-area-implausible', count: 2 }]);
    expect(await rows(`select reference, detail from rejected_row order by reference`)).toEqual([
      { reference: '0221010000000001', detail: '601 m2 / 100 m2' },
      { reference: '0221010000000004', detail: '6001 m2 / 100 m2' },
    ]);
    expect(await rows('select count(*) as count from premises_period where floor_area > 100')).toEqual([
      { count: 4 },
    ]);
  });

  test('a delivery that is no good is refused in words, and nothing of it stays', async () => {
    const good = delivery({ PND: [pandXml({ id: PAND, ring: ring(206000, 447000) })] });
    const inner = zipBytes({ '9999PND08012024-000001.xml': Buffer.alloc(20_000_000, 32) });
    const cutXml = standXml([pandXml({ id: PAND, ring: ring(206000, 447000) })], {
      municipalities: GELDERLAND,
    });
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`${index}.txt`, 'x']));
    const cases: [string, Uint8Array, string][] = [
      ['cut off', good.subarray(0, good.length - 60), 'zip-damaged'],
      ['cut off within', zipBytes({ '9999PND08012024.zip': inner.subarray(0, 500) }), 'zip-damaged'],
      ['a bomb', zipBytes({ '9999PND08012024.zip': inner }), 'zip-too-large'],
      ['too many files', zipBytes(many), 'zip-too-many'],
      ['something else', zipBytes({ 'notes.txt': 'nothing' }), 'bag-foreign'],
      ['broken XML', zipBytes({ '0221PND08012024-000001.xml': cutXml.slice(0, -90) }), 'xml-damaged'],
      [
        'another reference system',
        delivery({
          PND: [pandXml({ id: PAND, ring: ring(206000, 447000), srs: 'urn:ogc:def:crs:EPSG::4326' })],
        }),
        'bag-crs',
      ],
      [
        'x and y swapped',
        delivery({ PND: [pandXml({ id: PAND, ring: ring(447000, 206000) })] }),
        'bag-axis-order',
      ],
      ['empty', delivery({ PND: [] }), 'bag-empty'],
      [
        'all of it gone',
        delivery({ PND: [pandXml({ id: PAND, ring: ring(206000, 447000), status: 'Pand gesloopt' })] }),
        'bag-nothing-usable',
      ],
      // One level only: what is in the inner zip of an inner zip is not looked at.
      [
        'nested twice',
        zipBytes({ '0221PND08012024.zip': zipBytes({ '0221PND08012024-1.zip': inner }) }),
        'bag-municipality-unknown',
      ],
    ];
    for (const [what, content, code] of cases)
      await expect(load(content), what).rejects.toMatchObject({ code });
    expect(await rows('select code from municipality union all select id from dataset')).toEqual([]);
  });

  test('an import that is called off leaves nothing', async () => {
    const stop = new AbortController();
    const progress = (step: string) => {
      if (step === 'Putting them in place') stop.abort(new Error('called off'));
    };
    const content = delivery({ PND: [pandXml({ id: PAND, ring: ring(206000, 447000) })] });
    await expect(load(content, {}, { progress, signal: stop.signal })).rejects.toThrow('called off');
    expect(await rows('select code from municipality')).toEqual([]);
    expect((await load(content)).counts.building!.loaded).toBe(1);
  });

  test('the real extract of Doesburg: 13,098 voorkomens of 7,797 panden, of which 7,227 stand', async () => {
    const file = `${REAL}0221PND15092020.zip`;
    if (!(await stat(file).catch(() => undefined))) {
      console.error('skipped: real inputs not present');
      return;
    }
    await expect(importBag(file, {}, importContext(get().database))).rejects.toMatchObject({
      code: 'bag-name-unknown',
    });
    const result = await importBag(file, { name: 'Doesburg' }, importContext(get().database));
    expect(result.counts.building).toEqual({ read: 13_098, loaded: 7_227, rejected: 0, leftOut: 5_871 });
    expect(result.reasons).toEqual([
      { kind: 'building', reason: 'earlier-occurrence', count: 13_098 - 7_797 },
      { kind: 'building', reason: 'gone', count: 389 },
      { kind: 'building', reason: 'never-there', count: 13 },
      { kind: 'building', reason: 'planned', count: 168 },
    ]);
  }, 120_000);

  test('the real miniature delivery, with secondary addresses and four voorkomens of one object', async () => {
    const file = `${REAL}BAGNLDL-15092020-small.zip`;
    if (!(await stat(file).catch(() => undefined))) {
      console.error('skipped: real inputs not present');
      return;
    }
    const result = await importBag(file, {}, importContext(get().database));
    expect(result.counts).toEqual({
      building: { read: 6, loaded: 2, rejected: 0, leftOut: 4 },
      premises: { read: 9, loaded: 6, rejected: 0, leftOut: 3 },
      address: { read: 14, loaded: 8, rejected: 0, leftOut: 6 },
    });
    expect(
      await rows(`select a.label from premises_address pa join address a on a.id = pa.address
        where pa.premises = '0221010000330999' order by 1`),
    ).toEqual([
      { label: 'Schout bij Nacht Doormansingel 9X Doesburg' },
      { label: 'Schout bij Nacht Doormansingel 9Y Doesburg' },
    ]);
    expect(await rows('select code, name, provisional from municipality')).toEqual([
      { code: 'GM0221', name: 'Doesburg', provisional: false },
    ]);
  }, 60_000);
});
