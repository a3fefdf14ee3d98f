import { describe, expect, it } from 'vitest';
import { editionHeaders, embedGroups, sitePolicy } from './header-rules.ts';
import { headersText, nginxText } from './web-server.ts';

const HERE = ['https://www.hier.nl'];
const THERE = ['https://*.daar.nl', 'https://daar.nl'];
const ONE = embedGroups([
  { id: 'a', sites: HERE },
  { id: 'b', sites: HERE },
]);
const TWO = embedGroups([
  { id: 'x.y', sites: THERE },
  { id: 'a', sites: HERE },
  { id: 'b', sites: HERE },
]);

const ADDRESSES = [
  '/',
  '/index.html',
  '/en/',
  '/areas/a',
  '/areas/a/en/',
  '/scenarios',
  '/scenarios/a/versions/1',
  '/e/a',
  '/e/b/en',
  '/e/x.y',
  '/e/x.y/versions/2/',
  '/assets/a.js',
  '/tiles/base-1-abcdef01.pmtiles',
  '/places/GM9999/1.json',
  '/data/scenarios/a/versions/1/map/language=nl,reading=after.svg',
  '/manifest.json',
  '/embed.js',
  '/icon.svg',
  '/gone.html',
];

/** Headers of an address as a host reads the file: every block whose pattern fits. */
function blocksFor(text: string, address: string): string[] {
  const blocks = text.split(/\n(?=\/)/).filter(block => block.startsWith('/'));
  return blocks.filter(block => {
    const pattern = block.split('\n', 1)[0]!;
    return pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern;
  });
}

describe('headers for static hosts', () => {
  it.each([
    ['one list of sites', ONE],
    ['two lists of sites', TWO],
  ])('give every address one block, with %s', (_, groups) => {
    const text = headersText(editionHeaders(true, groups));
    for (const address of ADDRESSES.filter(each => groups === TWO || !each.startsWith('/e/x')))
      expect(blocksFor(text, address), address).toHaveLength(1);
  });

  it('let each municipality’s sites show its embeds and no others', () => {
    const text = headersText(editionHeaders(true, TWO));
    const policy = (address: string) => /frame-ancestors (.*)/.exec(blocksFor(text, address)[0]!)![1];
    expect(policy('/e/a')).toBe("'self' https://www.hier.nl");
    expect(policy('/e/x.y/en')).toBe("'self' https://*.daar.nl https://daar.nl");
    expect(policy('/areas/a')).toBe("'none'");
  });

  it('keep for ever only what has its version in its name', () => {
    const text = headersText(editionHeaders(false, ONE));
    const forEver = ADDRESSES.filter(address => blocksFor(text, address).join().includes('immutable'));
    expect(forEver).toEqual(ADDRESSES.filter(address => /^\/(assets|tiles|places)\//.test(address)));
    expect(text).not.toContain('Strict-Transport-Security');
  });
});

describe('the configuration of nginx', () => {
  const text = nginxText(editionHeaders(true, TWO));

  it('asks for smaller groups of embeds by pattern, and quotes their ids', () => {
    expect(text).toContain('location ~ "^/e/(?:x\\\\.y)(?:/|$)" {');
    expect(text).toMatch(/location \/e\/ \{[^}]*www\.hier\.nl/);
  });

  it('closes every block that it opens', () => {
    expect(text.match(/\{/g)).toHaveLength(text.match(/\}/g)!.length);
    expect(text).toContain(
      'add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;',
    );
  });
});

it('a policy in a page says nothing of frames: browsers pass over it there', () => {
  for (const kind of ['page', 'embed'] as const) {
    expect(sitePolicy(kind)).toContain("default-src 'none'");
    expect(sitePolicy(kind)).not.toContain('frame-ancestors');
  }
});
