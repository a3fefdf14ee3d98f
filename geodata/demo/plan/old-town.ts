import { STYLES } from '../build/styles.ts';
import { type Line, nearest, part, pieces, shifted, smooth } from '../plane/line.ts';
import { type Point, polar } from '../plane/point.ts';
import type { Ring } from '../plane/ring.ts';
import type { BuildingStyle, StreetPlan } from '../structure.ts';
import { ringBetween, SINGEL, WALL, WAYS, type Way } from './frame.ts';

/** Market square: about 60 x 90 metres, a little askew. */
export const MARKET: Ring = [
  [-27, -46],
  [33, -42],
  [29, 47],
  [-32, 42],
];

/** Old harbour: the canal runs on into the town, almost up to the market. */
export const HARBOUR: Line = smooth(
  [
    [-186, -186],
    [-132, -146],
    [-84, -112],
    [-46, -92],
  ],
  10,
);
export const HARBOUR_HALF_WIDTH = 15;

interface OldStreet {
  name: string;
  points: Line;
  halfWidth: number;
  left?: BuildingStyle;
  right?: BuildingStyle;
  roadClass?: StreetPlan['roadClass'];
  /** Ends on the moat instead of on the lane inside it. */
  gate?: true;
}

const { old, lane } = STYLES;
const both = (style: BuildingStyle) => ({ left: style, right: style });
const gateOf = (way: Way): Point => WAYS[way][0]!;

/**
 * Streets inside the moat, in the order in which they were built up: a corner belongs to the older street.
 */
const STREETS: readonly OldStreet[] = [
  {
    name: 'Markt',
    points: [
      [-32, 42],
      [-27, -46],
    ],
    halfWidth: 0.4,
    right: old,
    roadClass: 'service',
  },
  {
    name: 'Markt',
    points: [
      [33, -42],
      [29, 47],
    ],
    halfWidth: 0.4,
    right: old,
    roadClass: 'service',
  },
  {
    name: 'Markt',
    points: [
      [-27, -46],
      [33, -42],
    ],
    halfWidth: 0.4,
    right: old,
    roadClass: 'service',
  },
  {
    name: 'Markt',
    points: [
      [29, 47],
      [-32, 42],
    ],
    halfWidth: 0.4,
    right: old,
    roadClass: 'service',
  },
  {
    name: 'Marktstraat',
    points: [[-27, 43], [-19, 92], [-13, 160], gateOf('station')],
    halfWidth: 4.4,
    gate: true,
    ...both(old),
  },
  {
    name: 'Havenstraat',
    points: [
      [-8, -45],
      [-16, -66],
      [-34, -84],
    ],
    halfWidth: 4.4,
    ...both(old),
  },
  {
    name: 'Westerstraat',
    points: [[-29, 8], [-88, 16], [-180, 8], gateOf('west')],
    halfWidth: 4.2,
    gate: true,
    ...both(old),
  },
  {
    name: 'Oosterstraat',
    points: [[31, 0], [96, -6], [190, 6], gateOf('east')],
    halfWidth: 4.2,
    gate: true,
    ...both(old),
  },
  {
    name: 'Breestraat',
    points: [
      [98, 228],
      [92, 160],
      [80, 84],
      [84, -5],
    ],
    halfWidth: 4,
    ...both(old),
  },
  {
    name: 'Kerkstraat',
    points: [
      [-92, 228],
      [-88, 150],
      [-82, 84],
      [-86, 15],
    ],
    halfWidth: 3.6,
    ...both(lane),
  },
  {
    name: 'Nieuwstraat',
    points: [
      [84, -5],
      [78, -78],
      [84, -150],
      [96, -232],
    ],
    halfWidth: 3.6,
    ...both(old),
  },
  {
    name: 'Zuiderstraat',
    points: [[14, -44], [20, -104], [10, -168], gateOf('south')],
    halfWidth: 3.8,
    gate: true,
    ...both(old),
  },
  {
    name: 'Vissersstraat',
    points: [
      [-86, 15],
      [-94, -38],
      [-100, -98],
    ],
    halfWidth: 3.2,
    ...both(lane),
  },
  {
    name: 'Turfmarkt',
    points: [
      [156, 210],
      [146, 130],
      [142, 70],
      [148, 1],
    ],
    halfWidth: 5.4,
    ...both(lane),
  },
  {
    name: 'Bakkerstraat',
    points: [
      [148, 1],
      [142, -64],
      [146, -120],
      [160, -200],
    ],
    halfWidth: 3.2,
    ...both(lane),
  },
  {
    name: 'Achterstraat',
    points: [
      [-160, 200],
      [-148, 120],
      [-150, 60],
      [-144, 11],
    ],
    halfWidth: 3.2,
    ...both(lane),
  },
  {
    name: 'Touwslagersgang',
    points: [
      [-144, 11],
      [-156, -50],
      [-160, -128],
    ],
    halfWidth: 2.8,
    ...both(lane),
  },
  {
    name: 'Kuiperstraat',
    points: [
      [208, 170],
      [204, 90],
      [214, 6],
    ],
    halfWidth: 3,
    ...both(lane),
  },
  {
    name: 'Sint Jansstraat',
    points: [
      [214, 6],
      [204, -60],
      [212, -130],
    ],
    halfWidth: 3,
    ...both(lane),
  },
  {
    name: 'Molenstraat',
    points: [
      [-214, 150],
      [-208, 80],
      [-214, 6],
    ],
    halfWidth: 3,
    ...both(lane),
  },
  {
    name: 'Zilverstraat',
    points: [
      [-214, 6],
      [-216, -60],
      [-206, -120],
    ],
    halfWidth: 3,
    ...both(lane),
  },
  {
    name: 'Kerkpad',
    points: [
      [-260, 92],
      [-200, 84],
      [-140, 90],
      [-82, 82],
      [-20, 88],
    ],
    halfWidth: 2.6,
    ...both(lane),
  },
  {
    name: 'Lange Nieuwstraat',
    points: [
      [-20, 90],
      [34, 94],
      [82, 88],
      [144, 94],
      [205, 86],
      [260, 92],
    ],
    halfWidth: 3.2,
    ...both(lane),
  },
  {
    name: 'Noorderdwarsstraat',
    points: [
      [-180, 150],
      [-150, 148],
      [-88, 156],
      [-14, 148],
      [40, 154],
      [92, 150],
      [150, 158],
      [220, 150],
    ],
    halfWidth: 2.8,
    ...both(lane),
  },
  {
    name: 'Zuiderdwarsstraat',
    points: [
      [-270, -62],
      [-214, -54],
      [-156, -60],
      [-96, -52],
      [-62, -56],
    ],
    halfWidth: 2.8,
    ...both(lane),
  },
  {
    name: 'Smedenstraat',
    points: [
      [17, -84],
      [50, -80],
      [80, -84],
      [142, -76],
      [206, -82],
      [270, -76],
    ],
    halfWidth: 2.8,
    ...both(lane),
  },
  {
    name: 'Zeilmakersstraat',
    points: [
      [-30, -150],
      [12, -148],
      [50, -144],
      [84, -150],
      [145, -140],
      [220, -146],
    ],
    halfWidth: 2.6,
    ...both(lane),
  },
  {
    name: 'Noordersteeg',
    points: [
      [-26, 198],
      [30, 196],
      [96, 204],
      [150, 196],
    ],
    halfWidth: 2,
    ...both(lane),
  },
];

