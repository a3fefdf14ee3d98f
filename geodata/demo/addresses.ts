import { VILLAGES } from './plan/villages.ts';
import { type Line, lengthOf, nearest, stationAt } from './plane/line.ts';
import { cross, distance, type Point, subtract } from './plane/point.ts';
import { middleOf } from './plane/ring.ts';
import { Postcodes } from './postcodes.ts';
import type { StreetPlan, Structure } from './structure.ts';
import type { Unit } from './uses.ts';

/** A unit with the address that it was given. */
export interface Addressed {
  unit: Unit;
  street: string;
  place: string;
  number: number;
  letter: string;
  postcode: string;
}

/** Name of the town; villages are places of their own. */
export const TOWN_NAME = 'Markerhaven';

/** The place a quarter belongs to in addresses. */
export function placeOf(quarter: string): string {
  return VILLAGES.some(village => village.name === quarter) ? quarter : TOWN_NAME;
}

/** Where a door is: its street, the side and how far along. */
interface Door {
  street: StreetPlan;
  side: 'odd' | 'even';
  along: number;
}

/** Door of a building that was not built along a street: on the nearest street with a name. */
function findDoor(point: Point, streets: readonly StreetPlan[]): Door {
  let best: { street: StreetPlan; gap: number; along: number } | undefined;
  for (const street of streets) {
    const found = nearest(street.line, point);
    if (best === undefined || found.distance < best.gap)
      best = { street, gap: found.distance, along: found.along };
  }
  const { street, along } = best!;
  const station = stationAt(street.line, along);
  const isLeft = cross(station.along, subtract(point, station.point)) > 0;
  return { street, side: isLeft ? 'odd' : 'even', along };
}

function doorOf(structure: Structure, streets: readonly StreetPlan[]): Door {
  const { street, side, along } = structure;
  if (street !== null && street.name !== '') return { street, side, along };
  const quarter = streets.filter(other => placeOf(other.quarter) === placeOf(structure.quarter));
  return findDoor(middleOf(structure.ring), quarter);
}

/** Pieces of one street in the order in which numbers run: from the end nearest to the market outwards. */
function inOrder(pieces: readonly StreetPlan[]): { piece: StreetPlan; start: number; turned: boolean }[] {
  let start = 0;
  const reach = (line: Line) => Math.min(distance(line[0]!, [0, 0]), distance(line.at(-1)!, [0, 0]));
  return [...pieces]
    .sort((a, b) => reach(a.line) - reach(b.line))
    .map(piece => {
      const turned = distance(piece.line[0]!, [0, 0]) > distance(piece.line.at(-1)!, [0, 0]);
      const placed = { piece, start, turned };
      start += lengthOf(piece.line) + 10;
      return placed;
    });
}

interface Numbered {
  structure: Structure;
  units: Unit[];
  side: 'odd' | 'even';
  metres: number;
  quarter: string;
}

/** Numbers the doors of one street: odd and even apart, from the market outwards, now and then one left out. */
function numberStreet(
  street: string,
  place: string,
  doors: readonly Numbered[],
  postcodes: Postcodes,
): Addressed[] {
  return (['odd', 'even'] as const).flatMap(side => {
    let number = side === 'odd' ? -1 : 0;
    let rank = -1;
    return doors
      .filter(door => door.side === side)
      .sort((a, b) => a.metres - b.metres || a.structure.ring[0]![0] - b.structure.ring[0]![0])
      .flatMap(({ units, quarter, metres }) => {
        let letters = 0;
        return units.map((unit, index): Addressed => {
          if (index === 0 || !unit.lettered) {
            number += rank >= 0 && Math.floor(metres) % 17 === 0 && index === 0 ? 4 : 2;
            rank += 1;
            letters = 0;
          }
          const letter = unit.lettered && index > 0 ? String.fromCharCode(65 + letters++) : '';
          return { unit, street, place, number, letter, postcode: postcodes.of(quarter, street, side, rank) };
        });
      });
  });
}

/** Gives every unit an address; street, number and letter are unique within a place. */
export function addressUnits(units: readonly Unit[], streets: readonly StreetPlan[]): Addressed[] {
  const named = streets.filter(street => street.name !== '' && street.roadClass !== 'motorway');
  const byStructure = Map.groupBy(units, unit => unit.structure);
  const key = (street: StreetPlan) => `${placeOf(street.quarter)}|${street.name}`;
  const pieces = new Map<StreetPlan, { start: number; turned: boolean }>();
  for (const group of Map.groupBy(named, key).values())
    for (const { piece, ...placed } of inOrder(group)) pieces.set(piece, placed);
  const doors = [...byStructure].map(([structure, own]) => ({
    ...doorOf(structure, named),
    structure,
    units: own,
  }));
  const postcodes = new Postcodes();
  return [...Map.groupBy(doors, door => key(door.street))].flatMap(([name, group]) => {
    const [place, street] = name.split('|');
    const numbered = group.map(({ structure, units: own, side, along, street: piece }): Numbered => {
      const { start, turned } = pieces.get(piece)!;
      const opposite = side === 'odd' ? 'even' : 'odd';
      return {
        structure,
        units: own,
        side: turned ? opposite : side,
        metres: start + (turned ? lengthOf(piece.line) - along : along),
        quarter: structure.quarter,
      };
    });
    return numberStreet(street!, place!, numbered, postcodes);
  });
}

/** Streets as rows need them: every name once per place, with all its pieces. */
export function groupStreets(
  streets: readonly StreetPlan[],
): { name: string; place: string; lines: Line[] }[] {
  const named = streets.filter(street => street.name !== '');
  return [...Map.groupBy(named, street => `${placeOf(street.quarter)}|${street.name}`)].map(
    ([key, group]) => {
      const [place, name] = key.split('|');
      return { name: name!, place: place!, lines: group.map(street => street.line) };
    },
  );
}
