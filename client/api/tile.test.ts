import { afterEach, describe, expect, it, vi } from 'vitest';
import { isRevisionGone, tileReader } from './tile.ts';

const { signal } = new AbortController();
const asked: string[] = [];

function answerWith(status: number, body: BodyInit | null = null): void {
  asked.length = 0;
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(String(address));
    return new Response(body, { status });
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('tiles of the server', () => {
  const read = async () => {
    const tile = await tileReader({ kind: 'server', revision: 7 });
    return tile('base', [15, 3, 4], signal);
  };

  it('are asked for by revision', async () => {
    answerWith(200, new Uint8Array([1, 2]));
    expect([...new Uint8Array(await read())]).toEqual([1, 2]);
    expect(asked).toEqual(['/tiles/base/7/15/3/4.mvt']);
  });

  it('are empty where nothing lies', async () => {
    answerWith(204);
    expect((await read()).byteLength).toBe(0);
  });

  it('of a revision that is gone are told from those that fail', async () => {
    answerWith(404);
    expect(await read().catch(isRevisionGone)).toBe(true);
    answerWith(503);
    expect(await read().catch(isRevisionGone)).toBe(false);
  });
});

describe('tiles of archives', () => {
  it('that are gone are told from those that fail', async () => {
    vi.stubGlobal('location', { href: 'https://kaart.example/e/a' });
    const read = await tileReader({
      kind: 'archives',
      base: '/tiles/base-7.pmtiles',
      buildings: '/b.pmtiles',
    });
    answerWith(404);
    expect(await read('base', [3, 1, 1], signal).catch(isRevisionGone)).toBe(true);
    expect(asked).toEqual(['https://kaart.example/tiles/base-7.pmtiles']);
    answerWith(500);
    expect(await read('buildings', [3, 1, 1], signal).catch(isRevisionGone)).toBe(false);
  });
});
