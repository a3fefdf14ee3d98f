import type { FunctionCode } from '../vocabulary/function.ts';
import { BOX_WIDTH } from './build/garages.ts';
import { doorName } from './door-names.ts';
import type { Layout } from './layout.ts';
import type { Place } from './plan/places.ts';
import { VILLAGES } from './plan/villages.ts';
import { distance } from './plane/point.ts';
import { middleOf } from './plane/ring.ts';
import { createRandom, type Random } from './random.ts';
import type { Structure } from './structure.ts';
import { centreUses, footprint, onOldRoad, type Unit, type Zone } from './uses.ts';

/** Whole m2 of usable floor, at least one. */
const floor = (value: number): number => Math.max(1, Math.round(value));

type Given = Map<Structure, { use: FunctionCode; zone: Zone }>;

/** What the units of the town are made from. */
interface Sources {
  random: Random;
  given: Given;
  /** Homes above shops that are offices instead. */
  upperOffices: { left: number };
}

const unit = (
  structure: Structure,
  use: FunctionCode,
  floorArea: number,
  storey: number,
  rest: Partial<Unit> = {},
): Unit => ({
  structure,
  use,
  floorArea: floor(floorArea),
  storey,
  lettered: false,
  name: null,
  zone: use === 'housing' ? 'homes' : 'scattered',
  ...rest,
});

/** Shop, café or practice on the ground floor; homes or an office above it. */
function mixedHouse(
  structure: Structure,
  { use, zone }: { use: FunctionCode; zone: Zone },
  from: Sources,
): Unit[] {
  const { random } = from;
  const ground = footprint(structure);
  const units = [
    unit(structure, use, Math.max(26, ground * random.between(0.72, 0.9)), 0, {
      zone,
      name: doorName(use, random),
    }),
  ];
  if (structure.storeys < 2) return units;
  const above = ground * (structure.storeys - 1) * 0.72;
  if (from.upperOffices.left > 0 && zone !== 'scattered' && random.chance(0.12)) {
    from.upperOffices.left -= 1;
    return [
      ...units,
      unit(structure, 'office', Math.min(above, 240), 1, {
        lettered: true,
        name: doorName('office', random),
      }),
    ];
  }
  if (!random.chance(0.82)) return units;
  const homes = above > 150 ? 2 : 1;
  for (let home = 0; home < homes; home += 1)
    units.push(unit(structure, 'housing', Math.min(above / homes, 130), home + 1, { lettered: true }));
  return units;
}

function house(structure: Structure, random: Random): Unit[] {
  const area = Math.min(footprint(structure) * structure.storeys * 0.84, 260);
  const split =
    structure.kind === 'town-house' && structure.storeys > 2 && random.chance(0.34)
      ? 3
      : structure.kind === 'town-house' && area > 150 && random.chance(0.3)
        ? 2
        : 1;
  return Array.from({ length: split }, (_, index) =>
    unit(structure, 'housing', area / split, index, { lettered: index > 0 }),
  );
}

/** Flats: so many per floor, each with a number of its own. */
function flats(structure: Structure, random: Random, first = 0): Unit[] {
  const size = structure.storeys > 4 ? random.between(62, 74) : random.between(52, 66);
  const perFloor = Math.max(2, Math.floor((footprint(structure) * 0.86) / size));
  const floors = structure.storeys - first;
  return Array.from({ length: perFloor * floors }, (_, index) =>
    unit(structure, 'housing', size * random.between(0.86, 1.12), first + Math.floor(index / perFloor)),
  );
}

/** Workshops and halls: the larger ones hold several firms. */
function hall(structure: Structure, random: Random): Unit[] {
  const area = footprint(structure);
  const firms = area > 2600 ? random.whole(2, 6) : area > 900 ? random.whole(3, 7) : random.whole(1, 5);
  return Array.from({ length: firms }, () => {
    const use: FunctionCode = random.chance(0.08) ? 'office' : 'business';
    return unit(structure, use, (area / firms) * random.between(0.8, 1.1), 0, {
      zone: 'work',
      name: doorName(use, random),
    });
  });
}

function office(structure: Structure, random: Random): Unit[] {
  const tenants = random.whole(5, 9);
  const area = footprint(structure) * structure.storeys * 0.88;
  return Array.from({ length: tenants }, (_, index) =>
    unit(
      structure,
      'office',
      (area / tenants) * random.between(0.6, 1.4),
      Math.floor((index * structure.storeys) / tenants),
      {
        zone: 'office-park',
        name: doorName('office', random),
      },
    ),
  );
}

const PLACE_USE: Partial<Record<Place['key'], FunctionCode>> = {
  church: 'community',
  'town-hall': 'community',
  school: 'community',
  care: 'community',
  sports: 'culture',
  culture: 'culture',
  station: 'community',
  supermarket: 'retail',
  'department-store': 'retail',
};

/** Parade of a neighbourhood: a row of shops below, flats above. */
function parade(structure: Structure, random: Random): Unit[] {
  const uses: FunctionCode[] = [
    'retail',
    'retail',
    'services',
    'retail',
    'hospitality',
    'retail',
    'retail',
    'services',
  ];
  const shops = uses.map(use =>
    unit(structure, use, (footprint(structure) / uses.length) * random.between(0.75, 1), 0, {
      zone: 'neighbourhood',
      name: doorName(use, random),
    }),
  );
  return [...shops, ...flats(structure, random, 1)];
}

