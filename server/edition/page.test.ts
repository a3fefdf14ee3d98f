import { describe, expect, it } from 'vitest';
import { isAddressable, mediaType, pathOf } from './page.ts';

describe('pathOf', () => {
  it.each([
    ['/', 'index.html'],
    ['/en', 'en/index.html'],
    ['/areas/x', 'areas/x/index.html'],
    ['/areas/a.b:c/en', 'areas/a.b:c/en/index.html'],
    ['/scenarios', 'scenarios/index.html'],
    ['/scenarios/x.json/versions/2', 'scenarios/x.json/versions/2/index.html'],
    [
      '/data/scenarios/x/versions/1/map/language=nl,reading=after.svg',
      'data/scenarios/x/versions/1/map/language=nl,reading=after.svg',
    ],
    ['/embed.js', 'embed.js'],
    ['/_headers', '_headers'],
  ])('%s stands at %s', (address, path) => expect(pathOf(address)).toBe(path));

  it.each([
    '',
    'areas/x',
    '/..',
    '/areas/..',
    '/areas/.',
    '/areas/../x',
    '/areas//x',
    '/areas/',
    '/a\\b',
    '/a%2Fb',
    '/a b',
    '/areas/\0',
    `/areas/${'x'.repeat(300)}`,
  ])('%j is no place for a file', address => expect(pathOf(address)).toBeUndefined());
});

it('ids without an address are told apart', () => {
  expect(['a', 'a:b.c', '...x', 'GM9999'].every(isAddressable)).toBe(true);
  expect(['', '.', '..', '...', 'a/b', 'a b', 'é', '%2e'].some(isAddressable)).toBe(false);
});

it('types go by the ending, as a plain web server has them', () => {
  expect(mediaType('a/b.html')).toBe('text/html; charset=utf-8');
  expect(mediaType('tiles/a.pmtiles')).toBe('application/vnd.pmtiles');
  expect(mediaType('_headers')).toBe('application/octet-stream');
});