/** Quays on both sides of the harbour. */
const QUAYS: readonly OldStreet[] = [
  {
    name: 'Havenkade',
    points: [...shifted(HARBOUR, HARBOUR_HALF_WIDTH + 5).slice(5), [-34, -84]],
    halfWidth: 5,
    left: old,
  },
  {
    name: 'Zuiderkade',
    points: [...shifted(HARBOUR, -HARBOUR_HALF_WIDTH - 5).slice(7), [-34, -84]],
    halfWidth: 5,
    right: old,
  },
];

const ringPart = (ring: Ring, from: number, to: number): Line =>
  ringBetween(ring, polar([0, 0], from, 260), polar([0, 0], to, 260));

/** Lanes along the moat, and the streets on its other side that look over it. */
function alongTheMoat(): OldStreet[] {
  const { villa, radial } = STYLES;
  const walls = [
    ['Molenwal', 96, 180],
    ['Westerwal', 182, 217],
    ['Zuiderwal', 233, 270],
    ['Oosterwal', 271, 364],
    ['Noorderwal', 4, 93],
  ] as const;
  const singels = [
    ['Noordersingel', 6, 46, villa],
    ['Stationssingel', 48, 93, villa],
    ['Plantsoensingel', 95, 135, villa],
    ['Westersingel', 137, 181, villa],
    ['Havensingel', 183, 219, radial],
    ['Zuidersingel', 231, 270, radial],
    ['Meersingel', 272, 317, villa],
    ['Oostersingel', 319, 363, radial],
  ] as const;
  return [
    ...walls.map(([name, from, to]) => ({
      name,
      points: ringPart(WALL, from, to),
      halfWidth: 3.2,
      left: lane,
    })),
    ...singels.map(([name, from, to, style]) => ({
      name,
      points: ringPart(SINGEL, from, to),
      halfWidth: 5.5,
      right: style,
    })),
  ];
}

/** A street as far as the lane inside the moat, unless it goes out of a gate; a quay stops it too. */
function cutOff(street: OldStreet): Line {
  const line = smooth(street.points, 9);
  if (street.gate || street.name.endsWith('kade')) return line;
  const inside = pieces(line, WALL, true)[0] ?? line;
  const end = inside.at(-1)!;
  const quay = nearest(HARBOUR, end);
  return quay.distance < HARBOUR_HALF_WIDTH + 4 ? part(inside, 0, Math.max(20, lengthTo(inside))) : inside;
}

function lengthTo(line: Line): number {
  let metres = 0;
  for (let index = 1; index < line.length; index += 1) {
    if (nearest(HARBOUR, line[index]!).distance < HARBOUR_HALF_WIDTH + 5) return metres;
    metres += Math.hypot(line[index]![0] - line[index - 1]![0], line[index]![1] - line[index - 1]![1]);
  }
  return metres;
}

/** Every street of the old town and around its moat. */
export function oldTownStreets(): StreetPlan[] {
  return [...STREETS.slice(0, 5), ...QUAYS, ...STREETS.slice(5)]
    .map(street => ({ ...street, points: cutOff(street) }))
    .concat(alongTheMoat())
    .map(({ points, roadClass, gate: _, ...street }) => ({
      ...street,
      quarter: 'Centrum',
      roadClass: roadClass ?? 'local',
      line: points,
    }));
}
