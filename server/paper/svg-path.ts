import { simplify } from '../../geodata/geometry/simplify.ts';

/** Units of a written coordinate in a page unit: whole numbers of half a unit are as fine as a screen shows. */
export const UNITS = 2;

/** Units under which a bend is straightened. */
const STRAIGHT = 0.6;

/** Units high of the rows in which parts of a path are written: neighbours are told by small steps. */
const ROW = 64;

function isStraight(flat: readonly number[], x: number, y: number): boolean {
  const [ax, ay, bx, by] = flat.slice(-4) as [number, number, number, number];
  const [alongX, alongY] = [bx - ax, by - ay];
  return alongX * (y - by) === alongY * (x - bx) && alongX * (x - bx) + alongY * (y - by) >= 0;
}

/** Whole units, without what falls on the position before or on the straight line through it. */
function written(ring: readonly number[], closed: boolean): number[] {
  const units = ring.map(value => value * UNITS);
  const line = simplify(closed ? [...units, units[0]!, units[1]!] : units, STRAIGHT);
  const kept: number[] = [];
  for (let at = 0; at < line.length; at += 2) {
    const [x, y] = [Math.round(line[at]!), Math.round(line[at + 1]!)];
    if (kept.length > 0 && x === kept.at(-2) && y === kept.at(-1)) continue;
    if (kept.length >= 4 && isStraight(kept, x, y)) kept.splice(-2, 2);
    kept.push(x, y);
  }
  const repeated = closed && kept.length > 2 && kept[0] === kept.at(-2) && kept[1] === kept.at(-1);
  return repeated ? kept.slice(0, -2) : kept;
}

/** Numbers beside each other: a minus sign parts them as well as a space does. */
function joined(numbers: readonly number[]): string {
  return numbers.map((value, at) => (at === 0 || value < 0 ? `${value}` : ` ${value}`)).join('');
}

function byPlace(a: readonly number[], b: readonly number[]): number {
  return Math.floor(a[1]! / ROW) - Math.floor(b[1]! / ROW) || a[0]! - b[0]!;
}

/**
 * Lines or areas as the data of one path, in whole units and in steps from one position to the next: small numbers,
 * of which few bytes are left when they are compressed. Parts that have no length are left out.
 */
export function pathData(rings: readonly (readonly number[])[], closed: boolean): string {
  let [x, y] = [0, 0];
  const least = closed ? 6 : 4;
  const parts = rings.map(ring => written(ring, closed)).filter(({ length }) => length >= least);
  return parts
    .toSorted(byPlace)
    .map(part => {
      const steps = part.map((value, at) => value - (at < 2 ? [x, y][at]! : part[at - 2]!));
      [x, y] = closed ? [part[0]!, part[1]!] : [part.at(-2)!, part.at(-1)!];
      return `m${joined(steps)}${closed ? 'z' : ''}`;
    })
    .join('');
}
