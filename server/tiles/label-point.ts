import type { Coordinates } from '#geometry/wkb.ts';
import { ringArea } from './shape.ts';

/** Horizontal lines on which a place for the label is sought. */
const LINES = 15;

/**
 * A point well inside a polygon or multipolygon, where its name can stand: of the middles of all stretches
 * on fifteen horizontal lines through the largest part, the one farthest from any outline. It depends on
 * the geometry only, so every tile places it alike. Undefined for an empty or flat geometry.
 */
export function labelPoint(polygons: readonly (readonly Coordinates[])[]): [number, number] | undefined {
  const rings = largest(polygons);
  if (rings === undefined) return undefined;
  const [bottom, top] = heights(rings[0]!);
  let best: [number, number] | undefined;
  let most = -1;
  for (let line = 1; line <= LINES; line++) {
    const y = bottom + ((top - bottom) * line) / (LINES + 1);
    for (const x of middles(rings, y)) {
      const room = clearance(rings, x, y);
      if (room > most) {
        most = room;
        best = [x, y];
      }
    }
  }
  return best;
}

function largest(polygons: readonly (readonly Coordinates[])[]): readonly Coordinates[] | undefined {
  let most = 0;
  let rings: readonly Coordinates[] | undefined;
  for (const candidate of polygons) {
    const area = candidate[0] === undefined ? 0 : Math.abs(ringArea(candidate[0]));
    if (area > most) {
      most = area;
      rings = candidate;
    }
  }
  return rings;
}

function heights(ring: Coordinates): [number, number] {
  let [bottom, top] = [Infinity, -Infinity];
  for (let index = 1; index < ring.length; index += 2) {
    bottom = Math.min(bottom, ring[index]!);
    top = Math.max(top, ring[index]!);
  }
  return [bottom, top];
}

/** Middles of the stretches of the horizontal line at y that lie inside (even-odd rule). */
function middles(rings: readonly Coordinates[], y: number): number[] {
  const crossings: number[] = [];
  eachSide(rings, (fromX, fromY, toX, toY) => {
    if (fromY > y !== toY > y) crossings.push(fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX));
  });
  crossings.sort((a, b) => a - b);
  const found: number[] = [];
  for (let index = 1; index < crossings.length; index += 2) {
    found.push((crossings[index - 1]! + crossings[index]!) / 2);
  }
  return found;
}

/** Squared distance from a point to the nearest side. */
function clearance(rings: readonly Coordinates[], x: number, y: number): number {
  let least = Infinity;
  eachSide(rings, (fromX, fromY, toX, toY) => {
    const deltaX = toX - fromX;
    const deltaY = toY - fromY;
    const length = deltaX * deltaX + deltaY * deltaY;
    const along = length === 0 ? 0 : ((x - fromX) * deltaX + (y - fromY) * deltaY) / length;
    const part = Math.min(1, Math.max(0, along));
    least = Math.min(least, (fromX + part * deltaX - x) ** 2 + (fromY + part * deltaY - y) ** 2);
  });
  return least;
}

function eachSide(
  rings: readonly Coordinates[],
  visit: (fromX: number, fromY: number, toX: number, toY: number) => void,
): void {
  for (const ring of rings) {
    for (let index = 2; index < ring.length; index += 2) {
      visit(ring[index - 2]!, ring[index - 1]!, ring[index]!, ring[index + 1]!);
    }
  }
}
