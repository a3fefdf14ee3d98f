import { multiPolygonEwkb, type Position, pointEwkb } from '#geometry/ewkb.ts';
import type { Placed } from './field.ts';

const SRID = 28992;

/** Elements whose text is coordinates. */
const COORDINATES = new Set(['pos', 'posList']);

/**
 * Collects one geometry of GML 3.2 as the BAG writes it: a point, polygons with holes, or several of them. Heights are dropped.
 */
export class GmlReader {
  #polygons: Position[][][] = [];
  #point: Position | null = null;
  #dimension = 2;
  #text: string | null = null;
  #readable = true;
  /** A reference system other than RD was named; with heights (7415) it is RD all the same. */
  foreign = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const { srsName, srsDimension } = attributes;
    if (srsName !== undefined && !/(?:28992|7415)$/.test(srsName)) this.foreign = true;
    if (srsDimension !== undefined) this.#dimension = srsDimension === '3' ? 3 : 2;
    if (name === 'Polygon' || name === 'PolygonPatch') this.#polygons.push([]);
    if (COORDINATES.has(name)) this.#text = '';
  }

  text(text: string): void {
    if (this.#text !== null) this.#text += text;
  }

  close(name: string): void {
    if (!COORDINATES.has(name) || this.#text === null) return;
    const positions = this.#positions(this.#text);
    this.#text = null;
    if (positions === null) this.#readable = false;
    else if (name === 'pos') this.#point = positions[0] ?? null;
    else this.#polygons.at(-1)?.push(positions);
  }

  /** What was collected; null when it is no geometry that can be read. */
  geometry(): Placed | null {
    if (!this.#readable) return null;
    if (this.#point !== null) {
      const [x, y] = this.#point;
      return { hex: pointEwkb(SRID, this.#point), x, y };
    }
    const polygons = this.#polygons.filter(rings => rings.length > 0 && rings.every(isRing));
    const first = polygons[0]?.[0]?.[0];
    if (first === undefined || polygons.length !== this.#polygons.length) return null;
    return { hex: multiPolygonEwkb(SRID, polygons), x: first[0], y: first[1] };
  }

  #positions(text: string): Position[] | null {
    const numbers = text.trim().split(/\s+/).map(Number);
    const step = this.#dimension;
    if (numbers.length === 0 || numbers.length % step !== 0 || !numbers.every(Number.isFinite)) return null;
    const positions: Position[] = [];
    for (let at = 0; at < numbers.length; at += step) positions.push([numbers[at]!, numbers[at + 1]!]);
    return positions;
  }
}

/** A ring of four positions or more that ends where it began: PostGIS takes no other. */
function isRing(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= 4 && first![0] === last![0] && first![1] === last![1];
}
