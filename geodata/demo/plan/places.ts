import type { Ground } from '../ground.ts';
import { add, left, type Point, polar, scale } from '../plane/point.ts';
import { boxOf, contains, counterClockwise, type Ring, rectangle } from '../plane/ring.ts';
import type { Random } from '../random.ts';
import type { StructureKind } from '../structure.ts';
import { VILLAGES } from './villages.ts';

/** A building that every town has one or a few of, with a plot of its own. */
export interface Place {
  key:
    | 'church'
    | 'town-hall'
    | 'department-store'
    | 'station'
    | 'school'
    | 'supermarket'
    | 'parade'
    | 'care'
    | 'sports'
    | 'culture';
  name: string;
  kind: StructureKind;
  ring: Ring;
  plot: Ring;
  storeys: number;
  year: number;
  quarter: string;
}

type Corners = readonly (readonly [number, number])[];

/** Outlines in metres around their own middle. */
const SHAPES = {
  church: [
    [-22, -7],
    [-4, -7],
    [-4, -12],
    [5, -12],
    [5, -7],
    [17, -7],
    [22, -3],
    [22, 3],
    [17, 7],
    [5, 7],
    [5, 12],
    [-4, 12],
    [-4, 7],
    [-22, 7],
  ],
  chapel: [
    [-12, -5],
    [9, -5],
    [12, -2],
    [12, 2],
    [9, 5],
    [-12, 5],
  ],
  hall: [
    [-12, -10],
    [12, -10],
    [12, 10],
    [4, 10],
    [4, 6],
    [-4, 6],
    [-4, 10],
    [-12, 10],
  ],
  store: [
    [-19.5, -35],
    [19.5, -35],
    [19.5, 35],
    [-19.5, 35],
  ],
  station: [
    [-28, -5],
    [-9, -5],
    [-9, -7],
    [9, -7],
    [9, -5],
    [28, -5],
    [28, 5],
    [-28, 5],
  ],
  school: [
    [-24, -16],
    [-12, -16],
    [-12, 2],
    [2, 2],
    [2, -12],
    [14, -12],
    [14, 2],
    [24, 2],
    [24, 14],
    [-24, 14],
  ],
  supermarket: [
    [-24, -16],
    [24, -16],
    [24, 12],
    [8, 12],
    [8, 16],
    [-24, 16],
  ],
  parade: [
    [-40, -9],
    [40, -9],
    [40, 9],
    [-40, 9],
  ],
  care: [
    [-28, -15],
    [28, -15],
    [28, -3],
    [6, -3],
    [6, 15],
    [-6, 15],
    [-6, -3],
    [-28, -3],
  ],
  sports: [
    [-24, -15],
    [24, -15],
    [24, 15],
    [10, 15],
    [10, 19],
    [-10, 19],
    [-10, 15],
    [-24, 15],
  ],
} as const satisfies Record<string, Corners>;

const turned = (corners: Corners, centre: Point, angle: number): Ring => {
  const along = polar([0, 0], angle, 1);
  return counterClockwise(corners.map(([u, v]) => add(centre, add(scale(along, u), scale(left(along), v)))));
};

interface Wish {
  key: Place['key'];
  name: string;
  kind: StructureKind;
  shape: keyof typeof SHAPES;
  at: Point;
  angle: number;
  /** Free ground around the building. */
  around: number;
  storeys: number;
  year: number;
  quarter: string;
  /** It must lie within. */
  within?: Ring;
}

/** Nearest free ground to where a building is wished, in widening circles; null when there is none within `reach`. */
function settle(wish: Wish, ground: Ground, reach: number): Place | null {
  const [west, south, east, north] = boxOf(SHAPES[wish.shape].map(([x, y]) => [x, y] as const));
  const along = polar([0, 0], wish.angle, 1);
  for (let radius = 0; radius <= reach; radius += 2)
    for (let turn = 0; turn < (radius === 0 ? 1 : 12); turn += 1) {
      const centre = polar(wish.at, turn * 30, radius);
      const middle = add(
        centre,
        add(scale(along, (west + east) / 2), scale(left(along), (south + north) / 2)),
      );
      const plot = rectangle(middle, along, east - west + wish.around * 2, north - south + wish.around * 2);
      const isInside = wish.within === undefined || plot.every(point => contains(wish.within!, point));
      if (!isInside || !ground.isFree(plot)) continue;
      ground.take(plot, 'plot');
      const { key, name, kind, storeys, year, quarter } = wish;
      return {
        key,
        name,
        kind,
        storeys,
        year,
        quarter,
        plot,
        ring: turned(SHAPES[wish.shape], centre, wish.angle),
      };
    }
  return null;
}

const centre = { quarter: 'Centrum', around: 1.5 };

