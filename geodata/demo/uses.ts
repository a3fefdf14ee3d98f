import type { FunctionCode } from '../vocabulary/function.ts';
import { INNER_RING, MOAT } from './plan/frame.ts';
import type { Point } from './plane/point.ts';
import { areaOf, contains, middleOf } from './plane/ring.ts';
import type { Random } from './random.ts';
import type { Structure } from './structure.ts';

/** A part of a building with a use of its own: it becomes a premises with an address. */
export interface Unit {
  structure: Structure;
  use: FunctionCode;
  /** Whole m2. */
  floorArea: number;
  storey: number;
  /** Shares the house number of the unit before it and gets a letter. */
  lettered: boolean;
  name: string | null;
  /** Where it stands, for figures and stories: the zone of the old town's shops and so on. */
  zone: Zone;
}

/** Part of the town in which a unit's luck is alike. */
export type Zone =
  | 'core'
  | 'edge'
  | 'approach'
  | 'neighbourhood'
  | 'village'
  | 'scattered'
  | 'office-park'
  | 'work'
  | 'homes';

/** Streets of the old town by how many people pass: 1 is the market. */
const FOOTFALL: Record<string, number> = {
  Markt: 1,
  Marktstraat: 0.92,
  Havenstraat: 0.95,
  Westerstraat: 0.82,
  Oosterstraat: 0.74,
  Breestraat: 0.72,
  Nieuwstraat: 0.62,
  Zuiderstraat: 0.56,
  Havenkade: 0.6,
  Zuiderkade: 0.5,
  Kerkstraat: 0.5,
  Turfmarkt: 0.42,
  'Lange Nieuwstraat': 0.52,
  Vissersstraat: 0.4,
  Smedenstraat: 0.34,
  Stationsweg: 0.98,
};

const isInOldTown = (point: Point): boolean => contains(MOAT, point);

/** Streets on the way into the old town that lost most of their shoppers. */
export const EDGE_STREET = 'Oosterstraat';
export const APPROACH_STREET = 'Stationsweg';

/** How much a ground floor wants to be a shop: footfall of the street, less with distance from the market. */
function pull(structure: Structure, random: Random): number {
  const street = structure.street?.name ?? '';
  const away = Math.hypot(...middleOf(structure.ring));
  return (FOOTFALL[street] ?? 0.12) - away / 1100 + random.between(-0.09, 0.09);
}

/** Uses of ground floors in the centre: how many of each there are in all. */
const CENTRE_QUOTA: readonly (readonly [FunctionCode, number])[] = [
  ['retail', 220],
  ['hospitality', 88],
  ['services', 80],
  ['culture', 6],
];

/** What a ground floor becomes: the street decides the odds, the quota what is left. */
function draw(street: string, left: Map<FunctionCode, number>, random: Random): FunctionCode {
  const odds = (use: FunctionCode): number => {
    if ((left.get(use) ?? 0) <= 0) return 0;
    const isTerrace = street === 'Markt' || street.endsWith('kade');
    if (use === 'hospitality') return isTerrace ? 2.2 : 0.8;
    if (use === 'retail') return isTerrace ? 1.2 : 2.4;
    if (use === 'services') return isTerrace ? 0.4 : 0.8;
    return 0.06;
  };
  const uses = CENTRE_QUOTA.map(([use]) => use);
  let pick = random.next() * uses.reduce((sum, use) => sum + odds(use), 0);
  for (const use of uses) {
    pick -= odds(use);
    if (pick < 0) return use;
  }
  return uses.find(use => (left.get(use) ?? 0) > 0) ?? 'retail';
}

/** Zone of a shop or café in the centre. */
function centreZone(structure: Structure): Zone {
  if (structure.street?.name === APPROACH_STREET) return 'approach';
  return structure.street?.name === EDGE_STREET && middleOf(structure.ring)[0] > 84 ? 'edge' : 'core';
}

/** Ground floors of the centre with the use that each gets, the busiest first. */
export function centreUses(
  structures: readonly Structure[],
  random: Random,
): Map<Structure, { use: FunctionCode; zone: Zone }> {
  const candidates = structures
    .filter(structure => structure.kind === 'town-house' && structure.street !== null)
    .filter(structure => {
      const middle = middleOf(structure.ring);
      return (
        isInOldTown(middle) || (structure.street!.name === APPROACH_STREET && Math.hypot(...middle) < 640)
      );
    })
    .map(structure => ({ structure, pull: pull(structure, random) }))
    .sort((a, b) => b.pull - a.pull);
  const left = new Map(CENTRE_QUOTA);
  const total = CENTRE_QUOTA.reduce((sum, [, count]) => sum + count, 0);
  const given = new Map<Structure, { use: FunctionCode; zone: Zone }>();
  for (const { structure } of candidates.slice(0, total)) {
    const use = draw(structure.street!.name, left, random);
    left.set(use, (left.get(use) ?? 0) - 1);
    given.set(structure, { use, zone: centreZone(structure) });
  }
  return given;
}

/** Whether a structure stands on one of the roads out of the town, inside the ring street. */
export const onOldRoad = (structure: Structure): boolean =>
  structure.street?.quarter === 'Uitvalswegen' && contains(INNER_RING, middleOf(structure.ring));

/** Footprint in whole m2. */
export const footprint = (structure: Structure): number => Math.round(Math.abs(areaOf(structure.ring)));
