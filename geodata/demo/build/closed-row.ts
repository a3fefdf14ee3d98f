import { type Line, lengthOf, shifted, stationAt } from '../plane/line.ts';
import { add, direction, left, type Point, scale } from '../plane/point.ts';
import { areaOf, clip, contains, counterClockwise, inset, type Ring, spanOf } from '../plane/ring.ts';
import type { BuildingStyle, StreetPlan } from '../structure.ts';
import type { Site } from './site.ts';

/** Where two plots meet: a point on the front line and the direction of their common border. */
interface Joint {
  point: Point;
  away: Point;
}

function jointAt(front: Line, metres: number, onLeft: boolean, lean: number): Joint {
  const station = stationAt(front, metres);
  const around = direction(stationAt(front, metres - 6).point, stationAt(front, metres + 6).point);
  const away = scale(left(around), onLeft ? 1 : -1);
  return { point: station.point, away: direction([0, 0], add(away, scale(around, lean))) };
}

const behind = (joint: Joint, metres: number): Point => add(joint.point, scale(joint.away, metres));

/** Part of a plot in front of a line that is `depth` metres behind the front. */
function frontPart(plot: Ring, from: Joint, to: Joint, depth: number, onLeft: boolean): Ring {
  const [a, b] = [behind(from, depth), behind(to, depth)];
  return onLeft ? clip(plot, b, direction(b, a)) : clip(plot, a, direction(a, b));
}

/** A hair behind the front line, so that a corner lies in the plot and not on its edge. */
const FRONT = 0.01;

/** House with a back house behind one half of it, when the plot still has its four corners. */
function withBackHouse(site: Site, from: Joint, to: Joint, depth: number, plot: Ring): Ring | null {
  const { random } = site;
  const [share, far] = [random.between(0.4, 0.66), depth + random.between(2.5, 7)];
  const atShare = (value: number, metres: number): Point => {
    const [a, b] = [behind(from, metres), behind(to, metres)];
    return [a[0] + (b[0] - a[0]) * value, a[1] + (b[1] - a[1]) * value];
  };
  const [near, end] = [0.002, 0.998];
  const corners = random.chance(0.5)
    ? [
        atShare(near, FRONT),
        atShare(end, FRONT),
        atShare(end, depth),
        atShare(share, depth),
        atShare(share, far),
        atShare(near, far),
      ]
    : [
        atShare(near, FRONT),
        atShare(end, FRONT),
        atShare(end, far),
        atShare(share, far),
        atShare(share, depth),
        atShare(near, depth),
      ];
  const ring = counterClockwise(corners);
  return ring.every(point => contains(plot, point)) ? ring : null;
}

function placeHouse(
  site: Site,
  street: StreetPlan,
  style: BuildingStyle,
  joints: [Joint, Joint],
  metres: number,
  onLeft: boolean,
): boolean {
  const { random, ground } = site;
  const [from, to] = joints;
  const depth = random.between(...style.depth);
  const whole = counterClockwise([
    from.point,
    to.point,
    behind(to, depth + random.between(...style.back)),
    behind(from, depth + random.between(...style.back)),
  ]);
  const plot = ground.carve(whole, 30);
  if (plot.length === 0) return false;
  const house = inset(frontPart(plot, from, to, depth, onLeft), 0.008);
  if (house.length === 0 || areaOf(house) < 24) return false;
  const [least, most] = spanOf(house, direction(from.point, to.point));
  if (most - least < 3) return false;
  ground.take(plot, 'plot');
  const full = random.chance(style.wing) ? withBackHouse(site, from, to, depth, plot) : null;
  const ring = full ?? house;
  const year = random.whole(...random.pick(style.years));
  site.structures.push({
    kind: style.kind,
    ring,
    plot,
    year,
    storeys: random.whole(...style.storeys),
    quarter: street.quarter,
    street,
    side: onLeft ? 'odd' : 'even',
    along: metres,
    frontage: most - least,
  });
  return true;
}

/**
 * Builds up one side of an old street: plots from 5 metres wide, wall to wall, each a little out of line;
 * corners are cut to the street that crosses.
 */
export function buildClosedRow(site: Site, street: StreetPlan, style: BuildingStyle, onLeft: boolean): void {
  const { random } = site;
  const front = shifted(street.line, onLeft ? street.halfWidth : -street.halfWidth);
  const length = lengthOf(front);
  let metres = random.between(0, 1);
  let lean = 0;
  let joint = jointAt(front, metres, onLeft, lean);
  while (metres < length - 3.5) {
    const width = Math.min(random.between(...style.width), length - metres);
    lean = Math.max(-0.12, Math.min(0.12, lean + random.between(-0.05, 0.05)));
    const next = jointAt(front, metres + width, onLeft, lean);
    const placed =
      !random.chance(style.open) &&
      placeHouse(site, street, style, [joint, next], metres + width / 2, onLeft);
    metres += placed ? width : 2.5;
    joint = placed ? next : jointAt(front, metres, onLeft, lean);
  }
}
