import { STYLES, type StyleName } from '../build/styles.ts';
import type { Ending, NameGiver } from '../names.ts';
import { type Line, lengthOf, nearest, part, stationAt } from '../plane/line.ts';
import { add, direction, distance, type Point, scale } from '../plane/point.ts';
import { middleOf } from '../plane/ring.ts';
import type { Random } from '../random.ts';
import type { StreetPlan } from '../structure.ts';
import { courts } from './courts.ts';
import { grid, type Network } from './grid.ts';
import type { Quarter } from './quarters.ts';

/** Streets that join an estate to the roads around it: from its collecting street to the nearest road. */
function entrances(quarter: Quarter, roads: readonly Line[], random: Random): Line[] {
  const middle = middleOf(quarter.ring);
  return [0.08, 0.33, 0.58, 0.83].flatMap(share => {
    const from =
      quarter.ring[
        Math.floor((share + random.between(-0.06, 0.06) + 1) * quarter.ring.length) % quarter.ring.length
      ]!;
    const away = direction(middle, from);
    const ends = roads
      .map(road => ({ road, ...nearest(road, add(from, scale(away, 12))) }))
      .filter(end => end.distance < 60);
    const best = ends.sort((a, b) => a.distance - b.distance)[0];
    if (best === undefined) return [];
    const to: Point = part(best.road, best.along, best.along + 1)[0]!;
    return [[from, to]];
  });
}

/** Farthest that a street of a work area is drawn on to reach a road, and least distance between two such joints. */
const REACH = 150;
const APART = 170;

/** Streets of a work area drawn on to the roads around it. */
function drawnOn(lines: readonly Line[], roads: readonly Line[]): Line[] {
  const joints: Line[] = [];
  for (const end of lines.flatMap(line => [line[0]!, line.at(-1)!])) {
    const found = roads
      .map(road => ({ road, ...nearest(road, end) }))
      .sort((a, b) => a.distance - b.distance)[0]!;
    const isNew = joints.every(joint => distance(joint[0]!, end) > APART);
    if (found.distance > 1 && found.distance < REACH && isNew)
      joints.push([end, stationAt(found.road, found.along).point]);
  }
  return joints;
}

function network(quarter: Quarter, random: Random): Network {
  if (quarter.spine !== undefined) return { long: [quarter.spine], cross: [] };
  if (quarter.layout === 'courts') return courts(quarter.ring, random);
  return grid(quarter.ring, quarter.grain, random);
}

/** Shortest street that gets a name of its own; shorter ones belong to the street they turn off. */
const LEAST_NAMED = 60;

/** Streets of a quarter with what is built along them, named after the quarter's theme. */
export function quarterStreets(
  quarter: Quarter,
  roads: readonly Line[],
  names: NameGiver,
  random: Random,
): StreetPlan[] {
  let last = '';
  const plan = (line: Line, styles: readonly StyleName[] | null, ending: Ending): StreetPlan => {
    if (last === '' || lengthOf(line) >= LEAST_NAMED || ending === 'long')
      last = names.next(quarter.theme, ending);
    return {
      name: last,
      quarter: quarter.name,
      roadClass: 'local',
      halfWidth: quarter.halfWidth,
      line,
      ...(styles && { left: STYLES[random.pick(styles)], right: STYLES[random.pick(styles)] }),
    };
  };
  const { long, cross } = network(quarter, random);
  const [lengthwise, across] =
    quarter.layout === 'work'
      ? (['work', 'work'] as const)
      : (['long', quarter.layout === 'courts' ? 'lane' : 'cross'] as const);
  const streets = long.map(line => plan(line, quarter.long, lengthwise));
  if (quarter.layout === 'estate') {
    const { right: _, ...around } = plan([...quarter.ring, quarter.ring[0]!], quarter.long, 'long');
    streets.push({ ...around, halfWidth: quarter.halfWidth + 1 });
  }
  if (quarter.layout !== 'blocks' && quarter.spine === undefined) {
    const joints =
      quarter.layout === 'work' ? drawnOn([...long, ...cross], roads) : entrances(quarter, roads, random);
    streets.push(...joints.map(line => plan(line, null, across)));
  }
  return [...streets, ...cross.map(line => plan(line, quarter.cross, across))].filter(
    street => lengthOf(street.line) > 8,
  );
}
