import { wgs84ToWebMercator } from '#geometry/rd.ts';
import type { Session } from '../../geodata/database/database.ts';
import type { Box } from '../queries/tile.ts';
import {
  occupiedByAreas,
  occupiedByBase,
  occupiedByBuildings,
  occupiedByCells,
} from '../queries/tile-occupied.ts';
import { cellCorners } from '../tiles/cell-square.ts';
import { type TileAddress, tileWindow } from '../tiles/grid.ts';
import type { TileLayer } from '../tiles/layer.ts';
import { childrenOf } from './tile-order.ts';

/** Tiles that are asked about in one statement. */
const BATCH = 400;
/** Where there is nothing: no square has its corner here. */
const NOWHERE: Box = [1, 1, 0, 0];
const SQUARE = 500;

/** Whether anything of a layer lies in the box of each tile, its buffer included. */
type Occupied = (session: Session, boxes: readonly Box[]) => Promise<boolean[]>;

const OCCUPIED: Readonly<Record<string, Occupied>> = {
  base: occupiedByBase,
  areas: occupiedByAreas,
  buildings: occupiedByBuildings,
  cells: (session, boxes) =>
    occupiedByCells(
      session,
      boxes.map(box => cellCorners(box, SQUARE) ?? NOWHERE),
    ),
};

function* inBatches(tiles: readonly TileAddress[]): Generator<readonly TileAddress[], void> {
  for (let first = 0; first < tiles.length; first += BATCH) yield tiles.slice(first, first + BATCH);
}

/** Metres around a municipality of which there are tiles: what a map of its edge shows. */
const MARGIN = 5000;

/** Around each municipality in EPSG:3857. @param boxes west, south, east, north in degrees */
export function groundOf(boxes: readonly Box[]): Box[] {
  return boxes.map(([west, south, east, north]) => {
    const [left, bottom] = wgs84ToWebMercator([west, south]);
    const [right, top] = wgs84ToWebMercator([east, north]);
    const margin = MARGIN / Math.cos((north * Math.PI) / 180);
    return [left - margin, bottom - margin, right + margin, top + margin];
  });
}

const touch = (one: Box, other: Box): boolean =>
  one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3];

const isOn = (tile: TileAddress, ground: readonly Box[]): boolean => {
  const { box } = tileWindow(tile);
  return ground.some(part => touch(box, part));
};

/**
 * Every tile of a layer on some ground in which anything can be, zoom by zoom and along the curve of an archive. Water
 * and land of a base map may reach far beyond the town; of that there is no more than a map of the town can show.
 *
 * A tile without bytes may have children with bytes: what is too small for it, or shown from a later zoom on only. So
 * the walk goes down wherever anything lies in the box of a tile, seen or not. The box of a child, its buffer included,
 * lies in the box of its parent: where nothing lies in that, nothing lies in any tile below.
 */
export async function* occupiedTiles(
  session: Session,
  { name, minZoom, maxZoom }: Pick<TileLayer, 'name' | 'minZoom' | 'maxZoom'>,
  ground: readonly Box[],
): AsyncGenerator<TileAddress, void> {
  const occupied = OCCUPIED[name];
  if (occupied === undefined) throw new Error(`nobody said how to find tiles of the layer ${name}`);
  let level: TileAddress[] = [{ z: 0, x: 0, y: 0 }];
  for (let z = 0; z <= maxZoom; z += 1) {
    const next: TileAddress[] = [];
    for (const batch of inBatches(level)) {
      const answers = await occupied(
        session,
        batch.map(tile => tileWindow(tile).box),
      );
      const found = batch.filter((_, index) => answers[index]);
      if (z >= minZoom) yield* found;
      if (z < maxZoom) next.push(...found.flatMap(childrenOf).filter(tile => isOn(tile, ground)));
    }
    level = next;
  }
}
