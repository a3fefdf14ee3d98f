import { type Line, lengthOf, nearest, part, pieces, smooth, stationAt } from '../plane/line.ts';
import { add, left, type Point, scale } from '../plane/point.ts';
import { middleOf, type Ring } from '../plane/ring.ts';
import type { Random } from '../random.ts';
import type { Network } from './grid.ts';

/** A bent lane that ends in a small court. */
function lane(from: Point, away: Point, length: number, random: Random): Line {
  const side = left(away);
  const bend = random.between(-16, 16);
  const turn = random.chance(0.5) ? 1 : -1;
  const at = (forward: number, aside: number): Point =>
    add(from, add(scale(away, forward), scale(side, aside)));
  const points = [from, at(length * 0.45, bend * 0.5), at(length, bend), at(length + 13, bend + turn * 15)];
  return smooth(random.chance(0.6) ? [...points, at(length + 10, bend + turn * 40)] : points.slice(0, 3), 8);
}

function loopAt(ring: Ring, share: number, random: Random): Line {
  const middle = middleOf(ring);
  const around = ring
    .filter((_, index) => index % 7 === 0)
    .map(point => {
      const here = share + random.between(-0.05, 0.05);
      return [middle[0] + (point[0] - middle[0]) * here, middle[1] + (point[1] - middle[1]) * here] as const;
    });
  return smooth([...around, around[0]!], 12);
}

/** Part of a lane that stays clear of the other streets; null when too little is left. */
function fitting(candidate: Line, others: readonly Line[], ring: Ring): Line | null {
  const inside = pieces(candidate, ring, true)[0] ?? [];
  const clear = inside.findIndex(
    (point, index) => index > 2 && others.some(other => nearest(other, point).distance < 27),
  );
  const length = clear < 0 ? lengthOf(inside) : lengthOf(inside.slice(0, clear));
  return inside.length > 1 && length > 26 ? part(inside, 0, length) : null;
}

/**
 * Streets of a home-zone quarter of the seventies and eighties: loops that keep their distance from the
 * edge and from each other, and bent lanes to both sides that lead nowhere else.
 */
export function courts(ring: Ring, random: Random): Network {
  const loops = [0.72, 0.34].map(share => loopAt(ring, share, random));
  const lanes: Line[] = [];
  for (const loop of loops) {
    const length = lengthOf(loop);
    for (let metres = 20; metres < length - 30; metres += random.between(40, 58))
      for (const outwards of [-1, 1]) {
        const station = stationAt(loop, metres + outwards * random.between(0, 9));
        const candidate = lane(
          station.point,
          scale(left(station.along), outwards),
          random.between(48, 92),
          random,
        );
        const fitted = fitting(candidate, [...loops.filter(other => other !== loop), ...lanes], ring);
        if (fitted !== null && nearest(loop, fitted.at(-1)!).distance > 20) lanes.push(fitted);
      }
  }
  const spokes = [0.12, 0.48, 0.8].map(share => {
    const from = stationAt(loops[0]!, lengthOf(loops[0]!) * share).point;
    const to = stationAt(loops[1]!, nearest(loops[1]!, from).along).point;
    return smooth([from, to], 15);
  });
  return { long: [...loops, ...spokes], cross: lanes };
}
