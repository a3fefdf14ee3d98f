import type { Position } from '../../geodata/geometry/ewkb.ts';
import { wgs84ToRd } from '../../geodata/geometry/rd.ts';
import type { ScenarioGround } from '../contract/scenario-base.ts';
import { extentOf } from './along.ts';

/** From metres RD to page units, y downwards, as large as fits. */
export interface Frame {
  width: number;
  height: number;
  /** Page units per metre. */
  scale: number;
  /** Size of the type of street names, page units. Signs and lines go by it. */
  type: number;
  /** A flat line in metres RD. */
  line(metres: readonly number[]): number[];
  /** A ring in metres RD without what is too fine to be seen; undefined where nothing of it lies on the page. */
  ring(metres: readonly number[]): number[] | undefined;
  /** A line in degrees (CRS84). */
  degrees(line: readonly Position[]): number[];
}

/** One decimal of a page unit is finer than print. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Sizes of its type that a map is wide at least to be labelled in full. */
const NARROW = 30;

/** Whether a map is too narrow to be labelled in full: what it is about would be hidden. */
export function isNarrow({ width, type }: Pick<Frame, 'width' | 'type'>): boolean {
  return width < NARROW * type;
}

/** How much larger letters are, against the map, where it is shown much smaller than it is. */
export const LARGER = 2;

/** Page units under which a step of an outline is not drawn: a tenth of a millimetre on paper. */
const FINEST = 0.3;

/** Page units of width and height together under which an area is a speck. */
const SMALLEST = 2;

function thinned(ring: readonly number[]): number[] {
  const kept: number[] = [];
  for (let at = 0; at < ring.length; at += 2) {
    const [x, y] = [ring[at]!, ring[at + 1]!];
    const first = kept.length === 0;
    if (first || Math.abs(x - kept.at(-2)!) + Math.abs(y - kept.at(-1)!) >= FINEST) kept.push(x, y);
  }
  // Areas are closed by whoever draws them.
  const closed = kept.length > 2 && kept[0] === kept.at(-2) && kept[1] === kept.at(-1);
  return closed ? kept.slice(0, -2) : kept;
}

/** The frame of a box within a width and height. */
export function frameOf(
  box: ScenarioGround['box'],
  size: { width: number; height: number; type: number },
): Frame {
  const [west, south, east, north] = box;
  const scale = Math.min(size.width / (east - west), size.height / (north - south));
  const line = (metres: readonly number[]) =>
    metres.map((value, at) => round(at % 2 === 0 ? (value - west) * scale : (north - value) * scale));
  const [right, bottom] = [(east - west) * scale, (north - south) * scale];
  const ring = (metres: readonly number[]) => {
    const thin = thinned(line(metres));
    const { x, y, width, height } = extentOf([thin]);
    const inside = x < right && x + width > 0 && y < bottom && y + height > 0;
    return inside && thin.length >= 6 && width + height >= SMALLEST ? thin : undefined;
  };
  return {
    width: round((east - west) * scale),
    height: round((north - south) * scale),
    scale,
    type: size.type,
    line,
    ring,
    degrees: positions => line(positions.flatMap(position => wgs84ToRd(position))),
  };
}
