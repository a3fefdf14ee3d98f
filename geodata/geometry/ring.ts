/** A closed ring of x, y: metres RD or degrees, all of one kind. */
export type Ring = readonly (readonly [number, number])[];

/** Even-odd rule over all rings of a polygon: inside the outline and in none of its holes. On the edge is undecided. */
export function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [fromX, fromY] = ring[index - 1]!;
      const [toX, toY] = ring[index]!;
      if (fromY > y === toY > y) continue;
      if (x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) inside = !inside;
    }
  }
  return inside;
}

function signedArea(ring: Ring): number {
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [fromX, fromY] = ring[index - 1]!;
    const [toX, toY] = ring[index]!;
    sum += fromX * toY - toX * fromY;
  }
  return sum / 2;
}

/** Area of a polygon, in the square of its unit: the outline less its holes. */
export function areaOfRings([shell, ...holes]: readonly Ring[]): number {
  if (shell === undefined) return 0;
  return holes.reduce((area, hole) => area - Math.abs(signedArea(hole)), Math.abs(signedArea(shell)));
}

/** Distance from a point to the nearest edge of any ring, in the unit of the rings; Infinity without an edge. */
export function distanceToEdge(rings: readonly Ring[], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index++) {
      const [fromX, fromY] = ring[index - 1]!;
      const [alongX, alongY] = [ring[index]![0] - fromX, ring[index]![1] - fromY];
      const length = alongX * alongX + alongY * alongY;
      const part = length === 0 ? 0 : ((x - fromX) * alongX + (y - fromY) * alongY) / length;
      const at = Math.min(1, Math.max(0, part));
      least = Math.min(least, Math.hypot(x - fromX - at * alongX, y - fromY - at * alongY));
    }
  }
  return least;
}
