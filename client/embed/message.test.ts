import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embedMessage, hostMessage, isAnswered } from './message.ts';

const OWN = 'https://kaart.gemeente.example';
const SITES = ['https://www.a.nl', 'https://*.b.nl', 'http://localhost:8080', 'https://*.c.nl:8443'];

describe('a page around an embed', () => {
  it.each([
    OWN,
    'https://www.a.nl',
    'https://x.b.nl',
    'https://x.y.b.nl',
    'http://localhost:8080',
    'https://x.c.nl:8443',
  ])('%s is answered', origin => expect(isAnswered(origin, OWN, SITES)).toBe(true));

  it.each([
    'null',
    '',
    'https://a.nl',
    'http://www.a.nl',
    'https://www.a.nl:8443',
    'https://www.a.nl.evil.example',
    'https://a.nl.evil.com',
    'https://evil.example/https://www.a.nl',
    'https://wwwxa.nl',
    'https://b.nl',
    'https://.b.nl',
    'https://evilb.nl',
    'https://x.b.nl.evil.com',
    'https://x.b.nl:444',
    'http://x.b.nl',
    'https://x.c.nl',
    'http://localhost',
    'http://localhost:80800',
    'file://',
    'https://kaart.gemeente.example.evil.com',
  ])('%s is not', origin => expect(isAnswered(origin, OWN, SITES)).toBe(false));

  it('that has no origin is not answered, whatever the list says', () => {
    expect(isAnswered('null', OWN, ['null', '*', ''])).toBe(false);
    expect(isAnswered('https://www.a.nl', OWN, [])).toBe(false);
  });
});

describe('what a page says', () => {
  it('is understood', () => {
    expect(hostMessage({ kernkaart: 'hello' })).toEqual({ kernkaart: 'hello' });
    expect(hostMessage({ kernkaart: 'start', more: 1 })).toEqual({ kernkaart: 'start' });
    expect(hostMessage({ kernkaart: 'show', id: 'centrum' })).toEqual({ kernkaart: 'show', id: 'centrum' });
    expect(hostMessage({ kernkaart: 'show', id: null })).toEqual({ kernkaart: 'show', id: null });
  });

  it.each([
    undefined,
    null,
    'hello',
    ['hello'],
    {},
    { kernkaart: 'height', height: 3 },
    { kernkaart: 'show' },
    { kernkaart: 'show', id: 3 },
    { kernkaart: 'show', id: '' },
    { kernkaart: 'show', id: 'x'.repeat(101) },
    { kernkaart: ['hello'] },
    { Kernkaart: 'hello' },
  ])('%j is not', data => expect(hostMessage(data)).toBeUndefined());
});

describe('what an embed says', () => {
  it('is understood, a height within bounds', () => {
    expect(embedMessage({ kernkaart: 'height', height: 640.4 })).toEqual({
      kernkaart: 'height',
      height: 640,
    });
    expect(embedMessage({ kernkaart: 'height', height: 1e9 })).toEqual({ kernkaart: 'height', height: 5000 });
    expect(embedMessage({ kernkaart: 'height', height: -5 })).toEqual({ kernkaart: 'height', height: 100 });
    const shown = { kernkaart: 'shown', id: null, words: '' };
    expect(embedMessage({ ...shown, html: '<b>' })).toEqual(shown);
    expect(embedMessage({ kernkaart: 'map', state: 'ready' })).toEqual({ kernkaart: 'map', state: 'ready' });
  });

  it.each([
    null,
    12,
    { kernkaart: 'height' },
    { kernkaart: 'height', height: '640px' },
    { kernkaart: 'height', height: Number.NaN },
    { kernkaart: 'height', height: Number.POSITIVE_INFINITY },
    { kernkaart: 'shown', id: {}, words: '' },
    { kernkaart: 'shown', id: null, words: 'x'.repeat(1001) },
    { kernkaart: 'map', state: 'evil' },
    { kernkaart: 'hello' },
  ])('%j is not', data => expect(embedMessage(data)).toBeUndefined());

  it('never makes a page higher than bounds, whatever comes in', () => {
    fc.assert(
      fc.property(fc.anything(), height => {
        const message = embedMessage({ kernkaart: 'height', height });
        if (message?.kernkaart !== 'height') return;
        expect(message.height).toBeGreaterThanOrEqual(100);
        expect(message.height).toBeLessThanOrEqual(5000);
      }),
    );
    fc.assert(
      fc.property(fc.anything(), data => {
        expect(() => [hostMessage(data), embedMessage(data)]).not.toThrow();
      }),
    );
  });
});
