import { nearest, part, shareGround } from '../plane/line.ts';
import { direction, type Point } from '../plane/point.ts';
import { areaOf, boxOf, contains, type Ring, rectangle } from '../plane/ring.ts';
import type { Random } from '../random.ts';
import type { Structure } from '../structure.ts';

/** Direction of the front of a house: things behind it stand square to it. */
function frontOf({ street, along }: Structure): Point {
  const piece = part(street!.line, Math.max(0, along - 3), along + 3);
  return direction(piece[0]!, piece.at(-1)!);
}

function backBuilding(house: Structure, others: readonly Ring[], random: Random): Structure | null {
  const [west, south, east, north] = boxOf(house.plot);
  const along = frontOf(house);
  for (let attempt = 0; attempt < 14; attempt += 1) {
    const large = attempt < 9;
    const [width, depth] = large
      ? [random.between(3.4, 6.5), random.between(5, 11)]
      : [random.between(1.9, 3), random.between(2.2, 3.8)];
    const ring = rectangle([random.between(west, east), random.between(south, north)], along, width, depth);
    if (!ring.every(point => contains(house.plot, point)) || others.some(other => shareGround(ring, other)))
      continue;
    const year = Math.min(house.year + random.whole(0, 120), 2014);
    return {
      ...house,
      kind: areaOf(ring) < 25 ? 'shed' : 'barn',
      ring,
      year,
      storeys: 1,
      street: null,
      side: 'odd',
      along: 0,
      frontage: 0,
    };
  }
  return null;
}

/**
 * Workshops, stables and sheds behind the houses of the old town: up to two per plot, in the plot, clear of the house.
 * @param share of the plots that got any
 */
export function buildBackYards(structures: Structure[], random: Random, share: number): void {
  const houses = structures.filter(
    structure => structure.street?.quarter === 'Centrum' && structure.kind === 'town-house',
  );
  for (const house of houses) {
    if (!random.chance(share) || nearest(house.street!.line, house.ring[0]!).distance > 60) continue;
    const rings: Ring[] = structures
      .filter(structure => structure.plot === house.plot)
      .map(structure => structure.ring);
    for (let turn = 0; turn < 2; turn += 1) {
      const found = backBuilding(house, rings, random);
      if (found === null) break;
      structures.push(found);
      rings.push(found.ring);
    }
  }
}
