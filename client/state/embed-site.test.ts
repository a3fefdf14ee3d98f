import { describe, expect, it } from 'vitest';
import { siteIsAllowed, siteOf } from './embed-site.ts';

describe('the site of a pasted address', () => {
  it.each([
    ['https://www.markerwaard.nl/wonen/leegstand?x=1#kaart', 'https://www.markerwaard.nl'],
    ['  www.markerwaard.nl/wonen ', 'https://www.markerwaard.nl'],
    ['HTTPS://WWW.Markerwaard.NL', 'https://www.markerwaard.nl'],
    ['https://www.markerwaard.nl:443/', 'https://www.markerwaard.nl'],
    ['https://www.markerwaard.nl./', 'https://www.markerwaard.nl'],
    ['http://localhost:8080/pagina.html', 'http://localhost:8080'],
    ['localhost:8080', 'https://localhost:8080'],
    ['https://iemand:geheim@www.markerwaard.nl/', 'https://www.markerwaard.nl'],
    ['https://*.markerwaard.nl', 'https://*.markerwaard.nl'],
    ['https://café.example/', 'https://xn--caf-dma.example'],
  ])('%s is %s', (pasted, site) => expect(siteOf(pasted)).toEqual({ site }));

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['onze website', 'no-address'],
    ['hallo', 'no-address'],
    ['mailto:iemand@markerwaard.nl', 'no-address'],
    ['javascript:alert(1)', 'no-address'],
    ['file:///C:/kaart.html', 'no-address'],
    ['https://', 'no-address'],
    ['https://[::1]/', 'no-address'],
    ['https://*.nl', 'too-wide'],
    ['https://*', 'too-wide'],
    ['https://www.*.nl', 'too-wide'],
  ])('%j is none: %s', (pasted, fault) => expect(siteOf(pasted)).toEqual({ fault }));

  it('is on the list by name or below a star', () => {
    const sites = ['https://www.a.nl', 'https://*.b.nl'];
    expect(siteIsAllowed('https://www.a.nl', sites)).toBe(true);
    expect(siteIsAllowed('https://nieuws.b.nl', sites)).toBe(true);
    expect(siteIsAllowed('https://*.b.nl', sites)).toBe(true);
    expect(siteIsAllowed('https://b.nl', sites)).toBe(false);
    expect(siteIsAllowed('http://www.a.nl', sites)).toBe(false);
    expect(siteIsAllowed('https://*.a.nl', sites)).toBe(false);
  });
});