const WISHES: readonly Wish[] = [
  {
    ...centre,
    key: 'department-store',
    name: 'Warenhuis De Waard',
    kind: 'shop-hall',
    shape: 'store',
    at: [55, -43],
    angle: 0,
    storeys: 3,
    year: 1964,
    around: 0.4,
  },
  {
    ...centre,
    key: 'church',
    name: 'Grote Kerk',
    kind: 'church',
    shape: 'church',
    at: [-58, 46],
    angle: 4,
    storeys: 1,
    year: 1478,
  },
  {
    ...centre,
    key: 'town-hall',
    name: 'Stadhuis',
    kind: 'public',
    shape: 'hall',
    at: [48, 26],
    angle: 92,
    storeys: 3,
    year: 1652,
    around: 0.6,
  },
  {
    ...centre,
    key: 'church',
    name: 'Lutherse kerk',
    kind: 'church',
    shape: 'chapel',
    at: [118, 120],
    angle: 84,
    storeys: 1,
    year: 1701,
  },
  {
    ...centre,
    key: 'culture',
    name: 'Theater De Zeilloods',
    kind: 'public',
    shape: 'hall',
    at: [-126, -92],
    angle: 38,
    storeys: 2,
    year: 1898,
  },
  {
    ...centre,
    key: 'culture',
    name: 'Museum Markerhaven',
    kind: 'public',
    shape: 'hall',
    at: [178, -40],
    angle: 88,
    storeys: 2,
    year: 1771,
  },
  {
    ...centre,
    key: 'supermarket',
    name: 'Supermarkt Centrum',
    kind: 'shop-hall',
    shape: 'supermarket',
    at: [112, -118],
    angle: 84,
    storeys: 1,
    year: 1987,
  },
  {
    key: 'station',
    name: 'Station Markerhaven',
    kind: 'public',
    shape: 'station',
    at: [-42, 692],
    angle: 4,
    storeys: 2,
    year: 1884,
    quarter: 'Stationskwartier',
    around: 1,
  },
  {
    key: 'sports',
    name: 'Sporthal De Noordkant',
    kind: 'public',
    shape: 'sports',
    at: [-700, 400],
    angle: 8,
    storeys: 1,
    year: 1976,
    quarter: 'Sportpark',
    around: 6,
  },
  {
    key: 'sports',
    name: 'Zwembad De Golf',
    kind: 'public',
    shape: 'sports',
    at: [-690, 330],
    angle: 8,
    storeys: 1,
    year: 1982,
    quarter: 'Sportpark',
    around: 6,
  },
  ...VILLAGES.map(village => ({
    key: 'church' as const,
    name: `Kerk ${village.name}`,
    kind: 'church' as const,
    shape: 'chapel' as const,
    at: village.church,
    angle: village.angle,
    storeys: 1,
    year: 1662,
    quarter: village.name,
    around: 4,
  })),
];

/** One building of a kind for a quarter, near its middle. */
export interface QuarterWish {
  quarter: string;
  ring: Ring;
  angle: number;
}

const inQuarter = (quarter: QuarterWish, random: Random): Point => {
  const [west, south, east, north] = boxOf(quarter.ring);
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const point: Point = [random.between(west, east), random.between(south, north)];
    if (contains(quarter.ring, point)) return point;
  }
  return [(west + east) / 2, (south + north) / 2];
};

const middleOfQuarter = ({ ring }: QuarterWish): Point => {
  const [west, south, east, north] = boxOf(ring);
  return [(west + east) / 2, (south + north) / 2];
};

/** Two shopping parades with a supermarket, in quarters far from the old town. */
function neighbourhoodCentre(quarter: QuarterWish, name: string, year: number): Wish[] {
  const at = middleOfQuarter(quarter);
  const common = { quarter: quarter.quarter, angle: quarter.angle, year, storeys: 2 };
  return [
    {
      ...common,
      key: 'supermarket',
      name: `Supermarkt ${name}`,
      kind: 'shop-hall',
      shape: 'supermarket',
      at,
      around: 5,
      storeys: 1,
    },
    {
      ...common,
      key: 'parade',
      name,
      kind: 'flats',
      shape: 'parade',
      at: add(at, polar([0, 0], quarter.angle, 70)),
      around: 4,
      storeys: 3,
    },
    {
      ...common,
      key: 'parade',
      name,
      kind: 'flats',
      shape: 'parade',
      at: add(at, polar([0, 0], quarter.angle + 180, 80)),
      around: 4,
      storeys: 3,
    },
  ];
}

/** Every such building that found ground, the most important first. */
export function settlePlaces(ground: Ground, quarters: readonly QuarterWish[], random: Random): Place[] {
  const wishes: Wish[] = [...WISHES];
  const named = (name: string) => quarters.find(quarter => quarter.quarter === name);
  const [north, south] = [named('Componistenwijk'), named('Schilderswijk')];
  if (north !== undefined) wishes.push(...neighbourhoodCentre(north, 'Winkelcentrum Mozarthof', 1972));
  if (south !== undefined) wishes.push(...neighbourhoodCentre(south, 'Winkelcentrum Penseel', 1974));
  for (const quarter of quarters) {
    const common = {
      quarter: quarter.quarter,
      angle: quarter.angle + 180 * random.whole(0, 1),
      around: 7,
      within: quarter.ring,
    };
    wishes.push({
      ...common,
      key: 'school',
      name: `Basisschool ${quarter.quarter}`,
      kind: 'school',
      shape: 'school',
      at: inQuarter(quarter, random),
      storeys: 1,
      year: random.whole(1958, 2009),
    });
    if (random.chance(0.6))
      wishes.push({
        ...common,
        key: 'care',
        name: `Zorgcentrum ${quarter.quarter}`,
        kind: 'public',
        shape: 'care',
        at: inQuarter(quarter, random),
        storeys: 4,
        year: random.whole(1966, 2012),
      });
  }
  return wishes.map(wish => settle(wish, ground, 170)).filter(place => place !== null);
}
