import { buildBackYards } from './build/back-yards.ts';
import { buildClosedRow } from './build/closed-row.ts';
import { buildGarages } from './build/garages.ts';
import { buildRows } from './build/rows.ts';
import { Ground } from './ground.ts';
import { NameGiver } from './names.ts';
import { type Farmland, layOutFarmland, POLDERS } from './plan/farmland.ts';
import { MOTORWAY, RAIL, SHORE } from './plan/frame.ts';
import { type Green, OOSTERPARK, type OpenSpace, planOpenSpace, SLOTPARK, verge } from './plan/green.ts';
import { MARKET, oldTownStreets } from './plan/old-town.ts';
import { type Place, settlePlaces } from './plan/places.ts';
import { pockets } from './plan/pockets.ts';
import { quarterStreets } from './plan/quarter-streets.ts';
import { planQuarters, type Quarter } from './plan/quarters.ts';
import { mainRoads } from './plan/roads.ts';
import { BRINK, VILLAGES, villageStreets } from './plan/villages.ts';
import { canalQuays, stopAtWater, takeWater } from './plan/water.ts';
import { planWorkAreas } from './plan/work-areas.ts';
import { type Line, shrunk } from './plane/line.ts';
import { contains, disc, type Ring } from './plane/ring.ts';
import { createRandom } from './random.ts';
import type { StreetPlan, Structure } from './structure.ts';

/** Everything that lies on the ground, in plan coordinates, before it has names and uses. */
export interface Layout {
  streets: StreetPlan[];
  structures: Structure[];
  quarters: Quarter[];
  places: Place[];
  green: Green[];
  ponds: OpenSpace['ponds'];
  paths: Line[];
  ditches: Line[];
}

/** Metres from the market within which there is land all around. */
const ASHORE = 2400;

/** Share of a quarter that is kept green, by how it was laid out. */
const GREEN_SHARE = { blocks: 0.19, estate: 0.25, courts: 0.2, work: 0.03 };
const LAWN = { length: [30, 100], depth: [26, 46] } as const;

/** Ditches around the estates, a stroke inside the roads. */
function ditchesAround(quarters: readonly Quarter[]): Line[] {
  return quarters.flatMap(({ surround }) => {
    const ring = surround === undefined ? [] : shrunk(surround, 7);
    return ring.length === 0 ? [] : [[...ring, ring[0]!]];
  });
}

function layOutStreets(seed: number, quarters: readonly Quarter[]): StreetPlan[] {
  const roads = mainRoads();
  // Nobody turns off a motorway or a slip road, which has no name, into a quarter.
  const lines = roads
    .filter(road => road.name !== '' && road.roadClass !== 'motorway')
    .map(road => road.line);
  const grown = [...oldTownStreets(), ...roads, ...canalQuays()];
  const names = new NameGiver();
  for (const street of grown) names.claim(street.name);
  const local = quarters.flatMap(quarter =>
    quarterStreets(quarter, lines, names, createRandom(seed, `streets ${quarter.name}`)),
  );
  return [...grown, ...stopAtWater([...local, ...villageStreets()])];
}

function takeGround(streets: readonly StreetPlan[], space: OpenSpace, ditches: readonly Line[]): Ground {
  const ground = new Ground();
  takeWater(ground);
  ground.takeLine(RAIL, 12, 'rail');
  ground.takeLine(MOTORWAY, 24, 'road');
  ground.take(MARKET, 'road');
  for (const street of streets) ground.takeLine(street.line, street.halfWidth, 'road');
  for (const ring of space.kept) ground.take(ring, 'green');
  for (const pond of space.ponds) ground.takeArea(pond.ring, 'water');
  for (const park of [OOSTERPARK, SLOTPARK]) ground.takeLine([...park, park[0]!], 4, 'green');
  for (const ditch of ditches) ground.takeLine(ditch, 1.8, 'water');
  return ground;
}

