import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CellRow } from '../../geodata/formats/cell.ts';
import { delimitedRows, findDelimited } from '../../geodata/formats/delimited-text.ts';
import { delimitedBytes } from '../../geodata/formats/delimited-write.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernkaart-text-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(bytes: Uint8Array): Promise<string> {
  const path = join(folder, 'list.csv');
  await writeFile(path, bytes);
  return path;
}

async function readAll(bytes: Uint8Array) {
  const path = await written(bytes);
  const layout = (await findDelimited(path))!;
  const rows: CellRow[] = [];
  for await (const row of delimitedRows(path, layout)) rows.push(row);
  return { layout, rows };
}

const TEXT = 'Straat;Café;m²\r\nZoë ‘dorp’;€ 5;1,5\r\n';
const ROWS = [
  { number: 1, cells: ['Straat', 'Café', 'm²'] },
  { number: 2, cells: ['Zoë ‘dorp’', '€ 5', '1,5'] },
];
// Written by hand as the code page has them: é e9, ² b2, ë eb, ‘ 91, ’ 92, € 80.
const WINDOWS = Buffer.from(
  TEXT.replace('é', '\u00e9').replace('‘', '\u0091').replace('’', '\u0092').replace('€', '\u0080'),
  'latin1',
);

test.each([
  ['utf-8', false, Buffer.from(TEXT)],
  ['utf-8', true, Buffer.from(`\uFEFF${TEXT}`)],
  ['windows-1252', false, WINDOWS],
  ['utf-16le', true, Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['utf-16le', false, Buffer.from(TEXT, 'utf16le')],
  ['utf-16be', true, Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
])('text in %s (mark: %s) is read and written back to the byte', async (encoding, mark, bytes) => {
  const { layout, rows } = await readAll(bytes);
  expect(layout).toMatchObject({ encoding, mark, separator: ';', lineEnd: '\r\n' });
  expect(rows).toEqual(ROWS);
  expect(
    Buffer.from(
      delimitedBytes(
        rows.map(({ cells }) => cells),
        layout,
      ),
    ).equals(bytes),
  ).toBe(true);
});

test.each([
  ['a;b;c\n1,5;2,5;3\n', ';'],
  ['a,b,c\n1.5,2.5,3\n', ','],
  ['a\tb\tc\n1,5\t2;5\t3\n', '\t'],
  ['a|b|c\n1,5|2|3\n', '|'],
  ['sep=,\na,b;c\n1,2;3\n', ','],
  ['titel, met komma\n\na;b;c\n"x, y; z";2;3\n"p;q";5;6\n', ';'],
])('the separator of %j is %j', async (text, separator) => {
  expect((await readAll(Buffer.from(text))).layout.separator).toBe(separator);
});

test('quotes, line breaks in cells, blank rows and mixed line ends', async () => {
  const { rows } = await readAll(Buffer.from('a;b\r\n"x ""y""\nz";2\n\n;\r\n"p;q";12" kast\r\n'));
  expect(rows).toEqual([
    { number: 1, cells: ['a', 'b'] },
    { number: 2, cells: ['x "y"\nz', '2'] },
    { number: 3, cells: [''] },
    { number: 4, cells: ['', ''] },
    { number: 5, cells: ['p;q', '12" kast'] },
  ]);
});

test('text like a formula gets an apostrophe, which goes away again', async () => {
  const cells = ['=1+1', '+cmd|x', '-2', '-', '@SUM(A1)', '\t=a', '-1+1', 'a=b', '+31 20'];
  const { layout } = await readAll(Buffer.from('a;b\r\n'));
  const bytes = delimitedBytes([cells], layout);
  expect(Buffer.from(bytes).toString()).toBe("'=1+1;'+cmd|x;-2;-;'@SUM(A1);'\t=a;'-1+1;a=b;+31 20\r\n");
  expect((await readAll(bytes)).rows[0]!.cells).toEqual(cells);
});

test.each([
  ['a quote that is never closed', Buffer.from('a;b\n"1;2\n3;4\n'), 'quote-not-closed'],
  ['a cell of 40,000 characters', Buffer.from(`a;b\n${'x'.repeat(40_000)};2\n`), 'cell-too-long'],
  ['600 columns', Buffer.from(`${'a;'.repeat(600)}b\n`), 'table-too-wide'],
])('%s is refused in words', async (_, bytes, code) => {
  await expect(readAll(bytes)).rejects.toMatchObject({ code, nl: expect.stringMatching(/\.$/) });
});

test.each([[Buffer.alloc(0)], [Buffer.from([0x50, 0, 1, 2, 0, 0, 0xff, 0xd8])]])(
  '%j is no text',
  async bytes => {
    expect(await findDelimited(await written(bytes))).toBeUndefined();
  },
);

test('a million rows go by one at a time, and one more than a spreadsheet holds is refused', async () => {
  const path = join(folder, 'long.csv');
  function* lines(): Generator<string> {
    yield 'Straat;Huisnummer;Leeg sinds;Opmerking\r\n';
    for (let at = 1; at < 1_048_577; at++) yield `Marktstraat;${at};01-02-2024;een opmerking\r\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
  const layout = (await findDelimited(path))!;
  let [count, held] = [0, 0];
  const before = process.memoryUsage().heapUsed;
  const walked = (async () => {
    for await (const { number } of delimitedRows(path, layout)) {
      count = number;
      if (number % 100_000 === 0) held = Math.max(held, process.memoryUsage().heapUsed - before);
    }
  })();
  await expect(walked).rejects.toMatchObject({ code: 'table-too-long' });
  expect(count).toBe(1_048_576);
  // All rows together would be several hundred megabytes.
  expect(held).toBeLessThan(150e6);
});
