import { opaqueId } from '../import/opaque-id.ts';
import type { FunctionCode } from '../vocabulary/function.ts';
import type { Addressed } from './addresses.ts';
import { quarterDate } from './calendar.ts';
import { direction, distance, type Point } from './plane/point.ts';
import { contains, middleOf, type Ring, spanOf } from './plane/ring.ts';
import type { Structure } from './structure.ts';
import type { Unit, Zone } from './uses.ts';

/** A premises in the making: with address, place and what it was when. */
export interface Holding {
  id: string;
  address: string;
  addressed: Addressed;
  structure: Structure;
  name: string | null;
  /** Plan coordinates, inside the building. */
  point: Point;
  zone: Zone;
  use: FunctionCode;
  floorArea: number;
  storey: number;
  from: string;
  until: string | null;
  /** What the same premises became later. */
  later: { from: string; use: FunctionCode } | null;
  successors: { id: string; onDate: string }[];
}

/** Whether a holding exists on the first day of a quarter. */
export function existsIn({ from, until }: Holding, quarter: number): boolean {
  const date = quarterDate(quarter);
  return from <= date && (until === null || until > date);
}

/** What a holding is used for on the first day of a quarter. */
export function useIn({ use, later }: Holding, quarter: number): FunctionCode {
  return later !== null && later.from <= quarterDate(quarter) ? later.use : use;
}

function longestEdge(ring: Ring): Point {
  let best: [Point, Point] = [ring[0]!, ring[1]!];
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length]!;
    if (distance(from, to) > distance(...best)) best = [from, to];
  });
  return direction(...best);
}

/** A point well inside any simple ring: on a line through it, in the middle of the widest stretch. */
export function pointWithin(ring: Ring): Point {
  const middle = middleOf(ring);
  const along = longestEdge(ring);
  const across: Point = [-along[1], along[0]];
  const [u0, u1] = spanOf(ring, along);
  const [v0, v1] = spanOf(ring, across);
  const at = (u: number, v: number): Point => [along[0] * u + across[0] * v, along[1] * u + across[1] * v];
  const margin = (point: Point) =>
    [-0.6, 0.6].every(
      step =>
        contains(ring, [point[0] + along[0] * step, point[1] + along[1] * step]) &&
        contains(ring, [point[0] + across[0] * step, point[1] + across[1] * step]),
    );
  if (contains(ring, middle) && margin(middle)) return middle;
  for (const share of [0.5, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88])
    for (const depth of [0.25, 0.75, 0.5, 0.15, 0.85]) {
      const point = at(u0 + (u1 - u0) * share, v0 + (v1 - v0) * depth);
      if (contains(ring, point) && margin(point)) return point;
    }
  return middle;
}

/** Points inside a building for so many units: side by side along its length where they fit. */
function pointsFor(ring: Ring, count: number): Point[] {
  const middle = pointWithin(ring);
  if (count === 1) return [middle];
  const along = longestEdge(ring);
  const [least, most] = spanOf(ring, along);
  const here = middle[0] * along[0] + middle[1] * along[1];
  return Array.from({ length: count }, (_, index) => {
    const shift = least + ((most - least) * (index + 0.5)) / count - here;
    const point: Point = [middle[0] + along[0] * shift, middle[1] + along[1] * shift];
    return contains(ring, point) ? point : middle;
  });
}

/** Units that lie above each other share a place on the floor; so many lie side by side. */
function sideBySide(units: readonly Unit[]): number {
  const floors = new Set(units.map(unit => unit.storey)).size;
  return Math.max(1, Math.ceil(units.length / floors));
}

/** Premises for all addressed units, in the order of the addresses. */
export function makeHoldings(addressed: readonly Addressed[]): Holding[] {
  return [...Map.groupBy(addressed, item => item.unit.structure)].flatMap(([structure, group]) => {
    const wide = sideBySide(group.map(item => item.unit));
    const points = pointsFor(structure.ring, wide);
    return group.map((item, index): Holding => {
      const { unit, street, place, number, letter } = item;
      const key = `${place}|${street}|${number}${letter}`;
      return {
        id: opaqueId('demo', 'premises', key),
        address: opaqueId('demo', 'address', key),
        addressed: item,
        structure,
        name: unit.name,
        point: points[index % wide]!,
        zone: unit.zone,
        use: unit.use,
        floorArea: unit.floorArea,
        storey: unit.storey,
        from: `${structure.year}-01-01`,
        until: null,
        later: null,
        successors: [],
      };
    });
  });
}
