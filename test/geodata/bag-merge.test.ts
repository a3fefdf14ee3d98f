import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeEach, expect, test } from 'vitest';
import type { Row } from '../../geodata/database/database.ts';
import { fixedSql } from '../../geodata/database/sql.ts';
import { restoreRevision } from '../../geodata/import/restore.ts';
import { importBag } from '../../geodata/sources/bag/import.ts';
import { importOsm } from '../../geodata/sources/osm/import.ts';
import {
  numberXml,
  pandXml,
  placeXml,
  ringText,
  standXml,
  streetXml,
  unitXml,
} from '../support/bag-extract.ts';
import { describeOnEachEngine, truncateAll } from '../support/database.ts';
import { importContext, testFolder } from '../support/shapes.ts';
import { zipBytes } from '../support/zip-bytes.ts';

const TOWN = fileURLToPath(new URL('../fixtures/osm/small-town.osm', import.meta.url));
const DELFT = fileURLToPath(
  new URL('../../../shared/geodata/osm/delft_zuidoost_2025.osm.pbf', import.meta.url),
);

const folder = testFolder('bag-merge');

const SAID = { date: '2025-02-08', municipalities: [{ digits: '0999', name: 'Nieuwmarker' }] };
const STREET = '0999300000000001';

/** A door of the register in the town of the fixture. */
interface Door {
  digits: string;
  number: number;
  letter?: string;
  addition?: string;
  purposes: string[];
  area?: string;
  x: number;
  y: number;
  building?: string;
  secondary?: string[];
}

function delivery(doors: readonly Door[], panden: readonly string[], date = SAID.date): Buffer {
  const said = { ...SAID, date };
  const part = (type: string, objects: readonly string[]) => ({
    [`0999${type}08022025-000001.xml`]: standXml(objects, said),
  });
  return zipBytes({
    ...part('WPL', [
      placeXml({ id: '1999', name: 'Nieuwmarker', ring: ringText(80000, 440000, 90000, 450000) }),
    ]),
    ...part('OPR', [streetXml({ id: STREET, name: 'Dorpsstraat', place: '1999' })]),
    ...part(
      'NUM',
      doors.map(({ digits, number, letter, addition }) =>
        numberXml({
          id: `099920000000${digits}`,
          number,
          letter: letter!,
          addition: addition!,
          street: STREET,
        }),
      ),
    ),
    ...part(
      'VBO',
      doors
        .filter(({ purposes }) => purposes.length > 0)
        .map(({ digits, x, y, purposes, area, building, secondary }) =>
          unitXml({
            id: `099901000000${digits}`,
            at: `${x} ${y}`,
            main: `099920000000${digits}`,
            purposes,
            area: area ?? '80',
            buildings: building ? [building] : [],
            secondary: secondary ?? [],
          }),
        ),
    ),
    ...part('PND', panden),
  });
}

