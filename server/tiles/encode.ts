import { PbfWriter } from 'pbf';
import { EXTENT } from './grid.ts';
import { POINT, POLYGON, type Shape } from './shape.ts';

/** Value of an attribute. Null is not written: the specification has no null. */
export type AttributeValue = string | number | boolean | null;

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 7;

/** Field numbers of `vector_tile.proto`, Vector Tile Specification 2.1. */
const TILE_LAYER = 3;
const LAYER = { name: 1, feature: 2, key: 3, value: 4, extent: 5, version: 15 } as const;
const FEATURE = { tags: 2, type: 3, geometry: 4 } as const;
const VALUE = { string: 1, double: 3, uint: 5, sint: 6, boolean: 7 } as const;

/** One layer of a tile: features are written as they come, keys and values once. */
export class LayerWriter {
  readonly name: string;
  readonly #keys: readonly string[];
  readonly #features = new PbfWriter();
  readonly #values = new Map<AttributeValue, number>();
  #count = 0;

  /** @param keys names of the attributes, in the order in which values are given */
  constructor(name: string, keys: readonly string[]) {
    this.name = name;
    this.#keys = keys;
  }

  /** How many features have been written. */
  get count(): number {
    return this.#count;
  }

  /** Writes one feature; `values` has one entry per key. */
  add(shape: Shape, values: readonly AttributeValue[]): void {
    this.#count += 1;
    this.#features.writeMessage(
      LAYER.feature,
      (_, pbf) => {
        pbf.writePackedVarint(FEATURE.tags, this.#tags(values));
        pbf.writeVarintField(FEATURE.type, shape.type);
        pbf.writePackedVarint(FEATURE.geometry, commands(shape));
      },
      undefined,
    );
  }

  /** Writes the layer into a tile. */
  finish(tile: PbfWriter): void {
    tile.writeMessage(TILE_LAYER, (_, pbf) => this.#write(pbf), undefined);
  }

  #tags(values: readonly AttributeValue[]): number[] {
    const tags: number[] = [];
    for (let key = 0; key < this.#keys.length; key++) {
      const value = values[key] ?? null;
      if (value === null) continue;
      let index = this.#values.get(value);
      if (index === undefined) {
        index = this.#values.size;
        this.#values.set(value, index);
      }
      tags.push(key, index);
    }
    return tags;
  }

  #write(pbf: PbfWriter): void {
    pbf.writeVarintField(LAYER.version, 2);
    pbf.writeStringField(LAYER.name, this.name);
    const features = this.#features.finish();
    pbf.realloc(features.length);
    pbf.buf.set(features, pbf.pos);
    pbf.pos += features.length;
    for (const key of this.#keys) pbf.writeStringField(LAYER.key, key);
    for (const value of this.#values.keys()) pbf.writeMessage(LAYER.value, writeValue, value);
    pbf.writeVarintField(LAYER.extent, EXTENT);
  }
}

/** The bytes of a tile; layers without features are left out, and without any layer there are no bytes. */
export function encodeTile(layers: readonly LayerWriter[]): Uint8Array<ArrayBuffer> {
  const tile = new PbfWriter();
  for (const layer of layers) if (layer.count > 0) layer.finish(tile);
  // A copy: the writer's buffer is larger than what it holds, and tiles are kept.
  return Uint8Array.from(tile.finish());
}

function writeValue(value: AttributeValue, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(VALUE.string, value);
  else if (typeof value === 'boolean') pbf.writeBooleanField(VALUE.boolean, value);
  else if (typeof value === 'number') writeNumber(value, pbf);
}

function writeNumber(value: number, pbf: PbfWriter): void {
  if (!Number.isSafeInteger(value)) pbf.writeDoubleField(VALUE.double, value);
  else if (value >= 0) pbf.writeVarintField(VALUE.uint, value);
  else pbf.writeSVarintField(VALUE.sint, value);
}

/** Commands and zigzag parameters of specification 4.3; the cursor runs on through all parts. */
function commands({ type, parts }: Shape): number[] {
  const out: number[] = [];
  let x = 0;
  let y = 0;
  for (const part of parts) {
    const moves = type === POINT ? part.length / 2 : 1;
    out.push(MOVE_TO | (moves << 3));
    for (let index = 0; index < part.length; index += 2) {
      if (index === moves * 2) out.push(LINE_TO | ((part.length / 2 - 1) << 3));
      const nextX = part[index]!;
      const nextY = part[index + 1]!;
      out.push(zigzag(nextX - x), zigzag(nextY - y));
      x = nextX;
      y = nextY;
    }
    if (type === POLYGON) out.push(CLOSE_PATH | (1 << 3));
  }
  return out;
}

function zigzag(value: number): number {
  return (value << 1) ^ (value >> 31);
}
