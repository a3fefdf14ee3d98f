import { STYLES } from '../build/styles.ts';
import { type Line, lengthOf, meetings, nearest, part, shrunk, smooth, stationAt } from '../plane/line.ts';
import { add, left, type Point, polar, scale } from '../plane/point.ts';
import type { BuildingStyle, StreetPlan } from '../structure.ts';
import { INNER_RING, MOTORWAY, RING_ROAD, ringBetween, SHORE, WAYS, type Way, wayBetween } from './frame.ts';

interface WayStreet {
  way: Exclude<Way, 'canal'>;
  /** Names inside the inner ring, up to the ring road, and beyond it. */
  names: readonly [string, string, string];
  /** What is built along the first and second part. */
  first: BuildingStyle;
  second?: BuildingStyle;
}

const { radial, villa, garden, postwar, farm, ribbon } = STYLES;

const WAY_STREETS: readonly WayStreet[] = [
  { way: 'east', names: ['Oosterweg', 'Oosterweg', 'Snelwegweg'], first: radial, second: garden },
  { way: 'north-east', names: ['Lutjewaarderweg', 'Lutjewaarderweg', 'Lutjewaarderdijk'], first: radial },
  { way: 'station', names: ['Stationsweg', 'Stationsweg', 'Stationsweg'], first: radial },
  { way: 'north', names: ['Molenweg', 'Noorderweg', 'Noorderweg'], first: villa },
  { way: 'west', names: ['Westerweg', 'Westerweg', 'Gouwdijkerweg'], first: villa, second: villa },
  { way: 'south', names: ['Zuiderweg', 'Zuiderweg', 'Zuiderweg'], first: radial, second: postwar },
  { way: 'south-east', names: ['Meerweg', 'Meerweg', 'Meerweg'], first: radial, second: garden },
];

/** Roads out of the town; the last part runs on to the shore through open land. */
function ways(): StreetPlan[] {
  return WAY_STREETS.flatMap(({ way, names, first, second }) => {
    const common = { quarter: 'Uitvalswegen', roadClass: 'main' as const };
    const plans: StreetPlan[] = [
      {
        ...common,
        name: names[0],
        line: wayBetween(way, null, INNER_RING),
        halfWidth: 6.5,
        left: first,
        right: first,
      },
    ];
    if (way === 'station') return plans.map(plan => ({ ...plan, line: wayBetween(way, null, null) }));
    plans.push({
      ...common,
      name: names[1],
      line: wayBetween(way, INNER_RING, RING_ROAD),
      halfWidth: 9,
      ...(second && { left: second, right: second }),
    });
    plans.push(
      ...countryRoad(names[2], wayBetween(way, RING_ROAD, null)).map(plan => ({ ...common, ...plan })),
    );
    return plans;
  });
}

/** Road through open land: a farm here and there, and a village street where it passes through one. */
function countryRoad(
  name: string,
  line: Line,
): Pick<StreetPlan, 'name' | 'line' | 'halfWidth' | 'left' | 'right' | 'quarter'>[] {
  const farms: BuildingStyle = { ...farm, open: 0.72, gap: [20, 90] };
  const road = (part: Line, style = farms) => ({
    name,
    quarter: 'Buitengebied',
    line: part,
    halfWidth: 9,
    left: style,
    right: style,
  });
  if (name !== 'Lutjewaarderdijk') return [road(line)];
  const [start, end] = [nearest(line, [1500, 1560]).along, nearest(line, [2010, 2160]).along];
  return [
    road(part(line, 0, start)),
    { ...road(part(line, start, end), ribbon), name: 'Dorpsstraat', quarter: 'Lutjewaard', halfWidth: 6 },
    { ...road(part(line, end, lengthOf(line))), name: 'Noordeinde' },
  ];
}

/** Road on the dike around the polder. */
function dikeRoad(): StreetPlan[] {
  const ring = shrunk(SHORE, 64);
  const names = ['Oosterdijk', 'Noorderdijk', 'Westerdijk', 'Zuiderdijk'];
  const farms: BuildingStyle = { ...farm, open: 0.9, gap: [40, 160] };
  return names.map((name, index) => {
    const [from, to] = [polar([0, 0], index * 90 - 40, 3000), polar([0, 0], index * 90 + 50, 3000)];
    return {
      name,
      quarter: 'Buitengebied',
      roadClass: 'local' as const,
      halfWidth: 7,
      line: ringBetween(ring, from, to),
      left: farms,
    };
  });
}

const RING_NAMES: readonly (readonly [Way, Way, string, string, BuildingStyle | undefined])[] = [
  ['east', 'north-east', 'Wilhelminalaan', 'Randweg Oost', radial],
  ['north-east', 'north', 'Spoorlaan', 'Randweg Noord', radial],
  ['north', 'west', 'Parklaan', 'Randweg West', villa],
  ['west', 'canal', 'Havenlaan', 'Randweg West', undefined],
  ['canal', 'south', 'Emmalaan', 'Randweg Zuid', garden],
  ['south', 'south-east', 'Julianalaan', 'Randweg Zuid', garden],
  ['south-east', 'east', 'Julianalaan', 'Randweg Oost', garden],
];

function rings(): StreetPlan[] {
  return RING_NAMES.flatMap(([from, to, inner, outer, style]) => {
    const meet = (ring: typeof INNER_RING, way: Way) => wayBetween(way, ring, null)[0]!;
    const along = (ring: typeof INNER_RING): Line => ringBetween(ring, meet(ring, from), meet(ring, to));
    return [
      {
        name: inner,
        quarter: 'Uitvalswegen',
        roadClass: 'main' as const,
        line: along(INNER_RING),
        halfWidth: 8,
        ...(style && { left: style }),
        ...(style && inner !== 'Spoorlaan' && { right: style }),
      },
      {
        name: outer,
        quarter: 'Uitvalswegen',
        roadClass: 'main' as const,
        line: along(RING_ROAD),
        halfWidth: 11,
      },
    ];
  });
}

/** Motorway and the four slip roads of its exit. */
function motorway(): StreetPlan[] {
  const plan = (
    line: Line,
    roadClass: StreetPlan['roadClass'],
    name: string,
    halfWidth: number,
  ): StreetPlan => ({
    name,
    quarter: 'Buitengebied',
    line,
    roadClass,
    halfWidth,
  });
  const exit = meetings(MOTORWAY, WAYS.east)[0]!;
  const middle = nearest(MOTORWAY, exit).along;
  const cross = nearest(WAYS.east, exit).along;
  const slips = [-1, 1].flatMap(side =>
    [-1, 1].map(end => {
      const beside = (metres: number, aside: number): Point => {
        const { point, along } = stationAt(MOTORWAY, middle + end * metres);
        return add(point, scale(left(along), -side * aside));
      };
      const foot = stationAt(WAYS.east, cross + side * 105).point;
      return plan(smooth([beside(520, 6), beside(330, 26), beside(150, 62), foot], 14), 'main', '', 7);
    }),
  );
  return [plan(MOTORWAY, 'motorway', 'A99', 22), ...slips];
}

/** Roads that hold the town together: out of the gates, around it, and past it. */
export function mainRoads(): StreetPlan[] {
  return [...ways(), ...rings(), ...motorway(), ...dikeRoad()];
}
