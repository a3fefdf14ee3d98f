import type { StyleName } from '../build/styles.ts';
import type { Theme } from '../names.ts';
import { densified, type Line, shrunk } from '../plane/line.ts';
import type { Point } from '../plane/point.ts';
import { polar } from '../plane/point.ts';
import { clip, counterClockwise, type Ring } from '../plane/ring.ts';
import { INNER_RING, RING_ROAD, SINGEL, sector, type Way } from './frame.ts';
import type { Grain } from './grid.ts';

/** A quarter: where it lies, when and how it was built, what its streets are named after. */
export interface Quarter {
  name: string;
  ring: Ring;
  /** Outline of the green around it, for an estate. */
  surround?: Ring;
  /**
   * How it is laid out: `blocks` runs its streets into the roads around it; `estate` keeps its distance from
   * them behind a collecting street; `courts` is a home zone with a loop and bent lanes; `work` is for trucks.
   */
  layout: 'blocks' | 'estate' | 'courts' | 'work';
  grain: Grain;
  /** The only street, where there is no more room. */
  spine?: Line;
  /** Ways of building along long streets and cross streets; one is drawn per street side. */
  long: readonly StyleName[];
  cross: readonly StyleName[];
  theme: Theme;
  /** Half of the room that a street takes. */
  halfWidth: number;
}

/** Part of a ring on the left of a line from one point to another. */
const leftOf = (ring: Ring, from: Point, to: Point): Ring =>
  clip(counterClockwise(densified([...ring, ring[0]!], 40).slice(0, -1)), from, [
    to[0] - from[0],
    to[1] - from[1],
  ]);

const southOfRail = (ring: Ring): Ring => leftOf(ring, [1500, 774], [0, 690]);
const northOfRail = (ring: Ring): Ring => leftOf(ring, [0, 742], [1500, 826]);

/** Line beyond the ring road where building stopped. */
const EDGE: Ring = Array.from({ length: 120 }, (_, index) => {
  const angle = (index * 3 * Math.PI) / 180;
  return polar([0, 0], index * 3, 1990 + 60 * Math.sin(angle * 3) + 45 * Math.cos(angle * 7 + 1));
});

const inner = (from: Way, to: Way): Ring => sector(from, to, SINGEL, INNER_RING);
const middle = (from: Way, to: Way): Ring => sector(from, to, INNER_RING, RING_ROAD);
const outer = (from: Way, to: Way): Ring => sector(from, to, RING_ROAD, EDGE);
/** An estate keeps its distance from the roads around it; the strip in between is green. */
const estate = (ring: Ring, by = 26): { ring: Ring; surround: Ring } => ({
  ring: shrunk(ring, by),
  surround: shrunk(ring, 9),
});

const grain = (angle: number, pitch: number, cross: number, bend = 4): Grain => ({
  angle,
  pitch,
  cross,
  bend,
});

/** Quarters inside the ring street: 1880-1940. */
function prewar(): Quarter[] {
  const blocks = { layout: 'blocks' as const, halfWidth: 5 };
  return [
    {
      ...blocks,
      name: 'Oosterkwartier',
      ring: inner('east', 'north-east'),
      grain: grain(116, 60, 150, 14),
      long: ['terrace', 'garden'],
      cross: ['terrace'],
      theme: 'seafarers',
    },
    {
      ...blocks,
      name: 'Stationskwartier',
      ring: southOfRail(inner('north-east', 'station')),
      grain: grain(74, 74, 130, 4),
      long: ['radial', 'villa', 'terrace'],
      cross: ['radial'],
      theme: 'royals',
      halfWidth: 6,
    },
    {
      ...blocks,
      name: 'Noorderkwartier',
      ring: southOfRail(inner('station', 'north')),
      grain: grain(24, 62, 120, 8),
      long: ['terrace', 'garden', 'garden'],
      cross: ['terrace'],
      theme: 'scientists',
    },
    {
      ...blocks,
      name: 'Havenkwartier',
      ring: inner('west', 'canal'),
      grain: grain(225, 72, 110, 2),
      long: ['urban', 'newRow'],
      cross: ['urban'],
      theme: 'ships',
      halfWidth: 6,
    },
    {
      ...blocks,
      name: 'Zuiderkwartier',
      ring: inner('canal', 'south'),
      grain: grain(336, 58, 130, 5),
      long: ['terrace'],
      cross: ['terrace'],
      theme: 'seafarers',
      halfWidth: 4.6,
    },
    {
      ...blocks,
      name: 'Tuindorp',
      ring: inner('south', 'south-east'),
      grain: grain(24, 74, 120, 30),
      long: ['garden'],
      cross: ['garden'],
      theme: 'flowers',
      halfWidth: 5.5,
    },
    {
      ...blocks,
      name: 'Zuidoostkwartier',
      ring: inner('south-east', 'east'),
      grain: grain(344, 62, 150, 6),
      long: ['terrace', 'garden'],
      cross: ['terrace', 'garden'],
      theme: 'writers',
    },
  ];
}