describeOnEachEngine('the BAG beside OpenStreetMap', get => {
  const rows = (text: string): Promise<Row[]> => get().database.query(fixedSql(text));
  const context = () => importContext(get().database);
  const loadBag = async (content: Buffer, options = {}) =>
    importBag(await folder.write('levering.zip', content), options, context());

  const premises = async () =>
    (
      await rows(`
        select coalesce(right(p.bag_id, 4), '-') as bag, coalesce(a.label, '-') as label, coalesce(p.name, '-') as name,
          pp.function, array_to_string(pp.purposes, '+') as purposes, pp.floor_area as area,
          (select string_agg(status, ' ' order by status) from observation where premises = p.id) as observed
        from premises p left join address a on a.id = p.address
        join premises_period pp on pp.premises = p.id and pp.until_date is null order by 1, 2, 3, 4`)
    ).map(row => Object.values(row).join('|'));

  /** Doors of the register where the fixture has its addresses, in RD. */
  async function doorsOf(wanted: Record<string, Omit<Door, 'x' | 'y'>>): Promise<Door[]> {
    const places = await rows('select label, ST_X(point) as x, ST_Y(point) as y from address');
    return Object.entries(wanted).map(([label, door]) => {
      const place = places.find(each => each.label === `${label} Nieuwmarker`)!;
      return { ...door, x: (place.x as number) + 2, y: place.y as number };
    });
  }

  const buildingOf = async (bag: string): Promise<string> => {
    const [row] = await rows(`
      select ST_XMin(geom) || ' ' || ST_YMin(geom) as low, ST_XMax(geom) || ' ' || ST_YMax(geom) as high
      from building where id = '${bag}'`);
    const [west, south, east, north] = `${row!.low} ${row!.high}`.split(' ').map(Number);
    return pandXml({ id: bag, ring: ringText(west!, south!, east!, north!), year: '1925' });
  };

  beforeEach(async () => {
    await truncateAll(get().database);
    await importOsm(TOWN, {}, context());
  });

  async function usual(): Promise<Buffer> {
    const doors = await doorsOf({
      'Dorpsstraat 1': { digits: '0001', number: 1, purposes: ['woonfunctie'] },
      'Dorpsstraat 3A': {
        digits: '0003',
        number: 3,
        letter: 'A',
        purposes: ['kantoorfunctie'],
        building: '0999100000000002',
      },
      'Dorpsstraat 5-II': { digits: '0005', number: 5, addition: 'II', purposes: ['bijeenkomstfunctie'] },
      'Dorpsstraat 9': { digits: '0009', number: 9, purposes: ['winkelfunctie'] },
      'Dorpsstraat 139A-100': {
        digits: '0139',
        number: 139,
        letter: 'A',
        addition: '100',
        purposes: ['winkelfunctie', 'woonfunctie'],
      },
    });
    const further = { ...doors[0]!, digits: '0777', number: 77, purposes: ['winkelfunctie'] };
    return delivery(
      [...doors, further],
      [await buildingOf('0999100000000001'), await buildingOf('0999100000000002')],
    );
  }

  test('an address of both is one premises: of the register, with the use, name and vacancy that the map knew', async () => {
    const before = await premises();
    expect(before).toContain('-|Dorpsstraat 139A-100 Nieuwmarker|-|retail|||vacant');
    const { counts } = await loadBag(await usual());
    expect(counts.premises).toEqual({ read: 6, loaded: 6, rejected: 0, leftOut: 0 });
    const after = await premises();
    expect(after.filter(line => line.includes('Dorpsstraat'))).toEqual([
      '-|Dorpsstraat 11 Nieuwmarker|Hummels|community|||',
      '-|Dorpsstraat 20 Nieuwmarker|Bakkerij Korst|retail|||',
      '0001|Dorpsstraat 1 Nieuwmarker|-|housing|woonfunctie|80|',
      '0003|Dorpsstraat 3A Nieuwmarker|Mode & Zo|retail|kantoorfunctie|80|',
      '0005|Dorpsstraat 5-II Nieuwmarker|De Kroeg|hospitality|bijeenkomstfunctie|80|',
      // Nobody had said what number 9 is used for; now the register does, and volunteers have not looked at it.
      '0009|Dorpsstraat 9 Nieuwmarker|-|retail|winkelfunctie|80|unknown',
      '0139|Dorpsstraat 139A-100 Nieuwmarker|-|retail|winkelfunctie+woonfunctie|80|vacant',
      '0777|Dorpsstraat 77 Nieuwmarker|-|retail|winkelfunctie|80|unknown',
    ]);
    // What only the map knew stays: 14 premises before, five of which are the register's now, and one is new.
    expect(before).toHaveLength(14);
    expect(after).toHaveLength(15);
    expect(await rows(`select count(*) as count, count(distinct label) as labels from address`)).toEqual([
      { count: 8, labels: 8 },
    ]);
  });

  test('a building of both is one row, with the shape of the register', async () => {
    await loadBag(await usual());
    const doubles = await rows(
      'select bag_id from building where bag_id is not null group by 1 having count(*) > 1',
    );
    expect(doubles.map(row => row.bag_id)).toEqual(['0999100000000005']);
    expect(
      await rows(`select b.build_year as year, b.use, d.source from building b join dataset d on d.id = b.dataset
        where b.id = '0999100000000001'`),
    ).toEqual([{ year: 1925, use: 'house', source: 'bag' }]);
  });

  test('parts of a pand, and outlines without an id that lie on it, go', async () => {
    const [loose] = await rows(
      `select id from building where bag_id is null and use = 'retail' order by id limit 1`,
    );
    const pand = await buildingOf('0999100000000005');
    const over = (await buildingOf(loose!.id as string)).replaceAll(loose!.id as string, '0999100000000088');
    const [before] = await rows('select count(*) as count from building');
    await loadBag(delivery([], [pand, over]));
    // One of two parts goes, and so does the loose outline; the register's own comes in its place.
    expect(await rows('select count(*) as count from building')).toEqual([
      { count: (before!.count as number) - 1 },
    ]);
    expect(
      await rows(
        `select id from building where bag_id in ('0999100000000005', '0999100000000088') order by 1`,
      ),
    ).toEqual([{ id: '0999100000000005' }, { id: '0999100000000088' }]);
    expect(await rows(`select id from building where id = '${loose!.id}'`)).toEqual([]);
  });

  test('a newer delivery keeps ids and uses, closes what is gone and changes what the register changes', async () => {
    await loadBag(await usual());
    const ids = await rows(`select id from premises where bag_id is not null order by id`);
    const doors = await doorsOf({
      'Dorpsstraat 1': { digits: '0001', number: 1, purposes: ['winkelfunctie'], area: '95' },
      'Dorpsstraat 5-II': { digits: '0005', number: 5, addition: 'II', purposes: ['bijeenkomstfunctie'] },
    });
    await loadBag(delivery(doors, [], '2026-03-08'));
    expect(
      await rows(`select function, purposes, floor_area, from_date, until_date from premises_period pp
      join premises p on p.id = pp.premises where p.bag_id = '0999010000000001' order by from_date`),
    ).toEqual([
      {
        function: 'housing',
        purposes: ['woonfunctie'],
        floor_area: 80,
        from_date: '2025-02-08',
        until_date: '2026-03-08',
      },
      {
        function: 'retail',
        purposes: ['winkelfunctie'],
        floor_area: 95,
        from_date: '2026-03-08',
        until_date: null,
      },
    ]);
    // The register says of number 5 what it said: that it is a pub stays known.
    expect((await premises()).find(line => line.startsWith('0005'))).toBe(
      '0005|Dorpsstraat 5-II Nieuwmarker|De Kroeg|hospitality|bijeenkomstfunctie|80|',
    );
    // Number 139 is no longer in the register; what was observed of it stays, until that day.
    expect(
      await rows(`select until_date, (select count(*) from observation where premises = p.id) as observed
        from premises p join premises_period pp on pp.premises = p.id where p.bag_id = '0999010000000139'
        order by from_date desc limit 1`),
    ).toEqual([{ until_date: '2026-03-08', observed: 1 }]);
    const stayed = await rows(`select id from premises where bag_id is not null order by id`);
    expect(ids.map(({ id }) => id)).toEqual(expect.arrayContaining(stayed.map(({ id }) => id)));
    expect(await rows(`select count(*) as count from dataset where source = 'bag'`)).toEqual([{ count: 1 }]);
  });

  test('a delivery of buildings alone leaves premises and addresses as they are', async () => {
    await loadBag(await usual());
    const before = await premises();
    const only = zipBytes({
      '0999PND08022025-000001.xml': standXml([await buildingOf('0999100000000001')], SAID),
    });
    await loadBag(only, { name: 'Nieuwmarker' });
    expect(await premises()).toEqual(before);
    expect(
      await rows(
        `select count(*) as count from building b join dataset d on d.id = b.dataset where d.source = 'bag'`,
      ),
    ).toEqual([{ count: 1 }]);
  });

  test('an older delivery may follow a newer one', async () => {
    const doors = await doorsOf({
      'Dorpsstraat 1': { digits: '0001', number: 1, purposes: ['woonfunctie'] },
    });
    await loadBag(delivery(doors, [], '2025-06-08'));
    await loadBag(delivery(doors, [], '2024-06-08'));
    expect(
      await rows(`select from_date, until_date from premises_period where premises = '0999010000000001'`),
    ).toEqual([{ from_date: '2024-06-08', until_date: null }]);
  });

  test('a secondary address that the map has as a plain address is no premises of its own', async () => {
    const [first, ninth] = await doorsOf({
      'Dorpsstraat 1': {
        digits: '0001',
        number: 1,
        purposes: ['woonfunctie'],
        secondary: ['0999200000000009'],
      },
      'Dorpsstraat 9': { digits: '0009', number: 9, purposes: [] },
    });
    await loadBag(delivery([first!, ninth!], []));
    const lines = await premises();
    expect(lines.filter(line => line.includes('Dorpsstraat 9 '))).toEqual([]);
    expect(await rows(`select a.label from premises_address pa join address a on a.id = pa.address`)).toEqual(
      [{ label: 'Dorpsstraat 9 Nieuwmarker' }],
    );
  });

  test('the map loaded again after the register brings no doubles', async () => {
    await loadBag(await usual());
    const before = await rows(
      'select count(*) as premises from premises p join address a on a.id = p.address',
    );
    await importOsm(TOWN, { name: 'Nieuwmarker', municipality: 'GM0999' }, context());
    expect(
      await rows('select count(*) as premises from premises p join address a on a.id = p.address'),
    ).toEqual(before);
  });

  test('the revision before can be restored', async () => {
    const before = await premises();
    const [row] = await rows('select revision from municipality');
    await loadBag(await usual());
    expect(await premises()).not.toEqual(before);
    await restoreRevision(context(), 'GM0999', row!.revision as number);
    expect(await premises()).toEqual(before);
  });

  test('real buildings of Delft and their register ids are one row each', async () => {
    if (!(await stat(DELFT).catch(() => undefined))) {
      console.error('skipped: real inputs not present');
      return;
    }
    await importOsm(DELFT, { municipality: 'GM0503', name: 'Delft' }, context());
    const some =
      await rows(`select id, ST_XMin(geom) as w, ST_YMin(geom) as s, ST_XMax(geom) as e, ST_YMax(geom) as n
      from building where municipality = 'GM0503' and id = bag_id and substr(id, 5, 2) = '10' order by id limit 200`);
    const [count] = await rows(`select count(*) as count from building where municipality = 'GM0503'`);
    const panden = some.map(({ id, w, s, e, n }) =>
      pandXml({ id: id as string, ring: ringText(w as number, s as number, e as number, n as number) }),
    );
    const said = { date: '2025-09-08', municipalities: [{ digits: '0503', name: 'Delft' }] };
    const result = await loadBag(zipBytes({ '0503PND08092025-000001.xml': standXml(panden, said) }), {
      name: 'Delft',
    });
    expect(result.counts.building!.loaded).toBe(200);
    const after = await rows(`select count(*) as count, count(*) filter (where d.source = 'bag') as bag
      from building b join dataset d on d.id = b.dataset where b.municipality = 'GM0503'`);
    expect(after[0]!.bag).toBe(200);
    // Boxes around slanted buildings cover what stands beside them, so that some sheds go; none comes twice.
    expect(after[0]!.count as number).toBeLessThanOrEqual(count!.count as number);
  }, 180_000);
});
