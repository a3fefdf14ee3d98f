import { expect, test } from 'vitest';
import type { CellRow, MergedCells } from '../../formats/cell.ts';
import type { ListField } from '../../vocabulary/list-column.ts';
import { findTable } from './table.ts';

/** Rows written with `|` between their cells; digits alone are numbers. */
function rowsOf(...lines: string[]): CellRow[] {
  return lines.map((line, index) => ({
    number: index + 1,
    cells: line.split('|').map(cell => {
      const text = cell.trim();
      return text === '' ? null : /^\d{1,5}$/.test(text) ? Number(text) : text;
    }),
  }));
}

function shown(rows: CellRow[], merged: MergedCells[] = [], choice?: Map<number, ListField | null>) {
  const table = findTable(
    rows.filter(({ cells }) => cells.some(cell => cell !== null)),
    merged,
    choice,
  );
  return table && [table.headerRow, table.columns.map(({ field }) => field ?? '-').join(' ')];
}

test.each([
  [
    'Dutch headings',
    [
      'Straat|Huisnummer|Huisletter|Toev.|Postcode|Woonplaats|Leeg sinds|Opp. (m²)',
      'Markt|3|a||9901AA|Proefdam|2024|100',
    ],
    [1, 'street number letter addition postcode place since floor-area'],
  ],
  [
    'English headings',
    [
      'BAG ID|Street|House number|Vacant since|Vacant floor area|Remarks',
      '0503010000000001|Markt|3|2024|100|x',
    ],
    [1, 'bag-id street number since vacant-floor-area remark'],
  ],
  [
    'a heading below titles and blank rows',
    ['Leegstandslijst 2024', '', 'Afdeling economie|versie 3', 'Adres|Leeg m2|Functie', 'Markt 3|80|winkel'],
    [4, 'address vacant-floor-area function'],
  ],
  [
    'a heading right below a title and groups that are words for columns themselves',
    [
      'Leegstandslijst 2024',
      '|Pand|||Leegstand',
      'Nr|Adres|Postcode|Plaats|Leeg sinds|Opmerking',
      '1|Markt 3|9901AA|Proefdam|2024|x',
      '2|Kade 3|9901AB|Proefdam|2023|',
      '3|Kade 5|9901AB|Proefdam|2023|',
    ],
    [3, '- address postcode place since remark'],
  ],
  [
    'a street that holds the number too',
    ['Nr|Straat|Plaats', '1|Markt 3|Proefdam', '2|Markt 4|Proefdam', '3|Markt 6|Proefdam'],
    [1, '- address place'],
  ],
  [
    'an address that is only a street',
    ['Adres|Nr|Plaats', 'Markt|3|Proefdam', 'Markt|8|Proefdam', 'Markt|6|Proefdam'],
    [1, 'street number place'],
  ],
  [
    'the better of two headings for one field',
    ['Nummer|Straat|Huisnummer', '1|Markt|30', '2|Markt|4'],
    [1, '- street number'],
  ],
  [
    'columns known by what is in them',
    ['Wat|Waar|Code', 'iets|Markt 3|9901 AA', 'niets|Markt 12a|9901 AB'],
    [1, '- address postcode'],
  ],
  ['no heading at all', ['0503010000000001|100', '0503010000000002|200'], [0, 'bag-id -']],
  ['no heading, postcode and number', ['9901AA|3|leeg', '9901AA|12|leeg'], [0, 'postcode number -']],
  ['one column of addresses', ['Adres', 'Markt 3', 'Markt 4'], [1, 'address']],
  ['a heading alone', ['Postcode|Nr|Functie'], [1, 'postcode number function']],
])('%s', (_, lines, table) => expect(shown(rowsOf(...lines))).toEqual(table));

test.each([
  [['Kleur|Maat', 'rood|3']],
  [['Straat|Lengte', 'Markt|300', 'Kade|200']],
  [['Straat|van|tot|zijde', 'Markt|50|152|even']],
])('%j is no list of premises', lines => expect(shown(rowsOf(...lines))).toBeUndefined());

test('two lines of heading, by merged cells', () => {
  const rows = rowsOf(
    '|Adres|||Leegstand||',
    'Nr|Straat|Nummer|Postcode|sinds|m2|Opmerking',
    '7|Markt|3|9901AA|2024|80|x',
  );
  const merged = [
    { top: 1, bottom: 1, left: 1, right: 3 },
    { top: 1, bottom: 1, left: 4, right: 5 },
  ];
  expect(shown(rows, merged)).toEqual([2, '- street number postcode since vacant-floor-area remark']);
});

test('two lines of heading, by the blanks of a text file', () => {
  const rows = rowsOf('Adres||Leegstand|', 'Straat|Nr|sinds|m2', 'Markt|3|2024|80');
  expect(shown(rows)).toEqual([2, 'street number since vacant-floor-area']);
});

test('a title right above the heading is no heading of groups', () => {
  const rows = rowsOf('Leegstand 2024||', 'Straat|Nr|m2', 'Markt|3|80');
  expect(shown(rows)).toEqual([2, 'street number floor-area']);
  expect(shown(rows, [{ top: 1, bottom: 1, left: 0, right: 2 }])).toEqual([2, 'street number floor-area']);
  expect(findTable(rows, [])!.columns.map(({ header }) => header)).toEqual(['Straat', 'Nr', 'm2']);
});

test('a second table beside the first is left alone', () => {
  const rows = rowsOf('Straat|Nr|m2||Straat|Nr|m2', 'Markt|3|80||Kade|4|90');
  expect(findTable(rows, [])).toMatchObject({ beside: 4, columns: { length: 4 } });
  expect(shown(rows)).toEqual([1, 'street number floor-area -']);
});

test('what somebody says of a column goes before what was guessed', () => {
  const rows = rowsOf('Straat|Nr|Waarde|Datum', 'Markt|3|80|2024');
  expect(shown(rows)).toEqual([1, 'street number - -']);
  const choice = new Map<number, ListField | null>([
    [2, 'vacant-floor-area'],
    [3, 'since'],
    [1, 'number'],
  ]);
  expect(shown(rows, [], choice)).toEqual([1, 'street number vacant-floor-area since']);
  expect(
    shown(
      rowsOf('A|B|C', 'Markt|3|80'),
      [],
      new Map([
        [0, 'street'],
        [1, 'number'],
      ]),
    ),
  ).toEqual([1, 'street number -']);
});
