import { addProtocol, type VectorSourceSpecification } from 'maplibre-gl';
import type { TileOrigin } from '#contract/embed-map.ts';
import { edition } from '../api/edition.ts';
import { type EmbedTiles, tileReader } from '../api/tile.ts';

/** Zooms at which there are tiles, as the server makes them (`server/tiles/layers`). */
const ZOOMS = { base: { minzoom: 0, maxzoom: 15 }, buildings: { minzoom: 13, maxzoom: 16 } } as const;

/** Scheme of the addresses in the style; nothing of that name goes over the network. */
const SCHEME = 'edition';
const ADDRESS = /^edition:\/\/(base|buildings)\/(\d+)\/(\d+)\/(\d+)$/;

let prepared = false;

/** The reader of archives comes while MapLibre begins; the first tiles wait for it. */
function prepare(origin: TileOrigin): void {
  if (prepared) return;
  prepared = true;
  const reader = tileReader(origin);
  addProtocol(SCHEME, async ({ url }, { signal }) => {
    const [, layer, ...place] = ADDRESS.exec(url) ?? [];
    const [z, x, y] = place.map(Number) as [number, number, number];
    const readTile = await reader;
    return { data: await readTile(layer as EmbedTiles, [z, x, y], signal) };
  });
}

/** The ground of a map: tiles of the server that runs, or of the archives of a static edition. */
export function groundSource(layer: EmbedTiles): VectorSourceSpecification {
  if (edition === null) return { type: 'vector', url: `/tiles/${layer}.json` };
  prepare(edition);
  return { type: 'vector', tiles: [`${SCHEME}://${layer}/{z}/{x}/{y}`], ...ZOOMS[layer] };
}
