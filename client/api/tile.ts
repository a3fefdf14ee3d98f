import type { TileOrigin } from '#contract/embed-map.ts';
import { ApiError, errorFrom } from './api-error.ts';

/** Layers of tiles that an embed draws. */
export type EmbedTiles = 'base' | 'buildings';

/** Where a tile lies: zoom, column, row. */
export type TilePlace = readonly [z: number, x: number, y: number];

/** Bytes of a tile as they are, not compressed; empty where nothing lies. @throws ApiError; AbortError */
export type ReadTile = (layer: EmbedTiles, at: TilePlace, signal: AbortSignal) => Promise<ArrayBuffer>;

/** Reads tiles from where a page says they are. The reader of archives comes over only where there are archives. */
export async function tileReader(origin: TileOrigin): Promise<ReadTile> {
  return origin.kind === 'server' ? fromServer(origin.revision) : await fromArchives(origin);
}

/** An answer of kind `absent` means that the data of this revision are gone: newer ones came in. */
function fromServer(revision: number): ReadTile {
  return async (layer, [z, x, y], signal) => {
    const address = `/tiles/${layer}/${revision}/${z}/${x}/${y}.mvt`;
    const response = await fetch(address, { credentials: 'omit', signal });
    if (!response.ok) throw await errorFrom(response, address);
    return response.arrayBuffer();
  };
}

type Archives = Extract<TileOrigin, { kind: 'archives' }>;

async function fromArchives({ base, buildings }: Archives): Promise<ReadTile> {
  const { PMTiles } = await import('pmtiles');
  const at = (address: string) => new PMTiles(new URL(address, location.href).href);
  const archives = { base: at(base), buildings: at(buildings) };
  return async (layer, place, signal) => {
    try {
      const found = await archives[layer].getZxy(...place, signal);
      return found?.data ?? new ArrayBuffer(0);
    } catch (cause) {
      throw isAbsent(cause) ? new ApiError('absent', layer, 404, undefined, cause) : cause;
    }
  };
}

/** The reader of archives says what went wrong in words only. */
const isAbsent = (error: unknown): boolean => error instanceof Error && /\b404$/.test(error.message);

/** True for a tile of a revision that the server no longer has. */
export const isRevisionGone = (error: unknown): boolean =>
  error instanceof ApiError && error.kind === 'absent';
