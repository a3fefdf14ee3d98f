import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CellRow } from '../../geodata/formats/cell.ts';
import { openWorkbook, type Workbook } from '../../geodata/formats/workbook.ts';
import { workbookBytes } from '../../geodata/formats/workbook-write.ts';
import { zipBytes } from '../../geodata/formats/zip-write.ts';
import { source } from '../../geodata/sources/vacancy-list/source.ts';
import { container, ods, xlsx, xlsxRows } from '../fixtures/vacancy-list/workbooks.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernkaart-workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, bytes: Uint8Array | string) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return { path, name, bytes: (await stat(path)).size };
}

async function opened<T>(bytes: Uint8Array, look: (workbook: Workbook) => Promise<T>): Promise<T> {
  const { path } = await written('opened', bytes);
  const workbook = await openWorkbook(path);
  try {
    return await look(workbook);
  } finally {
    workbook.close();
  }
}

async function rowsOf(
  bytes: Uint8Array,
  sheet = 0,
): Promise<{ rows: CellRow[]; formulas: [number, number] }> {
  return opened(bytes, async ({ sheets }) => {
    const formulas = { withValue: 0, withoutValue: 0 };
    const rows: CellRow[] = [];
    for await (const row of sheets[sheet]!.rows(formulas)) rows.push(row);
    return { rows, formulas: [formulas.withValue, formulas.withoutValue] };
  });
}

test('cells of an Office Open XML workbook are what they are', async () => {
  const { rows, formulas } = await rowsOf(
    xlsx({
      texts:
        '<si><t>Straat</t></si><si><r><t>Markt</t></r><r><t xml:space="preserve"> 1</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>a_x000D_b</t></si>',
      sheets: {
        Blad1: `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c></row>
          <row r="4"><c r="A4"><v>12.5</v></c><c r="B4" s="1"><v>45292</v></c><c r="C4" s="2"><v>45292.75</v></c>
            <c r="D4" s="3"><v>503010000123456</v></c><c r="E4" t="b"><v>1</v></c><c r="F4" t="e"><v>#N/A</v></c></row>
          <row r="5"/>
          <row r="6"><c r="A6" t="str"><f>B6&amp;"x"</f><v>5x</v></c><c r="B6"><f>2+3</f><v>5</v></c><c r="C6"><f>NOW()</f></c>
            <c r="D6" s="1"><v>60</v></c><c r="E6" t="d"><v>2024-02-01T00:00:00</v></c><c r="AB6"><v>1</v></c></row>`,
      },
    }),
  );
  expect(rows).toEqual([
    { number: 2, cells: ['Straat', null, 'Markt 1', 'a\rb'] },
    {
      number: 4,
      cells: [
        12.5,
        { date: '2024-01-01', time: null },
        { date: '2024-01-01', time: '18:00:00' },
        503010000123456,
        true,
      ],
    },
    // Day 60 never was, so it stays a number; column AB is the 28th.
    {
      number: 6,
      cells: ['5x', 5, null, 60, { date: '2024-02-01', time: '00:00:00' }, ...Array(22).fill(null), 1],
    },
  ]);
  expect(formulas).toEqual([2, 1]);
});

test('a workbook of 1904 counts its days from there', async () => {
  const { rows } = await rowsOf(
    xlsx({ properties: 'date1904="1"', sheets: { Blad1: '<row><c s="1"><v>43830</v></c></row>' } }),
  );
  expect(rows[0]!.cells).toEqual([{ date: '2024-01-01', time: null }]);
});

test('merged cells, hidden sheets and macros are seen', async () => {
  const bytes = xlsx({
    sheets: { Oud: xlsxRows([['a']]), Nieuw: xlsxRows([['b']]) },
    after: '<mergeCells count="1"><mergeCell ref="B1:D2"/></mergeCells>',
    hidden: 'Oud',
    more: [{ name: 'xl/vbaProject.bin', content: 'x' }],
  });
  const seen = await opened(bytes, async ({ macros, sheets }) => ({
    macros,
    sheets: sheets.map(({ name, hidden }) => [name, hidden]),
    merged: await sheets[0]!.merged(),
  }));
  expect(seen).toEqual({
    macros: true,
    sheets: [
      ['Oud', true],
      ['Nieuw', false],
    ],
    merged: [{ top: 1, bottom: 2, left: 1, right: 3 }],
  });
});

const CELL = (text: string, more = '') =>
  `<table:table-cell office:value-type="string"${more}>
<text:p>${text}</text:p>
</table:table-cell>`;

test('cells of an OpenDocument spreadsheet are what they are', async () => {
  const bytes = ods(`
    <table:table table:name="Leeg"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
    <table:table table:name="Lijst" table:style-name="ta2">
      <table:shapes><draw:frame><text:p>plaatje</text:p></draw:frame></table:shapes>
      <table:table-header-rows><table:table-row>${CELL('Straat', ' table:number-columns-spanned="2"')}<table:covered-table-cell/>${CELL('Nr')}</table:table-row></table:table-header-rows>
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
      <table:table-row table:number-rows-repeated="2">
        ${CELL('Markt<text:s text:c="2"/>a<text:line-break/>b</text:p><text:p>c')}
        <table:table-cell office:value-type="float" office:value="12.5" table:number-columns-repeated="2"><text:p>12,5</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2024-01-31"><office:annotation><text:p>noot</text:p></office:annotation><text:p>31-01-24</text:p></table:table-cell>
        <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAAR</text:p></table:table-cell>
        <table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>
        <table:table-cell table:number-columns-repeated="16000"/>
      </table:table-row>
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
    </table:table>`);
  const cells = ['Markt  a\nb\nc', 12.5, 12.5, { date: '2024-01-31', time: null }, true, 2];
  const { rows, formulas } = await rowsOf(bytes, 1);
  expect(rows).toEqual([
    { number: 1, cells: ['Straat', null, 'Nr'] },
    { number: 4, cells },
    { number: 5, cells },
  ]);
  expect(formulas).toEqual([1, 0]);
  expect((await rowsOf(bytes, 0)).rows).toEqual([]);
  const seen = await opened(bytes, async ({ sheets }) => [
    sheets.map(({ hidden }) => hidden),
    await sheets[1]!.merged(),
  ]);
  expect(seen).toEqual([[false, true], [{ top: 1, bottom: 1, left: 0, right: 1 }]]);
});

