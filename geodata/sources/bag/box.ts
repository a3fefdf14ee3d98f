import { readWkb } from '#geometry/wkb.ts';
import type { Box } from '../../formats/geopackage.ts';

/** Metres that an object may stick out of the box of its municipality: its first position is looked at only. */
const MARGIN = 500;

/** The rectangle around polygons (hex EWKB); null of none. */
export function boxOf(hexes: readonly string[]): Box | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const hex of hexes) {
    for (const shape of readWkb(Buffer.from(hex, 'hex'))) {
      if (shape.kind !== 'polygon') continue;
      for (const ring of shape.polygons.flat())
        for (let at = 0; at < ring.length; at += 2) {
          west = Math.min(west, ring[at]!);
          east = Math.max(east, ring[at]!);
          south = Math.min(south, ring[at + 1]!);
          north = Math.max(north, ring[at + 1]!);
        }
    }
  }
  return west <= east ? [west, south, east, north] : null;
}

/** Whether a position lies in a rectangle or not far from it. */
export function isNear([west, south, east, north]: Box, { x, y }: { x: number; y: number }): boolean {
  return x >= west - MARGIN && x <= east + MARGIN && y >= south - MARGIN && y <= north + MARGIN;
}
