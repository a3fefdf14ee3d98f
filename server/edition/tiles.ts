import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Session } from '../../geodata/database/database.ts';
import type { TileJson } from '../contract/tile.ts';
import type { LatestRevision } from '../queries/revision.ts';
import { type Box, type TileSummary, tileSummary } from '../queries/tile.ts';
import { type TileAddress, tileWindow } from '../tiles/grid.ts';
import type { TileLayer } from '../tiles/layer.ts';
import { PUBLIC_LAYERS } from '../tiles/layers.ts';
import { tileJson } from '../tiles/tile-json.ts';
import { inOrder } from './in-order.ts';
import { TileArchive } from './tile-archive.ts';
import { tileNumber } from './tile-order.ts';
import { groundOf, occupiedTiles } from './tile-walk.ts';
import type { EditionTree } from './tree.ts';

const packed = promisify(gzip);

/** Tiles under way at once: one is read while another is encoded and a third is compressed. */
const WIDTH = 4;
/** Made once and sent often: the best that gzip does. */
const LEVEL = 9;
const WORLD = [-180, -85, 180, 85] as const;

/** Other data came in while an edition was made: nothing of two revisions may stand in one. */
export class DataMoved extends Error {
  override name = 'DataMoved';
}

/** What a layer is made for. */
export interface TileOrder {
  session: Session;
  revision: LatestRevision;
  software: string;
  /** Boxes of the municipalities, degrees. */
  boxes: readonly Box[];
  signal: AbortSignal;
  /** Told how far a layer is. */
  tell(step: string, detail: string): void;
}

interface PackedTile {
  address: TileAddress;
  /** Gzip; undefined for a tile without anything in it. */
  bytes: Uint8Array | undefined;
}

/** A tile as the server that runs makes it for visitors. @throws DataMoved when an import came in */
async function packedTile(
  layer: TileLayer,
  address: TileAddress,
  { session, revision }: Pick<TileOrder, 'session' | 'revision'>,
): Promise<PackedTile> {
  const made = await layer.make(session, tileWindow(address));
  if (made.revision !== revision.number) throw new DataMoved(`revision ${made.revision} came in`);
  return {
    address,
    bytes: made.bytes.byteLength === 0 ? undefined : await packed(made.bytes, { level: LEVEL }),
  };
}

function descriptionOf({ bounds, attribution, ...about }: TileJson) {
  const [west, south, east, north] = bounds ?? WORLD;
  const { name, description, vector_layers, minzoom, maxzoom } = about;
  return {
    minZoom: minzoom,
    maxZoom: maxzoom,
    bounds: [west!, south!, east!, north!] as const,
    metadata: { name, description, attribution, vector_layers, type: 'overlay', format: 'pbf' },
  };
}

async function writeLayer(
  layer: TileLayer,
  path: string,
  { summary, ...order }: TileOrder & { summary: TileSummary },
): Promise<void> {
  const archive = await TileArchive.create(path);
  try {
    const addresses = occupiedTiles(order.session, layer, groundOf(order.boxes));
    let tiles = 0;
    for await (const { address, bytes } of inOrder(addresses, WIDTH, each =>
      packedTile(layer, each, order),
    )) {
      order.signal.throwIfAborted();
      if (bytes === undefined) continue;
      await archive.add(address.z, tileNumber(address), bytes);
      tiles += 1;
      order.tell(`Tiles of ${layer.name}`, `zoom ${address.z}, ${tiles.toLocaleString('en-GB')} so far`);
    }
    await archive.finish(descriptionOf(tileJson(layer, summary, '')));
  } catch (error) {
    await archive.close();
    throw error;
  }
}

/** Addresses of the archives by the name of their layer. */
export type TileAddresses = ReadonlyMap<string, string>;

/** Adds one archive per public layer; those of the edition before where the data are the same. */
export async function addTiles(tree: EditionTree, order: TileOrder): Promise<TileAddresses> {
  const { revision, software } = order;
  const summary = await tileSummary(order.session);
  const addresses = new Map<string, string>();
  for (const layer of PUBLIC_LAYERS.values()) {
    const about = JSON.stringify(tileJson(layer, summary, ''));
    const address = await tree.addLarge(`tiles/${layer.name}-${revision.number}`, '.pmtiles', {
      source: `${software}, revision of ${revision.madeAt}, ${about}`,
      write: path => writeLayer(layer, path, { ...order, summary }),
    });
    addresses.set(layer.name, address);
  }
  return addresses;
}
