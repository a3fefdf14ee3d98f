import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionAddress } from './edition.ts';

describe('editionAddress', () => {
  it.each([
    ['/api/v1/municipalities', '/data/municipalities.json'],
    ['/api/v1/scenarios?municipality=GM9999', '/data/scenarios/municipality=GM9999.json'],
    ['/api/v1/scenarios/a%3Ab.c', '/data/scenarios/a~3ab~2ec.json'],
    ['/api/v1/scenarios/x/versions/1/export.csv', '/data/scenarios/x/versions/1/export.csv'],
    [
      '/api/v1/scenarios/x/versions/1/paper.pdf?language=nl',
      '/data/scenarios/x/versions/1/paper/language=nl.pdf',
    ],
    ['/api/v1/vacancy?series=s&municipality=GM9999', '/data/vacancy/municipality=GM9999,series=s.frame'],
    ['/api/v1/areas/x/vacancy?series=s', '/data/areas/x/vacancy/series=s.json'],
    ['/api/v1/areas/..', '/data/areas/~2e~2e.json'],
    ['/assets/a.js', '/assets/a.js'],
  ])('%s is %s', (address, file) => expect(editionAddress(address)).toBe(file));

  it('does not mind the order of the parameters', () => {
    const file = '/data/scenarios/x/versions/1/map/language=nl,reading=after.svg';
    for (const query of ['reading=after&language=nl', 'language=nl&reading=after'])
      expect(editionAddress(`/api/v1/scenarios/x/versions/1/map.svg?${query}`)).toBe(file);
  });

  const text = fc.oneof(
    fc.string({ minLength: 1, unit: 'binary' }).filter(given => given.isWellFormed()),
    fc.stringMatching(/^[a-c=,~./:]{1,4}$/),
    fc.constantFrom('map.svg', 'map', 'export.csv', 'export.json', 'export', 'vacancy', '..', '.', 'x=1'),
  );
  const question = fc.record({
    parts: fc.array(text, { minLength: 1, maxLength: 4 }),
    query: fc.uniqueArray(fc.tuple(text, text), { maxLength: 3, selector: ([name]) => name }),
  });
  type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;
  const addressOf = ({ parts, query }: Question): string => {
    const path = `/api/v1/${parts.map(encodeURIComponent).join('/')}`;
    return query.length === 0 ? path : `${path}?${new URLSearchParams(query)}`;
  };
  const meaningOf = ({ parts, query }: Question) => JSON.stringify([parts, query.toSorted()]);

  it('gives every question a file of its own', () => {
    fc.assert(
      fc.property(question, question, (one, other) => {
        const same = editionAddress(addressOf(one)) === editionAddress(addressOf(other));
        expect(same).toBe(meaningOf(one) === meaningOf(other));
      }),
      { numRuns: 2000 },
    );
  });

  it('is safe as a name of a file and in an address, whatever was asked', () => {
    fc.assert(
      fc.property(question, given => {
        const file = editionAddress(addressOf(given));
        expect(file).toMatch(/^\/data(?:\/[A-Za-z0-9_~=,-]+)+\.(?:json|svg|pdf|csv|gpkg|frame)$/);
        expect(new URL(file, 'https://kaart.example').pathname).toBe(file);
      }),
      { numRuns: 1000 },
    );
  });
});
