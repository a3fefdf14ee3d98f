/**
 * Writer of PostGIS' EWKB as hex text, little-endian, two dimensions: the form in which geometry goes into COPY.
 * The reader beside it is `wkb.ts`.
 */
export type Position = readonly [number, number];

/** A polygon's rings, the outer one first; each repeats its first position at the end. */
export type Polygon = readonly (readonly Position[])[];

const HAS_SRID = 0x20000000;
const POINT = 1;
const LINE = 2;
const POLYGON = 3;
const MULTI_LINE = 5;
const MULTI_POLYGON = 6;

/** Bytes of a geometry's head: byte order and type, for the outermost one the SRID as well. */
const HEAD = 5;
const SRID = 4;
const COUNT = 4;
const POSITION = 16;

class Writer {
  readonly #bytes: Buffer;
  #offset = 0;

  constructor(size: number) {
    this.#bytes = Buffer.alloc(size);
  }

  head(type: number, srid?: number): void {
    this.#bytes[this.#offset] = 1;
    this.#bytes.writeUInt32LE(srid === undefined ? type : (type | HAS_SRID) >>> 0, this.#offset + 1);
    this.#offset += HEAD;
    if (srid !== undefined) this.count(srid);
  }

  count(value: number): void {
    this.#bytes.writeUInt32LE(value, this.#offset);
    this.#offset += COUNT;
  }

  position([x, y]: Position): void {
    this.#bytes.writeDoubleLE(x, this.#offset);
    this.#bytes.writeDoubleLE(y, this.#offset + 8);
    this.#offset += POSITION;
  }

  positions(list: readonly Position[]): void {
    this.count(list.length);
    for (const position of list) this.position(position);
  }

  rings(polygon: Polygon): void {
    this.count(polygon.length);
    for (const ring of polygon) this.positions(ring);
  }

  hex(): string {
    return this.#bytes.toString('hex').toUpperCase();
  }
}

const sizeOfLine = (line: readonly Position[]): number => COUNT + line.length * POSITION;
const sizeOfPolygon = (polygon: Polygon): number =>
  polygon.reduce((sum, ring) => sum + sizeOfLine(ring), COUNT);

/** A point as hex EWKB. */
export function pointEwkb(srid: number, position: Position): string {
  const writer = new Writer(HEAD + SRID + POSITION);
  writer.head(POINT, srid);
  writer.position(position);
  return writer.hex();
}

/** A line of at least two positions as hex EWKB. */
export function lineEwkb(srid: number, line: readonly Position[]): string {
  const writer = new Writer(HEAD + SRID + sizeOfLine(line));
  writer.head(LINE, srid);
  writer.positions(line);
  return writer.hex();
}

/** A polygon as hex EWKB. */
export function polygonEwkb(srid: number, polygon: Polygon): string {
  const writer = new Writer(HEAD + SRID + sizeOfPolygon(polygon));
  writer.head(POLYGON, srid);
  writer.rings(polygon);
  return writer.hex();
}

/** Several lines as one hex EWKB. */
export function multiLineEwkb(srid: number, lines: readonly (readonly Position[])[]): string {
  const size = lines.reduce((sum, line) => sum + HEAD + sizeOfLine(line), HEAD + SRID + COUNT);
  const writer = new Writer(size);
  writer.head(MULTI_LINE, srid);
  writer.count(lines.length);
  for (const line of lines) {
    writer.head(LINE);
    writer.positions(line);
  }
  return writer.hex();
}

/** Several polygons as one hex EWKB. */
export function multiPolygonEwkb(srid: number, polygons: readonly Polygon[]): string {
  const size = polygons.reduce((sum, polygon) => sum + HEAD + sizeOfPolygon(polygon), HEAD + SRID + COUNT);
  const writer = new Writer(size);
  writer.head(MULTI_POLYGON, srid);
  writer.count(polygons.length);
  for (const polygon of polygons) {
    writer.head(POLYGON);
    writer.rings(polygon);
  }
  return writer.hex();
}
