import { type Line, meetings, nearest, part, smooth, smoothRing } from '../plane/line.ts';
import { angleOf, type Point, polar } from '../plane/point.ts';
import type { Ring } from '../plane/ring.ts';

/**
 * Where the market lies: RD metres, open water of the Markermeer, 7 km from the nearest shore. The plan
 * counts from here, x to the east and y to the north.
 */
export const MARKET_RD: Point = [146500, 511500];

/** Radius of a closed line around the market, by angle in degrees; curved in between. */
type Around = readonly (readonly [degrees: number, radius: number])[];

function around(stops: Around): Ring {
  return smoothRing(
    stops.map(([degrees, radius]) => polar([0, 0], degrees, radius)),
    14,
  );
}

/** Moat around the old town. */
export const MOAT = around([
  [4, 292],
  [30, 284],
  [60, 256],
  [94, 246],
  [135, 262],
  [160, 284],
  [182, 290],
  [205, 272],
  [225, 252],
  [248, 236],
  [270, 232],
  [296, 246],
  [318, 268],
  [342, 288],
]);

/** Street on the outside of the moat. */
export const SINGEL: Ring = MOAT.map(point => polar([0, 0], angleOf(point), Math.hypot(...point) + 21));

/** Ring street of about 1910, once the edge of the town. */
export const INNER_RING = around([
  [4, 745],
  [24, 790],
  [47, 850],
  [72, 668],
  [94, 612],
  [118, 640],
  [135, 690],
  [160, 690],
  [182, 660],
  [205, 640],
  [225, 690],
  [248, 650],
  [270, 655],
  [296, 760],
  [318, 880],
  [342, 770],
]);

/** Ring road of the seventies. */
export const RING_ROAD = around([
  [4, 1500],
  [24, 1570],
  [47, 1690],
  [72, 1520],
  [94, 1410],
  [115, 1400],
  [135, 1480],
  [158, 1290],
  [182, 1130],
  [205, 1240],
  [225, 1500],
  [248, 1470],
  [270, 1360],
  [296, 1400],
  [318, 1500],
  [342, 1470],
]);

/** Shore of the polder, inside its dike. */
export const SHORE = smoothRing(
  [
    [-3380, -350],
    [-3200, 700],
    [-2650, 1700],
    [-1500, 2420],
    [-200, 2620],
    [1100, 2760],
    [2300, 2560],
    [3350, 1750],
    [3780, 600],
    [3700, -700],
    [3150, -1800],
    [2150, -2450],
    [900, -2720],
    [-400, -2640],
    [-1600, -2380],
    [-2600, -1900],
    [-3150, -1200],
  ]
    .map(([x, y]) => [x!, y!] as const)
    .toReversed(),
  40,
);

/** Lane along the inside of the moat. */
export const WALL: Ring = MOAT.map(point => polar([0, 0], angleOf(point), Math.hypot(...point) - 21));

/** Where a road leaves the old town: a point on the lane inside the moat, so that it begins with a bridge. */
const gate = (degrees: number): Point => {
  const far = polar([0, 0], degrees, 500);
  return meetings([[0, 0], far], [...WALL, WALL[0]!])[0]!;
};

/** A way out of the old town, by where it leads. */
export type Way = 'east' | 'north-east' | 'station' | 'north' | 'west' | 'canal' | 'south' | 'south-east';

/** Ways out of the old town, from the moat outwards. The canal is one of them. */
export const WAYS: Record<Way, Line> = {
  east: smooth([
    gate(4),
    [520, 62],
    [790, 40],
    [1150, 112],
    [1500, 96],
    [2050, 30],
    [2640, -20],
    [3150, -60],
    [3690, -120],
  ]),
  'north-east': smooth([
    gate(47),
    [330, 372],
    [540, 540],
    [790, 690],
    [1010, 900],
    [1230, 1240],
    [1500, 1560],
    [1760, 1880],
    [2080, 2240],
    [2240, 2530],
  ]),
  station: smooth([gate(94), [-34, 400], [-14, 560], [4, 690]]),
  north: smooth([
    gate(136),
    [-300, 360],
    [-470, 470],
    [-560, 640],
    [-620, 860],
    [-820, 1160],
    [-980, 1420],
    [-1020, 1800],
    [-1180, 2440],
  ]),
  west: smooth([gate(182), [-500, 12], [-730, -60], [-1130, -30], [-1600, 60], [-2150, -40], [-2740, -130]]),
  canal: smooth([
    gate(225),
    [-330, -345],
    [-470, -470],
    [-720, -690],
    [-1060, -980],
    [-1500, -1330],
    [-1900, -1730],
    [-2260, -2180],
    [-2500, -2600],
  ]),
  south: smooth([gate(271), [26, -450], [-24, -700], [30, -1060], [2, -1370], [120, -1900], [260, -2690]]),
  'south-east': smooth([
    gate(318),
    [390, -370],
    [600, -540],
    [860, -860],
    [1130, -1010],
    [1480, -1390],
    [1880, -1830],
    [2130, -2420],
  ]),
};

/** Railway: nearly straight, north of the old town. It goes on over the lake to both shores. */
export const RAIL = smooth(
  [
    [-15500, -3000],
    [-11000, -1900],
    [-6000, -480],
    [-3000, 330],
    [-1500, 560],
    [0, 716],
    [1500, 800],
    [3200, 1010],
    [5400, 900],
    [7000, -1900],
    [8600, -7600],
    [9900, -11700],
  ],
  60,
);

/** Motorway along the east side, over the lake on both ends. */
export const MOTORWAY = smooth(
  [
    [8990, -11636],
    [6900, -9400],
    [4400, -6500],
    [2950, -2700],
    [2740, -1300],
    [2690, -20],
    [2780, 1300],
    [2960, 2500],
    [3000, 5200],
    [2400, 9700],
  ],
  60,
);

/** Part of a way between two rings; a ring that it does not meet leaves that end where it is. */
export function wayBetween(way: Way, inner: Ring | null, outer: Ring | null): Line {
  const line = WAYS[way];
  const along = (ring: Ring | null, otherwise: number) => {
    const met = ring === null ? undefined : meetings(line, [...ring, ring[0]!])[0];
    return met === undefined ? otherwise : nearest(line, met).along;
  };
  return part(line, along(inner, 0), along(outer, Number.MAX_SAFE_INTEGER));
}

/** Part of a ring from one point on it to another, counter-clockwise. */
export function ringBetween(ring: Ring, from: Point, to: Point): Line {
  const closed = [...ring, ring[0]!, ...ring.slice(1), ring[0]!];
  const single = [...ring, ring[0]!];
  const start = nearest(single, from).along;
  const end = nearest(single, to).along;
  const whole = single.reduce((sum, point, index) => {
    const before = single[index - 1];
    return before === undefined ? 0 : sum + Math.hypot(point[0] - before[0], point[1] - before[1]);
  }, 0);
  return part(closed, start, end > start ? end : end + whole);
}

/** Sector of the town between two ways and two rings (null: from the market outwards). */
export function sector(from: Way, to: Way, inner: Ring, outer: Ring): Ring {
  const first = wayBetween(from, inner, outer);
  const last = wayBetween(to, inner, outer);
  return [
    ...first,
    ...ringBetween(outer, first.at(-1)!, last.at(-1)!).slice(1, -1),
    ...last.toReversed(),
    ...ringBetween(inner, first[0]!, last[0]!).slice(1, -1).toReversed(),
  ];
}
