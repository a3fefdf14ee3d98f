import { describe, expect, it } from 'vitest';
import type { Place } from '../api/place.ts';
import { folded, matchPlaces } from './place-match.ts';

const place = (name: string, kind: Place['kind'] = 'street'): Place => ({
  name,
  kind,
  id: kind === 'area' ? name : null,
  bbox: [5, 52, 5.1, 52.1],
});
const PLACES = [
  place('Lange Kerkstraat'),
  place('Kerkstraat'),
  place('Kerk', 'street'),
  place('Kerkbuurt', 'area'),
  place('Prinses Máximastraat'),
  place("'t Zand"),
  place('1e Dwarsstraat'),
];
const names = (typed: string, most = 8) => matchPlaces(PLACES, typed, most).map(({ name }) => name);

describe('a place', () => {
  it('is found by the start of any word, the same first, areas before streets', () => {
    expect(names('kerk')).toEqual(['Kerk', 'Kerkbuurt', 'Kerkstraat', 'Lange Kerkstraat']);
    expect(names('straat')).toEqual([]);
    expect(names('kerkstr lan')).toEqual(['Lange Kerkstraat']);
  });
  it('is found without marks, capitals and apostrophes', () => {
    expect(names('maxima')).toEqual(['Prinses Máximastraat']);
    expect(names('  T ZAND ')).toEqual(["'t Zand"]);
    expect(names('’t zand')).toEqual(["'t Zand"]);
    expect(names('1E')).toEqual(['1e Dwarsstraat']);
  });
  it('is not found by nothing, and a few are enough', () => {
    expect(names(' ')).toEqual([]);
    expect(names('-')).toEqual([]);
    expect(names('kerk', 2)).toHaveLength(2);
  });
  it('keeps what is in no alphabet of ours', () => expect(folded('Ελλάδα 北')).toBe('ελλαδα 北'));
});
