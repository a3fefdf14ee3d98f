import { expect, test } from 'vitest';
import { HIGHEST_NUMBER, parseRange, rangeText } from './range-text.ts';

const all = { from: 1, to: HIGHEST_NUMBER, place: null };

test.each([
  ['Dorpsstraat 50 t/m 152 even', { street: 'Dorpsstraat', from: 50, to: 152, side: 'even', place: null }],
  ['Dorpsstraat 1 tot en met 9 oneven', { street: 'Dorpsstraat', from: 1, to: 9, side: 'odd', place: null }],
  ['Dorpsstraat 1 tm 9 (oneven)', { street: 'Dorpsstraat', from: 1, to: 9, side: 'odd', place: null }],
  ['Markt 3 - 17', { street: 'Markt', from: 3, to: 17, side: 'both', place: null }],
  ['Markt 3-17, even zijde', { street: 'Markt', from: 3, to: 17, side: 'even', place: null }],
  ['Markt 3', { street: 'Markt', from: 3, to: 3, side: 'both', place: null }],
  ['Markt', { street: 'Markt', side: 'both', ...all }],
  ['Markt (geheel)', { street: 'Markt', side: 'both', ...all }],
  ['Kerkstraat oneven zijde', { street: 'Kerkstraat', side: 'odd', ...all }],
  ["'t Zand 2 t/m 8", { street: "'t Zand", from: 2, to: 8, side: 'both', place: null }],
  ['1e Dwarsstraat 2 t/m 8', { street: '1e Dwarsstraat', from: 2, to: 8, side: 'both', place: null }],
  [
    'Burg. de Vos-laan nrs. 2 t/m 8 even',
    { street: 'Burg. de Vos-laan', from: 2, to: 8, side: 'even', place: null },
  ],
  [
    'Dorpsstraat (Holten) 2 t/m 10 even',
    { street: 'Dorpsstraat', from: 2, to: 10, side: 'even', place: 'Holten' },
  ],
  ['Stevenstraat', { street: 'Stevenstraat', side: 'both', ...all }],
])('%s is read', (text, range) => expect(parseRange(text)).toEqual(range));

test.each([
  '',
  '12 t/m 18',
  'Dorpsstraat 152 t/m 50 even',
  'Dorpsstraat 12a t/m 18b',
  'Dorpsstraat 0',
  'Markt 1 en 3 en 5',
])('%j is no range', text => expect(parseRange(text)).toBeUndefined());

test('and read back in the words of decisions', () => {
  for (const text of [
    'Dorpsstraat 50 t/m 152 even',
    'Kerkstraat oneven',
    'Markt 3',
    'Markt',
    'Markt 3 t/m 17',
  ])
    expect(rangeText(parseRange(text)!)).toBe(text);
});
