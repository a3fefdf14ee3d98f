import type { Ground } from '../ground.ts';
import type { Line } from '../plane/line.ts';
import { add, left, type Point, polar, scale } from '../plane/point.ts';
import { boxOf, contains, type Ring, rectangle, spanOf } from '../plane/ring.ts';
import type { Random } from '../random.ts';
import type { Green } from './green.ts';

/** Land laid out in one direction when it was drained. */
export interface Polder {
  ring: Ring;
  /** Direction of the ditches, degrees. */
  angle: number;
}

/** Parcels and the ditches between them. */
export interface Farmland {
  parcels: Green[];
  ditches: Line[];
}

/** Polders around the town, each drained in its own direction. */
export const POLDERS: readonly Polder[] = [
  {
    ring: [
      [-3600, -60],
      [-1000, -20],
      [-700, 640],
      [-3600, 300],
    ],
    angle: 92,
  },
  {
    ring: [
      [-3600, 300],
      [-700, 640],
      [-1100, 2700],
      [-3600, 2700],
    ],
    angle: 62,
  },
  {
    ring: [
      [-1100, 2700],
      [-600, 700],
      [1200, 900],
      [1500, 1560],
      [2300, 2800],
    ],
    angle: 97,
  },
  {
    ring: [
      [2300, 2800],
      [1500, 1560],
      [1230, 900],
      [2690, 980],
      [3000, 2800],
    ],
    angle: 138,
  },
  {
    ring: [
      [2700, 960],
      [3900, 1000],
      [3900, 2600],
      [3000, 2600],
    ],
    angle: 170,
  },
  {
    ring: [
      [1500, 110],
      [3900, -100],
      [3900, 960],
      [1600, 800],
    ],
    angle: 8,
  },
  {
    ring: [
      [1500, 80],
      [3900, -120],
      [3900, -2000],
      [2150, -2450],
      [1150, -1050],
    ],
    angle: 300,
  },
  {
    ring: [
      [40, -1300],
      [1150, -1020],
      [2150, -2500],
      [240, -2800],
    ],
    angle: 262,
  },
  {
    ring: [
      [30, -700],
      [30, -1370],
      [240, -2800],
      [-2600, -2600],
      [-800, -800],
    ],
    angle: 232,
  },
  {
    ring: [
      [-700, -60],
      [-3600, -100],
      [-3600, -2200],
      [-2500, -2500],
      [-500, -480],
    ],
    angle: 4,
  },
];

/** Metres along a parcel between two looks at the ground. */
const STEP = 22;

interface Strip {
  at: (metres: number) => Point;
  along: Point;
  from: number;
  to: number;
  width: number;
}

/** Stretches of a strip on which nothing stands yet: start and end in metres along it. */
function stretches(strip: Strip, isOpen: (piece: Ring) => boolean, random: Random): [number, number][] {
  const found: [number, number][] = [];
  let start: number | null = null;
  let longest = random.between(260, 520);
  for (let metres = strip.from; metres < strip.to; metres += STEP) {
    const piece = rectangle(strip.at(metres + STEP / 2), strip.along, STEP, strip.width);
    const open = isOpen(piece);
    if (open && start === null) start = metres;
    if (start !== null && (!open || metres - start > longest)) {
      if (metres - start > 55) found.push([start, metres]);
      start = open ? metres : null;
      longest = random.between(260, 520);
    }
  }
  if (start !== null && strip.to - start > 55) found.push([start, strip.to]);
  return found;
}

/**
 * Parcels with straight ditches 50 to 80 metres apart, wherever a polder is not built over.
 * @param closed rings in which there is no farmland: quarters, parks, villages
 */
export function layOutFarmland(
  ground: Ground,
  polders: readonly Polder[],
  closed: readonly Ring[],
  random: Random,
): Farmland {
  const boxes = closed.map(ring => ({ ring, box: boxOf(ring) }));
  const built = (point: Point) =>
    boxes.some(
      ({ ring, box }) =>
        point[0] > box[0] &&
        point[0] < box[2] &&
        point[1] > box[1] &&
        point[1] < box[3] &&
        contains(ring, point),
    );
  const farmland: Farmland = { parcels: [], ditches: [] };
  for (const polder of polders) {
    const along = polar([0, 0], polder.angle, 1);
    const across = left(along);
    const [from, to] = spanOf(polder.ring, along);
    const [least, most] = spanOf(polder.ring, across);
    const isOpen = (piece: Ring) =>
      piece.every(point => contains(polder.ring, point) && !built(point)) && ground.isFree(piece);
    for (let v = least + 20; v < most; ) {
      const width = random.between(50, 80);
      const middle = v + width / 2;
      const at = (metres: number) => add(scale(along, metres), scale(across, middle));
      for (const [start, end] of stretches({ at, along, from, to, width }, isOpen, random)) {
        const centre = at((start + end) / 2);
        farmland.parcels.push({
          ring: rectangle(centre, along, end - start - 5, width - 3.2),
          holes: [],
          greenClass: 'farmland',
        });
        const ditch = scale(across, width / 2);
        farmland.ditches.push([add(at(start), ditch), add(at(end), ditch)]);
      }
      v += width;
    }
  }
  return farmland;
}
