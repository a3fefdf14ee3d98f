import type { Ground } from '../ground.ts';
import { band, type Line, lengthOf, pieces, shifted } from '../plane/line.ts';
import type { Ring } from '../plane/ring.ts';
import type { StreetPlan } from '../structure.ts';
import { MOAT, WAYS } from './frame.ts';
import { OOSTERPARK, PLAS, SLOTPARK } from './green.ts';
import { HARBOUR, HARBOUR_HALF_WIDTH } from './old-town.ts';
import { BASINS } from './work-areas.ts';

/** Half the width of the moat, and of the canal that feeds it. */
export const MOAT_HALF_WIDTH = 11;
export const CANAL_HALF_WIDTH = 14;

/** Takes the ground of every canal, harbour and basin, with the width of a quay wall. */
export function takeWater(ground: Ground): void {
  ground.takeLine([...MOAT, MOAT[0]!], MOAT_HALF_WIDTH + 1, 'water');
  ground.takeLine(HARBOUR, HARBOUR_HALF_WIDTH + 1, 'water');
  ground.takeLine(WAYS.canal, CANAL_HALF_WIDTH + 2, 'water');
  for (const basin of BASINS) ground.takeLine(basin.line, basin.halfWidth + 6, 'water');
}

/** Streets as far as the water and the parks: nothing but a road out of the town has a bridge. */
export function stopAtWater(streets: readonly StreetPlan[]): StreetPlan[] {
  const obstacles: Ring[] = [
    band(WAYS.canal, CANAL_HALF_WIDTH + 9),
    PLAS,
    OOSTERPARK,
    SLOTPARK,
    ...BASINS.map(basin => band(basin.line, basin.halfWidth + 14)),
  ];
  return streets.flatMap(street =>
    obstacles
      .reduce<Line[]>((lines, ring) => lines.flatMap(line => pieces(line, ring, false)), [street.line])
      .filter(line => lengthOf(line) > 9)
      .map(line => ({ ...street, line })),
  );
}

/** Streets along both banks of the canal, from the moat to the ring road. */
export function canalQuays(): StreetPlan[] {
  return [1, -1].map(side => ({
    name: side > 0 ? 'Noorderkanaalkade' : 'Zuiderkanaalkade',
    quarter: 'Kanaal',
    roadClass: 'local' as const,
    halfWidth: 5,
    line: shifted(WAYS.canal, side * (CANAL_HALF_WIDTH + 8)).filter(
      ([x, y]) => Math.hypot(x, y) > 275 && Math.hypot(x, y) < 1420,
    ),
  }));
}
