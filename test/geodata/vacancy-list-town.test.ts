import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedSql } from '../../geodata/database/sql.ts';
import { DEMO_CODE } from '../../geodata/demo/generate.ts';
import { loadDemo } from '../../geodata/demo/load.ts';
import type { ImportContext } from '../../geodata/import/context.ts';
import { findRound, rejectedRowsFile } from '../../geodata/sources/vacancy-list/export.ts';
import { source } from '../../geodata/sources/vacancy-list/source.ts';
import { publishFigures } from '../../server/policy/publish.ts';
import { xlsx } from '../fixtures/vacancy-list/workbooks.ts';
import { describeOnEachEngine } from '../support/database.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernkaart-town-list-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Door = {
  premises: string;
  street: string;
  number: number;
  letter: string;
  postcode: string;
  place: string;
};
type Value = string | number | { serial: number } | null;

/** Premises of the town with one use and an address of their own, from all over it. */
const DOORS = fixedSql(`
  select min(p.id) as premises, a.street, a.number, a.letter, a.postcode, a.place
  from premises p join address a on a.id = p.address
  join premises_period pp on pp.premises = p.id and pp.from_date <= '2026-07-01'
    and (pp.until_date is null or pp.until_date > '2026-07-01')
  where pp.function in ('retail', 'hospitality', 'services', 'office') and length(a.street) >= 6
  group by a.id having count(*) = 1 order by md5(a.id) limit 290`);

/** A letter left out, as fingers do. */
const slipped = (street: string): string => street.slice(0, 3) + street.slice(4);

/** One way in which an official may write a row: bag id, street, number, addition, postcode, place, since, m2, status. */
const WAYS: readonly ((door: Door) => Value[])[] = [
  ({ street, number, letter, place }) => [
    null,
    street,
    number,
    letter || null,
    null,
    place,
    { serial: 45_292 },
    85,
    'leeg',
  ],
  ({ number, letter, postcode }) => [
    null,
    null,
    number,
    letter || null,
    postcode,
    null,
    '31-12-2024',
    '1.250,5',
    'leeg',
  ],
  ({ street, number, letter, postcode, place }) => [
    null,
    street.toUpperCase(),
    `${number} ${letter.toLowerCase()}`.trim(),
    null,
    `${postcode.slice(0, 4)} ${postcode.slice(4)}`,
    place.toUpperCase(),
    'dec 2024',
    'ca. 90 m2',
    'Leegstaand',
  ],
  ({ premises }) => [premises, null, null, null, null, null, 'Q3 2024', null, 'x'],
  ({ street, number, letter, place, postcode }) => [
    null,
    slipped(street),
    number,
    letter || null,
    postcode,
    place,
    '2023',
    null,
    'te huur',
  ],
  ({ street, number, letter, place }) => [
    null,
    `${street} ${number}${letter}`,
    null,
    null,
    null,
    place,
    '00-00-0000',
    '-',
    'deels leeg',
  ],
  ({ premises, street, number, letter, place }) => [
    premises,
    street,
    number,
    letter || null,
    null,
    place,
    'onbekend',
    null,
    'verbouwing',
  ],
  ({ street, number, letter, place }) => [
    null,
    ` ${street}  `,
    `${number}${letter}`,
    null,
    null,
    place,
    'al jaren',
    'veel',
    'antikraak',
  ],
];

/** Ten rows that say something that is not so. */
const WRONG: readonly Value[][] = [
  [null, 'Coolsingel', 3, null, null, 'Markerhaven', null, null, 'leeg'],
  [null, null, null, null, null, null, '01-02-2024', 120, 'leeg'],
  [null, 'Dorpsstraat', null, null, null, null, '01-02-2024', 120, 'leeg'],
  [null, 'Marktstraat', 'hoek', null, null, null, '01-02-2024', 120, 'leeg'],
  ['0599010000000001', null, null, null, null, null, '01-02-2024', 120, 'leeg'],
  [1.5990100001234e15, null, null, null, null, null, '01-02-2024', 120, 'leeg'],
  ['12345', null, null, null, null, null, '01-02-2024', 120, 'leeg'],
  [null, null, 12, null, '1111ZZ', null, '01-02-2024', 120, 'leeg'],
  [null, 'Marktstraat', 1, null, null, 'Rotterdam', '01-02-2024', 120, 'leeg'],
  [null, 'Oosterweg', 9999, null, null, null, '31-02-2024', 120, 'leeg'],
];
const REASONS = [
  'street-unknown',
  'address-missing',
  'number-missing',
  'number-unreadable',
  'id-unknown',
  'id-rounded',
  'id-unreadable',
  'postcode-unknown',
  'place-unknown',
  'date-impossible',
];

