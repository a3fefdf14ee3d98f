import { type Line, lengthOf, shareGround, shifted, stationAt } from '../plane/line.ts';
import { add, cross, direction, distance, left, scale, subtract } from '../plane/point.ts';
import { contains, type Ring } from '../plane/ring.ts';
import type { BuildingStyle, StreetPlan } from '../structure.ts';
import { at, block, draw, type Frame, winged } from './shape.ts';
import type { Site } from './site.ts';

/** One row as decided before it is placed: the same for all its buildings. */
interface Row {
  frame: Frame;
  count: number;
  width: number;
  depth: number;
  front: number;
  back: number;
  margin: number;
  year: number;
  storeys: number;
  /** Metres along the street where the row starts. */
  start: number;
}

const side = (left: boolean): 'odd' | 'even' => (left ? 'odd' : 'even');

/**
 * Frame on the chord of a front line, moved back by the bulge of the bend so that the row stays off the street.
 */
function chordFrame(front: Line, start: number, end: number, onLeft: boolean): Frame {
  const [from, to] = [stationAt(front, start).point, stationAt(front, end).point];
  const along = direction(from, to);
  const away = scale(left(along), onLeft ? 1 : -1);
  const middle = stationAt(front, (start + end) / 2).point;
  const bulge = Math.max(0, cross(along, subtract(middle, from)) * (onLeft ? 1 : -1));
  return { origin: add(from, scale(away, bulge)), along, away };
}

function outline(site: Site, style: BuildingStyle, row: Row, from: number, front: number): Ring {
  const { random } = site;
  const to = from + row.width;
  const back = front + row.depth;
  const spare = row.back - 3;
  if (!random.chance(style.wing) || spare < 2) return block(row.frame, from, front, to, back);
  const depth = Math.min(spare, random.between(2, style.kind === 'house' ? 4 : row.depth * 0.5));
  const width = row.width * random.between(0.38, 0.7);
  return winged(row.frame, from, front, to, back, { width, depth, right: random.chance(0.5) });
}

function shed(
  site: Site,
  row: Row,
  from: number,
  index: number,
  plot: Ring,
  house: Ring,
  street: StreetPlan,
): void {
  const { random } = site;
  const [width, depth] = [random.between(2, 2.9), random.between(2.6, 3.8)];
  const end = row.front + row.depth + row.back;
  const atStart = index % 2 === 1;
  const corner = atStart ? from + 0.02 : from + row.width + row.margin * 2 - width - 0.02;
  const ring = draw(row.frame, [
    [corner, end - depth],
    [corner + width, end - depth],
    [corner + width, end - 0.05],
    [corner, end - 0.05],
  ]);
  if (ring.every(point => contains(plot, point)) && !shareGround(ring, house))
    site.structures.push({
      kind: 'shed',
      ring,
      plot,
      year: row.year + random.whole(0, 12),
      storeys: 1,
      quarter: street.quarter,
      street: null,
      side: 'odd',
      along: 0,
      frontage: 0,
    });
}

/** Places one building of a row in a plot of its own; false when the ground is taken. */
function place(
  site: Site,
  street: StreetPlan,
  style: BuildingStyle,
  row: Row,
  index: number,
  onLeft: boolean,
): boolean {
  const { random, ground } = site;
  const plotWidth = row.width + row.margin * 2;
  const from = index * plotWidth;
  const step = style.stagger * random.next();
  const front = row.front + step;
  const whole = draw(row.frame, [
    [from, 0],
    [from + plotWidth, 0],
    [from + plotWidth, row.front + row.depth + row.back],
    [from, row.front + row.depth + row.back],
  ]);
  const ring = outline(site, style, row, from + row.margin, front);
  const plot = ground.carve(whole, row.width * (row.depth + 2));
  if (plot.length === 0 || !ring.every(point => contains(plot, point))) return false;
  ground.take(plot, 'plot');
  site.structures.push({
    kind: style.kind,
    ring,
    plot,
    year: row.year,
    storeys: row.storeys,
    quarter: street.quarter,
    street,
    side: side(onLeft),
    along: row.start + distance(row.frame.origin, at(row.frame, from + plotWidth / 2, 0)),
    frontage: row.width,
  });
  if (random.chance(style.shed)) shed(site, row, from, index, plot, ring, street);
  return true;
}

function decide(site: Site, style: BuildingStyle, room: number): Omit<Row, 'frame' | 'start'> {
  const { random } = site;
  const width = random.between(...style.width);
  const margin = random.between(...style.margin);
  const fits = Math.floor(room / (width + margin * 2));
  return {
    count: Math.min(random.whole(...style.count), fits),
    width,
    margin,
    depth: random.between(...style.depth),
    front: random.between(...style.front),
    back: random.between(...style.back),
    year: random.whole(...random.pick(style.years)),
    storeys: random.whole(...style.storeys),
  };
}

/** Builds up one side of a street with rows, from its start to its end, wherever the ground is free. */
export function buildRows(site: Site, street: StreetPlan, style: BuildingStyle, onLeft: boolean): void {
  const front = shifted(street.line, onLeft ? street.halfWidth : -street.halfWidth);
  const length = lengthOf(front);
  let start = site.random.between(0, 4);
  while (start < length - style.width[0]) {
    const decided = decide(site, style, length - start);
    if (decided.count === 0) return;
    const end = start + decided.count * (decided.width + decided.margin * 2);
    if (site.random.chance(style.open)) {
      start = end;
      continue;
    }
    const row = { ...decided, start, frame: chordFrame(front, start, end, onLeft) };
    let placed = 0;
    for (let index = 0; index < row.count; index += 1)
      if (place(site, street, style, row, index, onLeft)) placed += 1;
    start = placed === 0 ? start + Math.min(decided.width, 8) : end + site.random.between(...style.gap);
  }
}