test('what is written can be read, and nothing of it is a formula', async () => {
  const rows: CellRow[] = [
    { number: 1, cells: ['0503010000000001', '=1+1', 'a & <b> "c"', null, 12.5, true] },
    { number: 3, cells: [{ date: '2024-12-31', time: null }, { date: '1900-02-01', time: null }, 'x\ny'] },
  ];
  const { rows: read, formulas } = await rowsOf(workbookBytes("Lijst [1]: 'a'", rows));
  expect(read).toEqual([
    rows[0],
    { number: 3, cells: [{ date: '2024-12-31', time: null }, '01-02-1900', 'x\ny'] },
  ]);
  expect(formulas).toEqual([0, 0]);
});

const LIST = xlsxRows([
  ['Straat', 'Huisnummer'],
  ['Marktstraat', 3],
]);
const TEXT = Buffer.from('Straat;Huisnummer\r\nMarktstraat;3\r\n');

test.each([
  ['list.xlsx', true, xlsx({ sheets: { Lijst: LIST } })],
  ['list.csv', true, TEXT],
  ['old.xls', true, container('Workbook')],
  ['secret.xlsx', true, container('EncryptedPackage')],
  ['page.xls', true, Buffer.from('<html><table><tr><td>Straat</td></tr></table></html>')],
  [
    'other.xlsx',
    false,
    xlsx({
      sheets: {
        Blad1: xlsxRows([
          ['Kleur', 'Maat'],
          ['rood', 3],
        ]),
      },
    }),
  ],
  ['other.csv', false, Buffer.from('kleur;maat\r\nrood;3\r\n')],
  ['document.doc', false, container('WordDocument')],
  ['some.zip', false, zipBytes([{ name: 'a.txt', content: 'a' }])],
  [
    'map.geojson',
    false,
    Buffer.from('{"type":"FeatureCollection","features":[{"properties":{"straat":"Markt","huisnummer":3}}]}'),
  ],
  ['picture.png', false, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['empty.csv', false, Buffer.from('')],
])('%s is a list of vacancy: %s', async (name, isList, bytes) => {
  expect(await source.recognise(await written(name, bytes))).toBe(isList);
});

const bomb = zipBytes([
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: 'xl/workbook.xml', content: `<workbook>${' '.repeat(20_000_000)}</workbook>` },
]);
const whole = xlsx({ sheets: { Blad1: LIST } });

test.each([
  ['an old workbook', container('Workbook'), 'workbook-old'],
  ['a protected workbook', container('EncryptedPackage'), 'workbook-password'],
  [
    'a page named after Excel',
    Buffer.from('\n<HTML><body><table></table></body></HTML>'),
    'workbook-in-disguise',
  ],
  [
    'Excel XML of 2003',
    Buffer.from(
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ),
    'workbook-in-disguise',
  ],
  [
    'a binary workbook',
    zipBytes([
      { name: '[Content_Types].xml', content: '' },
      { name: 'xl/workbook.bin', content: '' },
    ]),
    'workbook-binary',
  ],
  [
    'a protected OpenDocument',
    ods('', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'),
    'workbook-password',
  ],
  ['half a workbook', whole.subarray(0, whole.length / 2), 'zip-damaged'],
  ['a bomb', bomb, 'zip-too-large'],
  ['XML that breaks off', xlsx({ sheets: { Blad1: `${LIST}<row><c>` } }), 'workbook-damaged'],
  [
    'a cell of 40,000 characters',
    xlsx({ sheets: { Blad1: xlsxRows([['a'.repeat(40_000)]]) } }),
    'cell-too-long',
  ],
  [
    'a row too far down',
    xlsx({ sheets: { Blad1: '<row r="2000000"><c><v>1</v></c></row>' } }),
    'table-too-long',
  ],
  [
    'a column too far right',
    xlsx({ sheets: { Blad1: '<row r="1"><c r="XFD1"><v>1</v></c></row>' } }),
    'table-too-wide',
  ],
  [
    'a table repeated without end',
    ods(
      `<table:table table:name="a"><table:table-row table:number-rows-repeated="99999999">${CELL('x')}</table:table-row></table:table>`,
    ),
    'table-too-long',
  ],
  [
    'a cell repeated without end',
    ods(
      `<table:table table:name="a"><table:table-row>${CELL('x', ' table:number-columns-repeated="99999999"')}</table:table-row></table:table>`,
    ),
    'table-too-wide',
  ],
])('%s is refused in words', async (_, bytes, code) => {
  const file = await written('refused', bytes);
  const refused = openWorkbook(file.path).then(async workbook => {
    try {
      for (const sheet of workbook.sheets)
        for await (const _row of sheet.rows({ withValue: 0, withoutValue: 0 }));
    } finally {
      workbook.close();
    }
  });
  await expect(refused).rejects.toMatchObject({
    code,
    nl: expect.stringMatching(/\.$/),
    en: expect.stringMatching(/\.$/),
  });
});
