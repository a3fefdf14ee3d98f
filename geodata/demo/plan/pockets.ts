import type { Ground } from '../ground.ts';
import { type Point, polar } from '../plane/point.ts';
import { areaOf, boxOf, contains, inset, type Ring, rectangle } from '../plane/ring.ts';
import type { Random } from '../random.ts';
import type { Green } from './green.ts';

/** Size of a playground or lawn along and across the grain of its quarter. */
interface PocketSize {
  length: readonly [number, number];
  depth: readonly [number, number];
}

/**
 * Lawns and playgrounds of a quarter, between its streets, taken before anything is built.
 * @param share how much of the quarter should become green
 */
export function pockets(
  ground: Ground,
  ring: Ring,
  angle: number,
  share: number,
  random: Random,
  size: PocketSize,
): Green[] {
  const found: Green[] = [];
  const [west, south, east, north] = boxOf(ring);
  const wanted = Math.abs(areaOf(ring)) * share;
  const along = polar([0, 0], angle, 1);
  let area = 0;
  for (let attempt = 0; attempt < 600 && area < wanted; attempt += 1) {
    const centre: Point = [random.between(west, east), random.between(south, north)];
    if (!contains(ring, centre)) continue;
    const pocket = rectangle(centre, along, random.between(...size.length), random.between(...size.depth));
    if (!ground.isFree(pocket) || !pocket.every(point => contains(ring, point))) continue;
    ground.take(pocket, 'green');
    area += areaOf(pocket);
    found.push({ ring: inset(pocket, 1.5), holes: [], greenClass: random.chance(0.25) ? 'park' : 'grass' });
  }
  return found;
}
