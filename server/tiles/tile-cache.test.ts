import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { encoded, encodingFor, TileCache } from './tile-cache.ts';

const large = new Uint8Array(5000).fill(7);

describe('TileCache', () => {
  it('makes a tile once, whatever the encoding, and gives the same bytes in each', async () => {
    const cache = new TileCache();
    const make = vi.fn(async () => large);
    const gzip = await cache.get('a', 'gzip', make);
    const brotli = await cache.get('a', 'br', make);
    const plain = await cache.get('a', 'identity', make);
    expect(new Uint8Array(gunzipSync(gzip.bytes))).toEqual(large);
    expect(new Uint8Array(brotliDecompressSync(brotli.bytes))).toEqual(large);
    expect(plain.bytes).toBe(large);
    expect(await cache.get('a', 'gzip', make)).toEqual(gzip);
    expect(make).toHaveBeenCalledTimes(1);
    expect(cache.statistics).toMatchObject({ hits: 3, misses: 1, tiles: 1 });
  });

  it('makes a tile once for everybody who asks at the same time', async () => {
    const cache = new TileCache();
    let answer: (bytes: Uint8Array<ArrayBuffer>) => void = () => {};
    const make = vi.fn(() => new Promise<Uint8Array<ArrayBuffer>>(resolve => (answer = resolve)));
    const all = Promise.all([
      cache.get('a', 'br', make),
      cache.get('a', 'br', make),
      cache.get('a', 'gzip', make),
    ]);
    answer(large);
    await all;
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('tells everybody of a failure and does not keep it', async () => {
    const cache = new TileCache();
    const make = vi.fn(
      async (): Promise<Uint8Array<ArrayBuffer>> => Promise.reject(new Error('no database')),
    );
    const both = await Promise.allSettled([cache.get('a', 'br', make), cache.get('a', 'br', make)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(make).toHaveBeenCalledTimes(1);
    expect(await cache.get('a', 'identity', async () => large)).toMatchObject({ bytes: large });
  });

  it('keeps empty tiles and does not compress small ones', async () => {
    const cache = new TileCache();
    const make = vi.fn(async () => new Uint8Array(0));
    await cache.get('empty', 'br', make);
    expect(await cache.get('empty', 'br', make)).toEqual({ bytes: new Uint8Array(0), encoding: 'identity' });
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('holds no more bytes than it may', async () => {
    const cache = new TileCache(20_000);
    for (let index = 0; index < 50; index++)
      await cache.get(`tile ${index}`, 'gzip', async () => large.slice());
    expect(cache.statistics.bytes).toBeLessThanOrEqual(20_000);
    expect(cache.statistics.tiles).toBeGreaterThan(0);
  });
});

describe('encoded', () => {
  it('says the encoding that the bytes have', async () => {
    expect(await encoded(large, 'gzip')).toMatchObject({ encoding: 'gzip' });
    expect(await encoded(large.subarray(0, 100), 'gzip')).toMatchObject({ encoding: 'identity' });
  });
});

describe('encodingFor', () => {
  it('takes brotli, then gzip, then none', () => {
    expect(encodingFor('gzip, deflate, br')).toBe('br');
    expect(encodingFor('gzip;q=1, br;q=0')).toBe('gzip');
    expect(encodingFor(undefined)).toBe('identity');
  });
});
