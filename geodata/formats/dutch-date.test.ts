import { expect, test } from 'vitest';
import { parseDutchDate } from './dutch-date.ts';

const shown = (text: string) => {
  const read = parseDutchDate(text);
  return typeof read === 'string' ? read : `${read.earliest}/${read.latest}`;
};

test.each([
  ['31-12-2024', '2024-12-31/2024-12-31'],
  ['31/12/24', '2024-12-31/2024-12-31'],
  ['1.2.98', '1998-02-01/1998-02-01'],
  ['2024-12-31', '2024-12-31/2024-12-31'],
  ['2024-12-31T00:00:00', '2024-12-31/2024-12-31'],
  ['20241231', '2024-12-31/2024-12-31'],
  ['31 december 2024', '2024-12-31/2024-12-31'],
  ['1e mei 2024', '2024-05-01/2024-05-01'],
  ['sinds 3 mrt. 2024', '2024-03-03/2024-03-03'],
  ['vr 5 januari 2024', '2024-01-05/2024-01-05'],
  ['29-02-2024', '2024-02-29/2024-02-29'],
  ['dec 2024', '2024-12-01/2024-12-31'],
  ["okt '19", '2019-10-01/2019-10-31'],
  ['feb. 2023', '2023-02-01/2023-02-28'],
  ['begin 2024', '2024-01-01/2024-12-31'],
  ['12-2024', '2024-12-01/2024-12-31'],
  ['2024', '2024-01-01/2024-12-31'],
  ['Q3 2024', '2024-07-01/2024-09-30'],
  ['3e kwartaal 2024', '2024-07-01/2024-09-30'],
  ['2024 Q1', '2024-01-01/2024-03-31'],
  ['1e helft 2024', '2024-01-01/2024-06-30'],
])('%s is %s', (text, interval) => expect(shown(text)).toBe(interval));

test.each(['', '-', '?', 'onbekend', 'n.v.t.', '00-00-0000', '0000-00-00', '00-00-00', '0000'])(
  '%j says that nobody knows',
  text => expect(shown(text)).toBe('unknown'),
);

test.each([
  '31-02-2024',
  '29-02-2023',
  '31/04/2024',
  '13-13-2024',
  '30 februari 2024',
  '01-13-2024',
  '2024-02-30',
  '13-2024',
])('%s does not exist', text => expect(shown(text)).toBe('impossible'));

test.each([
  'al jaren',
  'voor 2020',
  'ca. 2020',
  'zomer 2024',
  '12 monden 2024',
  'na corona',
  '3 jaar',
  'begin 3 mei 2024',
])('does not guess at %s', text => expect(shown(text)).toBe('unreadable'));
