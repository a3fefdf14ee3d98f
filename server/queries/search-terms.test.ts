import { describe, expect, test } from 'vitest';
import { searchTerms } from './search-terms.ts';

describe('taking a query apart', () => {
  test.each([
    ['Marktstr 12', { street: 'marktstraat', number: 12 }],
    ['marktstr. 12a, Delft', { street: 'marktstraat delft', number: 12, suffix: 'a' }],
    ['Marktstraat 12-2', { street: 'marktstraat', number: 12, suffix: '2' }],
    ['Kerkln 3 bis', { street: 'kerklaan', number: 3, suffix: 'bis' }],
    ["'s-Gravenstraat", { street: "'s-gravenstraat" }],
    ['Café-straat', { street: 'cafe-straat' }],
    ['1e Dwarsstraat 4', { street: '1e dwarsstraat', number: 4 }],
    ['2611 GX', { street: '', postcode: '2611GX' }],
    ['2611gx 12', { street: '', postcode: '2611GX', number: 12 }],
    ['2611', { street: '', postcode: '2611' }],
    ['Plein 1944', { street: 'plein', number: 1944 }],
  ])('%s', (query, expected) => {
    expect(searchTerms(query)).toMatchObject(expected);
    expect(Object.keys(searchTerms(query)).sort()).toEqual(['text', ...Object.keys(expected)].sort());
  });
});
