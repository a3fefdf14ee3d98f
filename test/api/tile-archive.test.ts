import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TileArchive } from '../../server/edition/tile-archive.ts';
import { childrenOf, tileNumber } from '../../server/edition/tile-order.ts';
import type { TileAddress } from '../../server/tiles/grid.ts';
import { archiveFile } from '../support/archive-file.ts';

/** Archives as an independent reader of the format reads them. */
const ABOUT = {
  minZoom: 5,
  maxZoom: 9,
  bounds: [5.1, 52.5, 5.4, 52.7],
  metadata: { name: 'proof', vector_layers: [] },
} as const;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kernkaart-archive-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Every tile below one, zoom by zoom, as they come in an archive. */
function levels(top: TileAddress, deep: number): TileAddress[] {
  let level = [top];
  const all = [top];
  for (let step = 0; step < deep; step += 1) {
    level = level.flatMap(childrenOf);
    all.push(...level);
  }
  return all;
}

async function written(name: string, tiles: readonly [TileAddress, Uint8Array][]): Promise<string> {
  const path = join(folder, name);
  const archive = await TileArchive.create(path);
  for (const [address, bytes] of tiles) await archive.add(address.z, tileNumber(address), gzipSync(bytes));
  await archive.finish(ABOUT);
  return path;
}

const source = archiveFile;
const words = (data: ArrayBuffer | undefined) => data && new TextDecoder().decode(data);

describe('an archive', () => {
  it('gives every tile back, and nothing where none is', async () => {
    const tiles = levels({ z: 5, x: 16, y: 10 }, 3);
    const path = await written(
      'small.pmtiles',
      tiles.map(({ z, x, y }) => [{ z, x, y }, new TextEncoder().encode(`${z}/${x}/${y}`)]),
    );
    const reader = new PMTiles(source(path));
    for (const { z, x, y } of tiles)
      expect(words((await reader.getZxy(z, x, y))?.data)).toBe(`${z}/${x}/${y}`);
    expect(await reader.getZxy(6, 0, 0)).toBeUndefined();
    expect(await reader.getMetadata()).toEqual(ABOUT.metadata);
    expect(await reader.getHeader()).toMatchObject({
      specVersion: 3,
      clustered: true,
      tileType: 1,
      tileCompression: 2,
      minZoom: 5,
      maxZoom: 8,
      minLon: 5.1,
      maxLat: 52.7,
      numAddressedTiles: tiles.length,
    });
    expect((await readFile(path)).subarray(0, 8).toString('latin1')).toBe('PMTiles\x03');
  });

  it('of many tiles has leaves, and a root that fits into what is read first', async () => {
    // Lengths without a pattern: a directory that compression does not make small.
    const tiles = levels({ z: 4, x: 8, y: 5 }, 7).filter(tile => tileNumber(tile) % 5 !== 0);
    const bytes = ({ z, x, y }: TileAddress) => {
      const name = `${z}/${x}/${y}`;
      const outputLength = 20 + 2 * createHash('sha256').update(name).digest()[0]!;
      return new Uint8Array(createHash('shake256', { outputLength }).update(name).digest());
    };
    const path = await written(
      'large.pmtiles',
      tiles.map(tile => [tile, bytes(tile)]),
    );
    const reader = new PMTiles(source(path));
    const { rootDirectoryOffset, rootDirectoryLength, leafDirectoryLength } = await reader.getHeader();
    expect(rootDirectoryOffset + rootDirectoryLength).toBeLessThanOrEqual(16_384);
    expect(leafDirectoryLength).toBeGreaterThan(0);
    for (let index = 0; index < tiles.length; index += 397) {
      const { z, x, y } = tiles[index]!;
      const found = await reader.getZxy(z, x, y);
      expect(found && new Uint8Array(found.data)).toEqual(bytes({ z, x, y }));
    }
  });

  it('holds what is the same once', async () => {
    const tiles = levels({ z: 5, x: 16, y: 10 }, 4);
    const water = new TextEncoder().encode('water');
    const path = await written(
      'water.pmtiles',
      tiles.map(tile => [tile, water]),
    );
    const header = await new PMTiles(source(path)).getHeader();
    expect(header).toMatchObject({ numAddressedTiles: 341, numTileContents: 1 });
    expect(header.numTileEntries).toBe(5);
  });

  it('without tiles is an archive too', async () => {
    const reader = new PMTiles(source(await written('empty.pmtiles', [])));
    expect(await reader.getHeader()).toMatchObject({ minZoom: 5, maxZoom: 9, numAddressedTiles: 0 });
    expect(await reader.getZxy(6, 0, 0)).toBeUndefined();
  });

  it('takes no tile out of order, and no file that is there', async () => {
    const path = join(folder, 'order.pmtiles');
    const archive = await TileArchive.create(path);
    await archive.add(6, tileNumber({ z: 6, x: 3, y: 3 }), new Uint8Array([1]));
    await expect(archive.add(6, tileNumber({ z: 6, x: 0, y: 0 }), new Uint8Array([1]))).rejects.toThrow(
      /order/,
    );
    await archive.close();
    await expect(TileArchive.create(path)).rejects.toThrow(/EEXIST/);
  });
});