/** Lawns and courts of garages, quarter by quarter. */
function keepLawns(
  seed: number,
  ground: Ground,
  quarters: readonly Quarter[],
): { lawns: Green[]; garages: Structure[] } {
  const found = { lawns: [] as Green[], garages: [] as Structure[] };
  for (const quarter of quarters) {
    const random = createRandom(seed, `green ${quarter.name}`);
    const share = GREEN_SHARE[quarter.layout];
    for (const lawn of pockets(ground, quarter.ring, quarter.grain.angle, share, random, LAWN)) {
      const isCourt = quarter.layout === 'estate' && quarter.grain.bend < 20 && random.chance(0.34);
      if (isCourt) found.garages.push(...buildGarages(lawn.ring, quarter.name, random));
      else found.lawns.push(lawn);
    }
  }
  return found;
}

function build(seed: number, ground: Ground, streets: readonly StreetPlan[], structures: Structure[]): void {
  for (const street of streets) {
    const site = {
      ground,
      structures,
      random: createRandom(seed, `build ${street.quarter} ${street.line[0]}`),
    };
    for (const onLeft of [true, false]) {
      const style = onLeft ? street.left : street.right;
      if (style?.closed) buildClosedRow(site, street, style, onLeft);
      else if (style !== undefined) buildRows(site, street, style, onLeft);
    }
  }
  buildBackYards(structures, createRandom(seed, 'back yards'), 0.75);
}

function farm(seed: number, ground: Ground, quarters: readonly Quarter[], space: OpenSpace): Farmland {
  const closed: Ring[] = [
    ...quarters.map(quarter => quarter.ring),
    ...space.greens.map(green => green.ring),
    ...space.ponds.map(pond => pond.ring),
    disc([0, 0], 640, 40),
    ...VILLAGES.map(village => disc(village.centre, 130, 12)),
  ];
  const shore = shrunk(SHORE, 90);
  const farmland = layOutFarmland(ground, POLDERS, closed, createRandom(seed, 'farmland'));
  const within = (points: Line) =>
    points.every(point => Math.hypot(...point) < ASHORE || contains(shore, point));
  return {
    parcels: farmland.parcels.filter(parcel => within(parcel.ring)),
    ditches: farmland.ditches.filter(within),
  };
}

/**
 * Lays the town out: water first, then streets, then what was kept free, then the buildings along the
 * streets, each in a plot that fits in between its neighbours. The same seed gives the same town.
 */
export function layOut(seed: number): Layout {
  const space = planOpenSpace(createRandom(seed, 'open space'));
  const quarters = [...planQuarters(), ...planWorkAreas()];
  const streets = layOutStreets(seed, quarters);
  const moats = ditchesAround(quarters);
  const ground = takeGround(streets, space, moats);
  const sites = quarters
    .filter(quarter => quarter.layout !== 'work')
    .map(({ name, ring, grain }) => ({ quarter: name, ring, angle: grain.angle }));
  const places = settlePlaces(ground, sites, createRandom(seed, 'places'));
  const { lawns, garages } = keepLawns(seed, ground, quarters);
  const structures: Structure[] = places.map(place => ({
    ...place,
    street: null,
    side: 'odd',
    along: 0,
    frontage: 0,
  }));
  structures.push(...garages);
  build(seed, ground, streets, structures);
  const { parcels, ditches } = farm(seed, ground, quarters, space);
  const verges = quarters.flatMap(({ surround, ring }) =>
    surround === undefined ? [] : [verge(surround, ring)],
  );
  return {
    streets,
    structures,
    quarters,
    places,
    ponds: space.ponds,
    paths: space.paths,
    green: [
      ...parcels,
      ...verges,
      ...space.greens,
      ...lawns,
      { ring: BRINK, holes: [], greenClass: 'park', name: 'Brink' },
    ],
    ditches: [...ditches, ...moats],
  };
}