function rowXml(values: readonly Value[], number: number): string {
  const cells = values.map((value, column) => {
    const reference = `${String.fromCharCode(65 + column)}${number}`;
    if (value === null) return '';
    if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
    if (typeof value === 'object') return `<c r="${reference}" s="1"><v>${value.serial}</v></c>`;
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${value.replaceAll('&', '&amp;')}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** The workbook: a title, a heading of two lines, 300 rows with blank ones among them, a total, notes and a second table. */
function workbook(doors: readonly Door[]): Uint8Array {
  const rows = doors.map((door, index) => WAYS[index % WAYS.length]!(door));
  WRONG.forEach((row, index) => {
    rows.splice(index * 30 + 5, 0, row);
  });
  const lines: [number, Value[]][] = [
    [1, ['Leegstand Markerwaard per 1 juli 2026']],
    [3, [null, 'Adres', null, null, null, null, 'Leegstand']],
    [4, ['BAG-id', 'Straat', 'Huisnr.', 'Toev.', 'Postcode', 'Woonplaats', 'sinds', 'm²', 'Status']],
    // Every hundredth row is followed by a blank one.
    ...rows.map((row, index): [number, Value[]] => [5 + index + Math.floor(index / 100), row]),
  ];
  const after = 5 + rows.length + 3;
  lines.push(
    [after, ['Totaal', null, rows.length]],
    [after + 2, ['* opgenomen door de afdeling economie; zie ook het tweede lijstje']],
    [after + 4, ['Straat', 'Nummer', 'Status']],
    [after + 5, ['Marktstraat', 1, 'in gebruik']],
  );
  return xlsx({
    sheets: { 'Leegstand 2026': lines.map(([number, values]) => rowXml(values, number)).join('') },
    after: '<mergeCells><mergeCell ref="B3:F3"/><mergeCell ref="G3:I3"/></mergeCells>',
    more: [{ name: 'xl/vbaProject.bin', content: 'x' }],
  });
}

describeOnEachEngine('a messy list of 300 rows over the fictional town', get => {
  const context = (): ImportContext => ({
    database: get().database,
    madeBy: 'a test',
    software: 'kernkaart 0',
    publish: publishFigures,
    progress: () => undefined,
  });

  test('every row goes to its own premises, or to none with a reason', async () => {
    await loadDemo(context());
    const doors = await get().database.query<Door>(DOORS);
    expect(doors).toHaveLength(290);
    const path = join(folder, 'Leegstand (definitief) v3.xlsm');
    await writeFile(path, workbook(doors));
    const file = { path, name: 'Leegstand (definitief) v3.xlsm', bytes: (await stat(path)).size };
    expect(await source.recognise(file)).toBe(true);

    const preview = await source.preview(file, {}, context());
    expect(preview).toMatchObject({ municipality: { code: DEMO_CODE }, referenceDate: '2026-07-01' });
    expect(preview.columns.map(({ field }) => field)).toEqual([
      'bag-id',
      'street',
      'number',
      'addition',
      'postcode',
      'place',
      'since',
      'vacant-floor-area',
      'status',
    ]);
    expect(preview.notices.map(({ code }) => code)).toEqual([
      'macros-ignored',
      'second-table',
      'date-unreadable',
      'floor-area-unreadable',
    ]);
    const coverage = {
      areas: null,
      functions: ['retail', 'hospitality', 'services', 'office'],
      leastFloorArea: null,
    };
    const answers = {
      municipality: DEMO_CODE,
      referenceDate: '2026-07-01',
      series: 'Lijst economie',
      access: 'planner',
      coverage,
    };
    const { counts, reasons, dataset } = await source.load(file, answers, context());
    // A total, a note, and two rows of the second table (its heading is one).
    expect(counts.row).toEqual({ read: 304, loaded: 290, rejected: 10, leftOut: 4 });
    expect(reasons.map(({ reason }) => reason).sort()).toEqual([...REASONS, 'no-row', 'second-table'].sort());

    const round = (await findRound(get().database, 'Lijst economie', '2026-07-01'))!;
    const rows = await get().database.query<{ premises: string[]; match: string }>(
      fixedSql(`select premises, match from observation_round_row
        where round = '${round.id}' and role = 'row' and reason is null order by number`),
    );
    expect(rows.map(({ premises }) => premises)).toEqual(doors.map(({ premises }) => [premises]));
    const matches = WAYS.map((_, way) => [
      ...new Set(rows.filter((_row, index) => index % WAYS.length === way).map(({ match }) => match)),
    ]);
    expect(matches).toEqual([
      ['exact-address'],
      ['exact-address'],
      ['exact-address'],
      ['exact-id'],
      ['near'],
      ['exact-address'],
      ['exact-id'],
      ['exact-address'],
    ]);
    const [observed] = await get().database.query(
      fixedSql(`select count(*) filter (where status = 'vacant') as vacant, count(*) filter (where status = 'partly-vacant') as partly,
        count(*) filter (where status = 'under-renovation') as renovated, count(*) filter (where status = 'temporary-use') as temporary,
        count(*) filter (where since_earliest = '2024-01-01' and since_latest = '2024-01-01') as serial,
        count(*) filter (where since_earliest = '2024-07-01' and since_latest = '2024-09-30') as quarter,
        count(*) filter (where vacant_floor_area = 1251) as large, count(*) filter (where since_latest is null) as unknown
        from observation
        where series = (select series from observation_round where id = '${round.id}')`),
    );
    // 290 rows in turn over eight ways: two ways have 37, six have 36.
    expect(observed).toEqual({
      vacant: 182,
      partly: 36,
      renovated: 36,
      temporary: 36,
      serial: 37,
      quarter: 36,
      large: 37,
      unknown: 108,
    });
    const rejected = (await rejectedRowsFile(get().database, dataset, 'en'))!;
    expect(rejected.name).toBe('Leegstand (definitief) v3-not-loaded.xlsx');
  });
});