function placeUnits(structure: Structure, place: Place, random: Random): Unit[] {
  if (place.key === 'parade') return parade(structure, random);
  const use = PLACE_USE[place.key] ?? 'other';
  const zone: Zone =
    place.key === 'supermarket' && place.quarter !== 'Centrum'
      ? 'neighbourhood'
      : place.quarter === 'Centrum'
        ? 'core'
        : 'scattered';
  const floorArea = place.key === 'department-store' ? 8000 : footprint(structure) * structure.storeys * 0.86;
  return [unit(structure, use, floorArea, 0, { zone, name: place.name })];
}

function unitsOf(structure: Structure, from: Sources): Unit[] {
  const { random } = from;
  const given = from.given.get(structure);
  if (given !== undefined) return mixedHouse(structure, given, from);
  switch (structure.kind) {
    case 'town-house':
    case 'house':
      return house(structure, random);
    case 'flats':
      return flats(structure, random);
    case 'hall':
      return hall(structure, random);
    case 'office':
      return office(structure, random);
    case 'farm':
      return [
        unit(structure, 'housing', Math.min(footprint(structure) * 0.7, 320), 0),
        ...(random.chance(0.4)
          ? [unit(structure, 'other', footprint(structure) * 0.5, 0, { lettered: true })]
          : []),
      ];
    case 'garages':
      return Array.from({ length: Math.round(structure.frontage / BOX_WIDTH) }, () =>
        unit(structure, 'other', 16, 0),
      );
    default:
      return [];
  }
}

/** Shops, cafés and practices along the old roads: what a town of this size has outside its centre. */
const SCATTERED: readonly (readonly [FunctionCode, number])[] = [
  ['retail', 116],
  ['hospitality', 42],
  ['services', 62],
  ['office', 75],
  ['community', 16],
  ['culture', 4],
];

function scatter(structures: readonly Structure[], given: Given, random: Random): void {
  const free = random.shuffled(
    structures.filter(
      structure => structure.kind === 'town-house' && onOldRoad(structure) && !given.has(structure),
    ),
  );
  const villas = random.shuffled(
    structures.filter(structure => structure.kind === 'house' && onOldRoad(structure)),
  );
  const uses = random.shuffled(SCATTERED.flatMap(([use, count]) => Array.from({ length: count }, () => use)));
  for (const use of uses) {
    const structure =
      (use === 'office' || use === 'community' ? villas.pop() : undefined) ?? free.pop() ?? villas.pop();
    if (structure !== undefined) given.set(structure, { use, zone: 'scattered' });
  }
}

/** Facilities of a village, in the houses nearest to its church. */
const VILLAGE_USES: readonly FunctionCode[] = [
  'retail',
  'hospitality',
  'retail',
  'services',
  'retail',
  'community',
  'retail',
  'hospitality',
  'services',
  'retail',
  'retail',
  'services',
];

function settleVillages(structures: readonly Structure[], given: Given): void {
  for (const village of VILLAGES)
    structures
      .filter(structure => structure.kind === 'house' && structure.quarter === village.name)
      .map(structure => ({ structure, away: distance(middleOf(structure.ring), village.church) }))
      .sort((a, b) => a.away - b.away)
      .slice(0, VILLAGE_USES.length)
      .forEach(({ structure }, index) => {
        given.set(structure, { use: VILLAGE_USES[index]!, zone: 'village' });
      });
}

/** Large shops at the motorway: furniture, garden, building materials. */
const LARGE_SHOPS = 30;

function largeShops(units: Unit[]): void {
  units
    .filter(
      ({ structure, use }) =>
        structure.quarter === 'De Wissel' && use === 'business' && middleOf(structure.ring)[1] > -330,
    )
    .slice(0, LARGE_SHOPS)
    .forEach(shop => {
      shop.use = 'retail';
      shop.zone = 'work';
      shop.name = shop.name?.replace(/^\S+/, 'Wooncentrum') ?? null;
    });
}

/** The smallest shops of the centre are kiosks and stalls of less than 25 m2, which the list does not visit. */
const KIOSKS = 25;

function shrinkKiosks(units: readonly Unit[], random: Random): void {
  units
    .filter(
      ({ use, zone, storey }) =>
        use === 'retail' && storey === 0 && (zone === 'core' || zone === 'edge' || zone === 'approach'),
    )
    .sort((a, b) => a.floorArea - b.floorArea)
    .slice(0, KIOSKS)
    .forEach(kiosk => {
      kiosk.floorArea = random.whole(12, 24);
    });
}

/** Every part of every building that has a use of its own, building by building. */
export function planUnits(seed: number, layout: Layout): Unit[] {
  const random = createRandom(seed, 'uses');
  const given = centreUses(layout.structures, random);
  scatter(layout.structures, given, random);
  settleVillages(layout.structures, given);
  const places = new Map(layout.places.map(place => [place.ring, place]));
  const from: Sources = { random, given, upperOffices: { left: 45 } };
  const units = layout.structures.flatMap(structure => {
    const place = places.get(structure.ring);
    return place === undefined ? unitsOf(structure, from) : placeUnits(structure, place, random);
  });
  largeShops(units);
  shrinkKiosks(units, random);
  return units;
}
