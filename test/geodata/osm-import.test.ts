import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import type { ImportContext } from '../../geodata/import/context.ts';
import { importOsm } from '../../geodata/sources/osm/import.ts';
import { pbfFile, pbfHamlet } from '../fixtures/osm/pbf-town.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';

const TOWN = fileURLToPath(new URL('../fixtures/osm/small-town.osm', import.meta.url));
const DELFT = fileURLToPath(
  new URL('../../../shared/geodata/osm/delft_zuidoost_2025.osm.pbf', import.meta.url),
);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernkaart-osm-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, content: Uint8Array | string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

describeOnEachEngine('import from OpenStreetMap', get => {
  const rows = (text: string): Promise<Row[]> => get().database.query(fixedSql(text));

  function context(changes: Partial<ImportContext> = {}): ImportContext {
    const published: string[] = [];
    return {
      database: get().database,
      madeBy: 'a test',
      software: 'kernkaart 0',
      publish: async (_, municipality) => void published.push(municipality),
      progress: () => undefined,
      ...changes,
    };
  }

  beforeEach(() => truncateAll(get().database));

  test('what another source brought and nobody mapped is unknown in its series, and not in use', async () => {
    const { municipality } = await importOsm(TOWN, {}, context());
    const figures = () =>
      rows(`select encode(tally, 'hex') as tally from area_tally join series on series.id = area_tally.series
        where series.evidence = 'mapped' and area_tally.area = area_tally.municipality and function = 'retail'`);
    const before = await figures();
    await rows(`with register as (
        insert into dataset (id, municipality, source, title, owner, licence, attribution, imported_by, revision, read_count,
          loaded_count, rejected_count)
        select 'register', '${municipality}', 'bag', 'r', 'o', 'l', 'a', 't', 0, 1, 1, 0),
      shop as (
        insert into premises (id, municipality, point, point_3857, dataset)
        select 'shop', municipality, point, point_3857, 'register' from premises limit 1)
      select 1`);
    await rows(
      `insert into premises_period (premises, from_date, function) values ('shop', '2000-01-01', 'retail')`,
    );
    await importOsm(TOWN, { municipality, name: 'Elders' }, context());
    expect(await rows(`select status from observation where premises = 'shop'`)).toEqual([
      { status: 'unknown' },
    ]);
    expect(before).toHaveLength(1);
    expect(await figures()).toEqual(before);
  });

  test('everything in the small town is loaded, rejected or left out with a reason', async () => {
    const result = await importOsm(TOWN, {}, context());
    expect(result.counts).toEqual({
      building: { read: 16, loaded: 10, rejected: 6, leftOut: 0 },
      address: { read: 13, loaded: 7, rejected: 6, leftOut: 0 },
      'point-of-interest': { read: 18, loaded: 12, rejected: 1, leftOut: 5 },
      vacancy: { read: 7, loaded: 5, rejected: 0, leftOut: 2 },
      area: { read: 4, loaded: 3, rejected: 1, leftOut: 0 },
      premises: { read: 14, loaded: 14, rejected: 0, leftOut: 0 },
      street: { read: 1, loaded: 1, rejected: 0, leftOut: 0 },
      'base-feature': { read: 13, loaded: 13, rejected: 0, leftOut: 0 },
    });
    expect(await rows('select kind, reference, reason, detail from rejected_row order by number')).toEqual(
      [
        ['address', 'way/13', 'duplicate-address', 'node/1010'],
        ['address', 'node/1007', 'duplicate-address', 'node/1002'],
        ['address', 'node/1022', 'duplicate-address', 'node/1003'],
        ['address', 'node/1023', 'duplicate-address', 'node/1004'],
        ['address', 'node/1005', 'house-number-unreadable', '12;14'],
        ['address', 'node/1006', 'street-missing', '7'],
        ['area', 'node/1040', 'not-an-area', 'landuse=industrial'],
        ['building', 'relation/2', 'geometry-incomplete', ''],
        ['building', 'way/5', 'geometry-invalid', ''],
        ['building', 'way/8', 'geometry-invalid', ''],
        ['building', 'way/6', 'not-an-area', 'building=shed'],
        ['building', 'node/7', 'not-an-area', 'building=shed'],
        ['building', 'relation/3', 'not-an-area', 'building=yes'],
        ['point-of-interest', 'node/1031', 'duplicate-use', 'way/13'],
        ['point-of-interest', 'way/16', 'ground-with-addresses', 'amenity=school (5)'],
        ['point-of-interest', 'way/37', 'not-a-premises', 'leisure=park'],
        ['point-of-interest', 'node/1028', 'not-a-premises', 'amenity=bench'],
        ['point-of-interest', 'node/1029', 'not-a-premises', 'amenity=charging_station'],
        ['point-of-interest', 'node/1030', 'not-a-premises', 'disused:amenity=charging_station'],
        ['vacancy', 'node/1027', 'in-use-again', 'disused:shop=butcher, amenity=pharmacy'],
        ['vacancy', 'node/1030', 'not-a-premises', 'disused:amenity=charging_station'],
      ].map(([kind, reference, reason, detail]) => ({ kind, reference, reason, detail })),
    );
  });

  test('premises stand where they belong, with what they are used for and what is vacant', async () => {
    await importOsm(TOWN, {}, context());
    const premises = await rows(`
      select coalesce(a.label, '') as address, coalesce(p.name, '') as name, pp.function,
        coalesce(o.remark, '') as vacancy, coalesce(right(b.bag_id, 2), '') as building
      from premises p join premises_period pp on pp.premises = p.id
      left join address a on a.id = p.address
      left join observation o on o.premises = p.id
      left join premises_building pb on pb.premises = p.id
      left join building b on b.id = pb.building
      order by 1, 2, 3, 4`);
    expect(premises.map(row => Object.values(row).join(' | ')).sort()).toEqual(
      [
        'Dorpsstraat 1 Nieuwmarker |  | housing |  | 01',
        'Dorpsstraat 11 Nieuwmarker | Hummels | community |  | ',
        'Dorpsstraat 139A-100 Nieuwmarker |  | retail | shop=vacant | 03',
        'Dorpsstraat 20 Nieuwmarker | Bakkerij Korst | retail |  | ',
        'Dorpsstraat 3A Nieuwmarker | Mode & Zo | retail |  | 02',
        'Dorpsstraat 5-II Nieuwmarker | De Kroeg | hospitality |  | 03',
        'Dorpsstraat 9 Nieuwmarker |  | unknown |  | 03',
        ' | Apotheek | retail |  | ',
        ' | Recht | office |  | 02',
        ' | Schoenen | retail |  | 03',
        ' |  | office | vacant:office=company | 04',
        ' |  | hospitality | abandoned:amenity=restaurant | 04',
        ' |  | retail | disused:shop=yes | 04',
        ' |  | retail | disused:building=retail | ',
      ].sort(),
    );
    expect(await rows('select distinct from_date, floor_area, until_date from premises_period')).toEqual([
      { from_date: '2025-04-20', floor_area: null, until_date: null },
    ]);
  });

  test('the place, its buildings, areas and base map are as drawn', async () => {
    await importOsm(TOWN, {}, context());
    expect(await rows('select code, name, provisional, boundary from municipality')).toEqual([
      { code: 'GM0999', name: 'Nieuwmarker', provisional: true, boundary: null },
    ]);
    const buildings = await rows(`
      select coalesce(bag_id, '') as bag, build_year as year, status, coalesce(use, '') as use,
        round(ST_Area(geom)) as area, id = bag_id as named, ST_NumInteriorRings(ST_GeometryN(geom, 1)) as holes
      from building order by ST_XMin(geom)`);
    expect(buildings.map(row => Object.values(row).join(' '))).toEqual([
      '0999100000000001 1932 in-use house 100 true 0',
      '0999100000000002  in-use  100 true 0',
      '0999100000000003 1930 in-use retail 200 true 0',
      '  in-use  50  0',
      '0999100000000004  in-use office 375 true 1',
      '0999100000000005  in-use  100 true 0',
      '0999100000000005  in-use  100 false 0',
      '  in-use retail 100  0',
      '  under-construction construction 100  0',
      '  in-use retail 100  0',
    ]);
    expect(await rows('select kind, name, name_derived from area order by name')).toEqual([
      { kind: 'shopping-area', name: 'De Hoven', name_derived: false },
      { kind: 'work-area', name: 'Werkgebied Dorpsstraat', name_derived: true },
      { kind: 'work-area', name: 'Werkgebied Dorpsstraat (2)', name_derived: true },
    ]);
    expect(await rows('select name, place from street')).toEqual([
      { name: 'Dorpsstraat', place: 'Nieuwmarker' },
    ]);
    const roads = await rows(`
      select class, bridge, ST_Length(geom_3857) < 2000 as cut from base_feature where layer = 'road' order by id`);
    expect(roads).toEqual([
      { class: 'local', bridge: false, cut: true },
      { class: 'local', bridge: true, cut: true },
      { class: 'motorway', bridge: false, cut: true },
    ]);
  });

  test('the series says what it is: a state on one date, within the extract, for what mappers map', async () => {
    await importOsm(TOWN, {}, context());
    expect(
      await rows(`
        select s.evidence, s.kind, s.access, s.profile, s.reliability, s.rhythm_months, r.date::text,
          array_length(c.functions, 1) as functions, ST_Area(c.geom) > 0 as part
        from series s join reference_date r on r.series = s.id join coverage c on c.series = s.id`),
    ).toEqual([
      {
        evidence: 'mapped',
        kind: 'state',
        access: 'open',
        profile: 'strict',
        reliability: 'low',
        rhythm_months: 12,
        date: '2025-04-20',
        functions: 7,
        part: true,
      },
    ]);
  });

  test('the same file again changes nothing', async () => {
    const first = await importOsm(TOWN, {}, context());
    const again = await importOsm(TOWN, {}, context());
    expect(first.revision).toBeGreaterThan(0);
    expect(again).toEqual({ ...first, revision: null });
    expect(await rows('select count(*) as revisions from revision')).toEqual([{ revisions: 1 }]);
  });

  test('confirming what was guessed is a change, and stays', async () => {
    await importOsm(TOWN, {}, context());
    const said = await importOsm(TOWN, { municipality: 'GM0999', name: 'Nieuw Marker' }, context());
    expect(said.revision).not.toBeNull();
    expect(await rows('select name, provisional from municipality')).toEqual([
      { name: 'Nieuw Marker', provisional: false },
    ]);
  });

  test('a later file takes the place of the earlier one, and what others recorded stays', async () => {
    await importOsm(TOWN, {}, context());
    const [shop] = await rows("select id from premises where name = 'Schoenen'");
    const [home] = await rows('select b.id from building b where build_year = 1932');
    await get().database.transaction(transaction =>
      transaction.script(`
        insert into dataset (id, municipality, source, title, owner, licence, attribution, imported_by, revision,
          read_count, loaded_count, rejected_count)
          values ('list', 'GM0999', 'own-list', 'List', 'We', 'CC0', 'We', 'We', 1, 1, 1, 0);
        insert into series (id, municipality, evidence, kind, name_nl, name_en, definition_nl, definition_en, source,
          rhythm_months, access, reliability, dataset)
          values ('own', 'GM0999', 'own-list', 'state', 'a', 'a', 'a', 'a', 'a', 3, 'planner', 'high', 'list');
        insert into reference_date (series, date) values ('own', '2025-05-01');
        insert into observation (premises, series, reference_date, status, recorded_by)
          select id, 'own', '2025-05-01', 'vacant', 'We' from premises where name = 'Schoenen';`),
    );
    const text = (await readFile(TOWN, 'utf8'))
      .replace('v="shoes"', 'v="hairdresser"')
      .replace(/ {2}<way id="1" [\s\S]*?<\/way>\n/, '')
      .replace(/ {2}<relation id="3" [\s\S]*?<\/relation>\n/, '')
      .replaceAll('2025-04-20', '2025-09-01');
    await importOsm(await written('later.osm', text), {}, context());
    expect(await rows(`select id from building where id = '${home!.id}'`)).toEqual([]);
    expect(await rows("select count(*) as n from dataset where source = 'openstreetmap'")).toEqual([
      { n: 1 },
    ]);
    expect(
      await rows(`select function, from_date, until_date from premises_period where premises = '${shop!.id}'
      order by from_date`),
    ).toEqual([
      { function: 'retail', from_date: '2025-04-20', until_date: '2025-09-01' },
      { function: 'services', from_date: '2025-09-01', until_date: null },
    ]);
    expect(await rows("select premises from observation where series = 'own'")).toEqual([
      { premises: shop!.id },
    ]);
  });

  test.each(['Loading', 'Joining buildings, addresses and premises', 'Counting', 'Done'])(
    'given up at "%s", nothing of it stays',
    async at => {
      const controller = new AbortController();
      const progress = (step: string) => {
        if (step === at) controller.abort(new Error('enough'));
      };
      const work = importOsm(TOWN, {}, context({ progress, signal: controller.signal }));
      if (at === 'Done') await work;
      else await expect(work).rejects.toThrow('enough');
      const [left] = await rows(
        'select (select count(*) from municipality) + (select count(*) from building) as n',
      );
      expect(left!.n).toBe(at === 'Done' ? 11 : 0);
    },
  );

  test('a failure at the very end leaves nothing either', async () => {
    const publish = () => Promise.reject(new Error('no policy'));
    await expect(importOsm(TOWN, {}, context({ publish }))).rejects.toThrow('no policy');
    expect(await rows('select code from municipality union all select id from dataset')).toEqual([]);
  });

  test('what belongs to another dataset stays there', async () => {
    await importOsm(TOWN, {}, context());
    const buren = { municipality: 'GM0998', name: 'Buren' };
    await expect(importOsm(TOWN, buren, context())).rejects.toMatchObject({ code: 'file-already-loaded' });
    const text = (await readFile(TOWN, 'utf8')).replace('<way id="14"', '<way id="9014"');
    const { counts, reasons } = await importOsm(await written('neighbours.osm', text), buren, context());
    expect(counts.building).toEqual({ read: 16, loaded: 1, rejected: 15, leftOut: 0 });
    expect(counts.premises).toMatchObject({ loaded: 0 });
    expect(reasons).toContainEqual({ kind: 'building', reason: 'in-other-dataset', count: 9 });
    expect(await rows("select count(*) as n from building where municipality = 'GM0999'")).toEqual([
      { n: 10 },
    ]);
  });

  test('a PBF gives its own date and boundary, and the place a code', async () => {
    const file = await written(
      'hamlet.osm.pbf',
      pbfFile({ replicated: 1_754_500_000, bbox: [5.1, 52.4, 5.3, 52.6] }, ...pbfHamlet()),
    );
    const result = await importOsm(file, {}, context());
    expect(result).toMatchObject({ municipality: 'GM0998', counts: { vacancy: { loaded: 1 } } });
    expect(
      await rows(`select name, provisional, boundary is not null as whole, reference_date
        from municipality join dataset on municipality = code`),
    ).toEqual([{ name: 'Randgemeente', provisional: true, whole: true, reference_date: '2025-08-06' }]);
    expect(await rows('select geom from coverage')).toEqual([{ geom: null }]);
  });

  test('a file that says nothing of its municipality asks for it', async () => {
    const file = await written('nameless.osm.pbf', pbfFile({}, pbfHamlet()[0]!));
    await expect(importOsm(file, {}, context())).rejects.toMatchObject({ code: 'municipality-unknown' });
    const bare = pbfHamlet()[0]!.map(object => ({ ...object, tags: object.tags && { building: 'yes' } }));
    const nameless = await written('bare.osm.pbf', pbfFile({}, bare));
    const asked = { municipality: 'GM0997' };
    await expect(importOsm(nameless, asked, context())).rejects.toMatchObject({
      code: 'municipality-name-unknown',
    });
    await expect(importOsm(file, { municipality: '503' }, context())).rejects.toMatchObject({
      code: 'municipality-code',
    });
  });

  test('Delft south-east is accounted for to the last address', async () => {
    const there = await stat(DELFT).catch(() => undefined);
    if (!there) {
      console.error('skipped: real inputs not present');
      return;
    }
    const { counts, municipality, reasons } = await importOsm(DELFT, {}, context());
    expect(municipality).toBe('GM0503');
    expect(counts).toMatchObject({
      building: { read: 3482, loaded: 3478, rejected: 4, leftOut: 0 },
      address: { read: 8942, loaded: 8907, rejected: 35, leftOut: 0 },
      vacancy: { read: 8, loaded: 7, rejected: 0, leftOut: 1 },
      area: { read: 8, loaded: 8, rejected: 0, leftOut: 0 },
    });
    expect(reasons).toContainEqual({ kind: 'address', reason: 'duplicate-address', count: 35 });
    expect(
      await rows('select remark, count(*) as n from observation group by remark order by remark'),
    ).toEqual([
      { remark: 'disused:amenity=place_of_worship', n: 1 },
      { remark: 'disused:amenity=restaurant', n: 1 },
      { remark: 'disused:shop=yes', n: 1 },
      { remark: 'shop=vacant', n: 4 },
    ]);
    expect(await rows("select count(*) as n from building where bag_id ~ '^0503[0-9]{12}$'")).toEqual([
      { n: 3448 },
    ]);
  }, 180_000);
});
