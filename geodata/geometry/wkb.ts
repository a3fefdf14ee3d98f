/**
 * Reader of Well-Known Binary (OGC 06-103r4, clause 8) and PostGIS' EWKB: points, lines, polygons and their
 * multi-forms, in either byte order. Several geometries may follow each other in one buffer, which is how a
 * tile query sends thousands of them in a single value. Z and M are read over; the SRID is not looked at.
 */

/**
 * Flat x, y pairs in the unit of the source. A polygon's ring repeats its first pair at the end. A view on
 * memory of the reader's own, free to be changed in place.
 */
export type Coordinates = Float64Array<ArrayBuffer>;

/** One geometry. An empty one has no parts. Of a polygon the first ring is the outer one, the rest are holes. */
export type Geometry =
  | { kind: 'point'; points: Coordinates }
  | { kind: 'line'; lines: Coordinates[] }
  | { kind: 'polygon'; polygons: Coordinates[][] };

const HAS_Z = 0x80000000;
const HAS_M = 0x40000000;
const HAS_SRID = 0x20000000;
const POINT = 1;
const LINE = 2;
const POLYGON = 3;

interface Head {
  type: number;
  /** Numbers per position: 2, 3 (Z or M) or 4. */
  width: number;
}

/** Reads geometry after geometry from one buffer. */
export class WkbReader {
  readonly #view: DataView;
  // One block for all coordinates: an array of its own for each small ring costs more than reading it.
  readonly #pool: Coordinates;
  #used = 0;
  #offset = 0;
  #littleEndian = true;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#pool = new Float64Array(Math.ceil(bytes.byteLength / 8));
  }

  /** Whether all bytes have been read. */
  get done(): boolean {
    return this.#offset >= this.#view.byteLength;
  }

  /**
   * The next geometry.
   * @throws RangeError when the bytes are cut off or hold another type (a collection, a curve)
   */
  next(): Geometry {
    const head = this.#head();
    switch (head.type) {
      case POINT:
        return { kind: 'point', points: present(this.#positions(1, head.width)) };
      case LINE:
        return { kind: 'line', lines: [this.#run(head.width)].filter(line => line.length > 0) };
      case POLYGON:
        return { kind: 'polygon', polygons: [this.#rings(head.width)].filter(rings => rings.length > 0) };
      case POINT + 3:
        return { kind: 'point', points: joined(this.#members(POINT, width => this.#positions(1, width))) };
      case LINE + 3:
        return { kind: 'line', lines: this.#members(LINE, width => this.#run(width)) };
      case POLYGON + 3:
        return { kind: 'polygon', polygons: this.#members(POLYGON, width => this.#rings(width)) };
      default:
        throw new RangeError(`geometry of WKB type ${head.type} is not read here`);
    }
  }

  #members<T>(type: number, read: (width: number) => T): T[] {
    const count = this.#uint32();
    const members: T[] = [];
    for (let index = 0; index < count; index++) {
      const head = this.#head();
      if (head.type !== type)
        throw new RangeError(`WKB type ${head.type} inside a multi-geometry of ${type}`);
      members.push(read(head.width));
    }
    return members;
  }

  #rings(width: number): Coordinates[] {
    const count = this.#uint32();
    const rings: Coordinates[] = [];
    for (let index = 0; index < count; index++) rings.push(this.#run(width));
    return rings;
  }

  #run(width: number): Coordinates {
    return this.#positions(this.#uint32(), width);
  }

  #positions(count: number, width: number): Coordinates {
    if (this.#offset + count * width * 8 > this.#view.byteLength) throw new RangeError('WKB is cut off');
    const view = this.#view;
    const littleEndian = this.#littleEndian;
    const coordinates = this.#pool.subarray(this.#used, this.#used + count * 2);
    const step = width * 8;
    let offset = this.#offset;
    for (let index = 0; index < count * 2; index += 2) {
      coordinates[index] = view.getFloat64(offset, littleEndian);
      coordinates[index + 1] = view.getFloat64(offset + 8, littleEndian);
      offset += step;
    }
    this.#offset = offset;
    this.#used += count * 2;
    return coordinates;
  }

  #head(): Head {
    this.#littleEndian = this.#view.getUint8(this.#offset) === 1;
    this.#offset += 1;
    const code = this.#uint32();
    if ((code & HAS_SRID) !== 0) this.#offset += 4;
    const plain = code & 0x1fffffff;
    const thousands = Math.floor(plain / 1000);
    const z = (code & HAS_Z) !== 0 || thousands === 1 || thousands === 3;
    const m = (code & HAS_M) !== 0 || thousands === 2 || thousands === 3;
    return { type: plain % 1000, width: 2 + Number(z) + Number(m) };
  }

  #uint32(): number {
    const value = this.#view.getUint32(this.#offset, this.#littleEndian);
    this.#offset += 4;
    return value;
  }
}

/** All geometries of a buffer, in order. */
export function readWkb(bytes: Uint8Array): Geometry[] {
  const reader = new WkbReader(bytes);
  const geometries: Geometry[] = [];
  while (!reader.done) geometries.push(reader.next());
  return geometries;
}

/** WKB writes an empty point as NaN, NaN. */
function present(point: Coordinates): Coordinates {
  return Number.isNaN(point[0]) ? new Float64Array(0) : point;
}

function joined(points: readonly Coordinates[]): Coordinates {
  return Float64Array.from(points.flatMap(point => [...present(point)]));
}
