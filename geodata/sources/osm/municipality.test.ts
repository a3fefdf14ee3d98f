import { expect, test } from 'vitest';
import type { OsmFeature, Tags } from './feature.ts';
import { findMunicipality } from './municipality.ts';

function boundary(code: string, name: string): OsmFeature {
  const tags = { boundary: 'administrative', admin_level: '8', name, 'ref:gemeentecode': code };
  return { reference: `relation/${code}`, shape: 'area', tags, geometry: `outline of ${name}` };
}

function objects(...all: Tags[]): Map<string, Tags> {
  return new Map(all.map((tags, at) => [`way/${at}`, tags]));
}

const IN_DELFT = { 'ref:bag': '503100000000001', 'addr:city': 'Delft' };
const NEIGHBOURS = [boundary('1926', 'Pijnacker-Nootdorp'), boundary('503', 'Delft')];

test('what is asked for is certain when the file knows its name', () => {
  const found = findMunicipality({ municipality: 'GM0503' }, objects(IN_DELFT), NEIGHBOURS);
  expect(found).toEqual({ code: 'GM0503', name: 'Delft', provisional: false, boundary: 'outline of Delft' });
});

test('of two boundaries the one that most buildings were registered in is guessed', () => {
  const found = findMunicipality(
    {},
    objects(IN_DELFT, IN_DELFT, { 'ref:bag': '1926100000000001' }),
    NEIGHBOURS,
  );
  expect(found).toMatchObject({ code: 'GM0503', name: 'Delft', provisional: true });
});

test('after a merger the boundary named as the place wins from old register ids', () => {
  const merged = { 'ref:bag': '689100000000001', 'addr:city': 'Delft' };
  expect(findMunicipality({}, objects(merged), NEIGHBOURS)).toMatchObject({
    code: 'GM0503',
    provisional: true,
  });
});

test('without boundaries the register ids and the place are all there is', () => {
  const found = findMunicipality({}, objects(IN_DELFT), []);
  expect(found).toEqual({ code: 'GM0503', name: 'Delft', provisional: true, boundary: undefined });
});

test('a name that is given is kept; a name that is guessed is provisional', () => {
  const asked = { municipality: 'GM0001', name: 'Elders' };
  expect(findMunicipality(asked, objects(IN_DELFT), [])).toMatchObject({
    name: 'Elders',
    provisional: false,
  });
  const half = { municipality: 'GM0001' };
  expect(findMunicipality(half, objects(IN_DELFT), [])).toMatchObject({ name: 'Delft', provisional: true });
});

test('a file that says nothing asks for the option', () => {
  expect(() => findMunicipality({}, objects({ 'addr:city': 'Delft' }), [])).toThrow('--municipality');
  expect(() => findMunicipality({ municipality: 'GM0001' }, objects({}), [])).toThrow('--name');
});