/** Estates between the ring street and the ring road: 1947-1990. */
function postwar(): Quarter[] {
  const bomen = middle('south-east', 'east');
  const vogels = southOfRail(middle('east', 'north-east'));
  const north = northOfRail(middle('north-east', 'north'));
  const south = middle('south', 'south-east');
  const estateOf = { layout: 'estate' as const, halfWidth: 6 };
  return [
    {
      ...estateOf,
      name: 'Bomenbuurt',
      ...estate(leftOf(bomen, [760, -330], [1500, -420])),
      grain: grain(352, 76, 170, 8),
      long: ['postwar', 'postwar', 'postwarFlats'],
      cross: ['postwarFlats', 'postwar'],
      theme: 'trees',
    },
    {
      ...estateOf,
      name: 'Heesterbuurt',
      ...estate(leftOf(leftOf(bomen, [1500, -500], [760, -410]), [1010, -1000], [1090, -400])),
      grain: grain(322, 70, 150, 6),
      long: ['seventies', 'postwar', 'slab'],
      cross: ['seventies'],
      theme: 'flowers',
      halfWidth: 6.5,
    },
    {
      ...estateOf,
      name: 'Vogelbuurt',
      ...estate(leftOf(vogels, [1080, -100], [1120, 900])),
      grain: grain(12, 74, 150, 5),
      long: ['postwar', 'postwar', 'postwarFlats'],
      cross: ['postwar', 'postwarFlats'],
      theme: 'birds',
    },
    {
      ...estateOf,
      layout: 'courts',
      name: 'De Gouwen',
      ...estate(leftOf(vogels, [1200, 900], [1160, -100])),
      grain: grain(0, 60, 120),
      long: ['cauliflower'],
      cross: ['cauliflower'],
      theme: 'fields',
      halfWidth: 4.5,
    },
    {
      ...estateOf,
      name: 'Componistenwijk',
      ...estate(leftOf(north, [200, 500], [120, 1700]), 30),
      grain: grain(352, 92, 190, 5),
      long: ['seventies', 'slab', 'seventies', 'slab'],
      cross: ['slab', 'slab', 'seventies'],
      theme: 'composers',
      halfWidth: 7.5,
    },
    {
      ...estateOf,
      layout: 'courts',
      name: 'De Meent',
      ...estate(leftOf(north, [280, 1700], [330, 500]), 30),
      grain: grain(0, 60, 120),
      long: ['cauliflower'],
      cross: ['cauliflower'],
      theme: 'fields',
      halfWidth: 4.5,
    },
    {
      ...estateOf,
      name: 'Schilderswijk',
      ...estate(south, 28),
      grain: grain(306, 90, 170, 4),
      long: ['seventies', 'slab', 'postwar', 'slab'],
      cross: ['slab', 'slab', 'seventies'],
      theme: 'painters',
      halfWidth: 7,
    },
  ];
}

/** Outside the ring road: 1995-2016. */
function recent(): Quarter[] {
  return [
    {
      layout: 'estate',
      name: 'Plaswijk',
      ...estate(southOfRail(outer('east', 'north-east')), 34),
      grain: grain(56, 56, 130, 24),
      long: ['newRow', 'semi', 'detached'],
      cross: ['semi', 'detached'],
      theme: 'water',
      halfWidth: 6,
    },
    {
      layout: 'estate',
      name: 'De Weiden',
      ...estate(leftOf(outer('south', 'south-east'), [420, -2000], [560, -1200]), 34),
      grain: grain(18, 60, 120, 34),
      long: ['semi', 'detached', 'newRow'],
      cross: ['detached', 'semi'],
      theme: 'writers',
      halfWidth: 6,
    },
    {
      layout: 'estate',
      name: 'Noorderhof',
      ...estate(leftOf(outer('north-east', 'north'), [420, 2300], [360, 1200]), 34),
      grain: grain(84, 58, 120, 20),
      long: ['semi', 'newRow', 'detached'],
      cross: ['detached', 'semi'],
      theme: 'birds',
      halfWidth: 6,
    },
  ];
}

/** Every quarter outside the moat that was laid out as one, oldest first. */
export function planQuarters(): Quarter[] {
  return [...prewar(), ...postwar(), ...recent()];
}
