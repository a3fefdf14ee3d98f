import { add, direction, left, scale } from '../plane/point.ts';
import { middleOf, type Ring, rectangle } from '../plane/ring.ts';
import type { Random } from '../random.ts';
import type { Structure } from '../structure.ts';

/** Width of one garage box, metres. */
export const BOX_WIDTH = 3;

/**
 * A court of garage boxes in a rectangular piece of ground that was kept free: one row along each long side,
 * or one row where it is narrow.
 */
export function buildGarages(ground: Ring, quarter: string, random: Random): Structure[] {
  const along = direction(ground[0]!, ground[1]!);
  const length = Math.hypot(ground[1]![0] - ground[0]![0], ground[1]![1] - ground[0]![1]);
  const depth = Math.hypot(ground[2]![0] - ground[1]![0], ground[2]![1] - ground[1]![1]);
  const boxes = Math.min(16, Math.floor((length - 6) / BOX_WIDTH));
  const sides = depth > 24 ? [-1, 1] : [1];
  const year = random.whole(1962, 1979);
  return sides.map(side => {
    const centre = add(middleOf(ground), scale(left(along), side * (depth / 2 - 5)));
    return {
      kind: 'garages' as const,
      ring: rectangle(centre, along, boxes * BOX_WIDTH, 5.6),
      plot: ground,
      year,
      storeys: 1,
      quarter,
      street: null,
      side: 'odd' as const,
      along: 0,
      frontage: boxes * BOX_WIDTH,
    };
  });
}
