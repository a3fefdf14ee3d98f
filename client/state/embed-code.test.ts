import { describe, expect, it } from 'vitest';
import { COPY_WAYS, type EmbedCodeParts, embedCode, plainPaths, storedPaths } from './embed-code.ts';

const PARTS: EmbedCodeParts = {
  origin: 'https://kaart.example',
  ...storedPaths('k3h2'),
  title: 'Leegstand in Centrum',
  height: null,
};
const NOWHERE = {
  area: null,
  municipality: 'GM9999',
  scenario: null,
  version: null,
  language: 'nl',
} as const;

/** Names and values of the attributes of the first tag, read as a browser reads them. */
function attributes(code: string): Record<string, string> {
  const tag = /^<[a-z-]+((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/.exec(code)?.[1];
  expect(tag, code).toBeDefined();
  const pairs = [...tag!.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value ?? '']));
}

describe('the code of an embed', () => {
  it('is an iframe with all that a website needs, and a link in it', () => {
    const code = embedCode('iframe', PARTS);
    expect(attributes(code)).toEqual({
      src: 'https://kaart.example/e/k3h2',
      title: 'Leegstand in Centrum',
      width: '100%',
      height: '640',
      loading: 'lazy',
      referrerpolicy: 'strict-origin-when-cross-origin',
      sandbox:
        'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation',
      allow: 'fullscreen',
      frameborder: '0',
    });
    expect(code).toMatch(/><a href="https:\/\/kaart.example\/e\/k3h2">Leegstand in Centrum<\/a><\/iframe>$/);
    expect(code).not.toContain('style=');
    expect(attributes(embedCode('iframe', { ...PARTS, height: 420 })).height).toBe('420');
  });

  it('is an element that grows, unless a height was chosen', () => {
    expect(embedCode('element', PARTS)).toBe(
      '<kern-kaart src="https://kaart.example/e/k3h2" title="Leegstand in Centrum"><a href="https://kaart.example/e/k3h2">Leegstand in Centrum</a></kern-kaart><script src="https://kaart.example/embed.js" async></script>',
    );
    expect(attributes(embedCode('element', { ...PARTS, height: 420 }))).toMatchObject({
      height: '420',
      'auto-height': 'off',
    });
  });

  it('is a link, or an address', () => {
    expect(embedCode('link', PARTS)).toBe('<a href="https://kaart.example/e/k3h2">Leegstand in Centrum</a>');
    expect(embedCode('address', PARTS)).toBe('https://kaart.example/e/k3h2');
  });

  it.each([
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    '</a></iframe><script>alert(1)</script>',
    '&quot;&gt;<b>',
    'a\n"\tonload="alert(1)',
    '\u0000"\u001f onmouseover=alert(1) x="',
    '</title><svg/onload=alert(1)>',
  ])('keeps %j a title', title => {
    for (const way of COPY_WAYS) {
      const code = embedCode(way, { ...PARTS, title });
      expect(code).not.toContain('\n');
      if (way === 'address') {
        expect(code).toBe('https://kaart.example/e/k3h2');
        continue;
      }
      const ours =
        /^(<iframe|<kern-kaart|<a) |<script src="https:\/\/kaart\.example\/embed\.js" async><\/script>/;
      expect(code).toMatch(ours);
      const tags = [...code.matchAll(/<\/?([a-z-]+)/gi)].map(([, name]) => name);
      const expected = {
        iframe: ['iframe', 'a', 'a', 'iframe'],
        element: ['kern-kaart', 'a', 'a', 'kern-kaart', 'script', 'script'],
        link: ['a', 'a'],
      };
      expect(tags).toEqual(expected[way]);
      const names = Object.keys(attributes(code));
      expect(names.filter(name => name.startsWith('on'))).toEqual([]);
    }
  });

  it('has addresses for what is not stored', () => {
    expect(plainPaths({ ...NOWHERE, area: 'centrum' })).toEqual({
      path: '/e/centrum',
      page: '/areas/centrum',
    });
    expect(plainPaths({ ...NOWHERE, area: 'centrum', language: 'en' })).toEqual({
      path: '/e/centrum/en',
      page: '/areas/centrum/en',
    });
    expect(plainPaths(NOWHERE)).toEqual({ path: '/e/GM9999', page: '/e/GM9999' });
    expect(plainPaths({ ...NOWHERE, area: 'centrum', scenario: 's1', version: 2, language: 'en' })).toEqual({
      path: '/e/s1/versions/2/en',
      page: '/scenarios/s1/versions/2?language=en',
    });
    expect(plainPaths({ ...NOWHERE, scenario: 'a/"b' }).path).toBe('/e/a%2F%22b');
  });
});
