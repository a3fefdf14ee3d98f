import { addProtocol, type VectorSourceSpecification } from 'maplibre-gl';
import type { TileOrigin } from '#contract/embed-map.ts';
import { type EmbedTiles, isRevisionGone, tileReader } from '../api/tile.ts';

/**
 * Zooms at which there are tiles, as the server makes them (`server/tiles/layers`). Buildings are asked for from close by
 * only, though there are tiles of them from 13 on: in a whole centre they would weigh as much as everything else.
 */
const ZOOMS = { base: { minzoom: 0, maxzoom: 15 }, buildings: { minzoom: 16, maxzoom: 16 } } as const;

/** Scheme of the addresses in the style; nothing of that name goes over the network. */
const SCHEME = 'kernkaart';
const ADDRESS = /^kernkaart:\/\/(base|buildings)\/(\d+)\/(\d+)\/(\d+)$/;

/** A source of tiles that are read by us: MapLibre itself keeps quiet about tiles that are gone. */
export const tileSource = (layer: EmbedTiles): VectorSourceSpecification => ({
  type: 'vector',
  tiles: [`${SCHEME}://${layer}/{z}/{x}/{y}`],
  ...ZOOMS[layer],
});

/**
 * Lets maps of this page read tiles from their origin.
 * @param gone called for each tile of a revision that is not there any more
 */
export async function prepareTiles(origin: TileOrigin, gone: () => void): Promise<void> {
  const read = await tileReader(origin);
  addProtocol(SCHEME, async ({ url }, { signal }) => {
    const [, layer, ...place] = ADDRESS.exec(url) ?? [];
    if (layer === undefined) throw new Error(`${url} is no tile`);
    const [z, x, y] = place.map(Number) as [number, number, number];
    try {
      return { data: await read(layer as EmbedTiles, [z, x, y], signal) };
    } catch (error) {
      if (isRevisionGone(error)) gone();
      throw error;
    }
  });
}
