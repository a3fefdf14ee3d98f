import { expect, test } from 'vitest';
import { parseAddress, parsePostcode } from './address-text.ts';

const shown = (text: string) => {
  const { readings, postcode, place } = parseAddress(text);
  const ways = readings.map(({ street, doors: { doors } }) => {
    return `${street}|${doors.map(({ number, suffix }) => `${number}${suffix}`).join('+')}`;
  });
  return [ways.join(' or '), postcode, place];
};

test.each([
  ['Dorpsstraat 12a', ['Dorpsstraat|12A', null, null]],
  ['Dorpsstraat 12a, 1234 AB Proefdam', ['Dorpsstraat|12A', '1234AB', 'Proefdam']],
  ['Dorpsstraat 12, Proefdam', ['Dorpsstraat|12', null, 'Proefdam']],
  ['Dorpsstraat 12 (Proefdam)', ['Dorpsstraat|12', null, 'Proefdam']],
  ['Dorpsstraat 12 a, b', ['Dorpsstraat|12A+12B', null, null]],
  ['2e Kruisweg 5-1', ['2e Kruisweg|51', null, null]],
  ['Plein 1945 12', ['Plein 1945|12 or Plein|194512', null, null]],
  ['Dorpsstraat', ['', null, null]],
  ['1234ab 12', ['', '1234AB', '12']],
])('takes %s apart', (text, parts) => expect(shown(text)).toEqual(parts));

test.each([
  ['1234 AB', '1234AB'],
  ['1234ab', '1234AB'],
  ['0123 AB', '0123AB'],
  ['123 AB', null],
  ['1234', null],
  ['1234 ABC', null],
])('postcode %s is %s', (text, postcode) => expect(parsePostcode(text)).toBe(postcode));
