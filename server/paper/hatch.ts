interface Spot {
  x: number;
  y: number;
}

function turned({ x, y }: Spot, angle: number): Spot {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
}

function spotsOf(flat: readonly number[]): Spot[] {
  return Array.from({ length: flat.length / 2 }, (_, at) => ({ x: flat[2 * at]!, y: flat[2 * at + 1]! }));
}

/** Where a level line crosses the edges of rings, from left to right. */
function crossings(rings: readonly (readonly Spot[])[], y: number): number[] {
  return rings
    .flatMap(ring =>
      ring.flatMap((a, at) => {
        const b = ring[(at + 1) % ring.length]!;
        return a.y <= y === b.y <= y ? [] : [a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x)];
      }),
    )
    .sort((a, b) => a - b);
}

/**
 * Parallel lines that fill an area, even-odd, as flat lines. Drawn as lines and not as a pattern, they are the same on
 * every page.
 * @param degrees direction of the lines, 0 is level
 */
export function hatch(rings: readonly (readonly number[])[], degrees: number, spacing: number): number[][] {
  const angle = (degrees * Math.PI) / 180;
  const level = rings.map(ring => spotsOf(ring).map(spot => turned(spot, -angle)));
  const heights = level.flat().map(({ y }) => y);
  const lines: number[][] = [];
  // From a multiple of the spacing, so that neighbours hatched alike run on into each other.
  const first = Math.ceil(Math.min(...heights) / spacing) * spacing;
  for (let y = first; y < Math.max(...heights); y += spacing) {
    const at = crossings(level, y);
    for (let pair = 0; pair + 1 < at.length; pair += 2) {
      const ends = [at[pair]!, at[pair + 1]!].map(x => turned({ x, y }, angle));
      lines.push(ends.flatMap(({ x, y }) => [x, y]).map(value => Math.round(value * 10) / 10));
    }
  }
  return lines;
}
