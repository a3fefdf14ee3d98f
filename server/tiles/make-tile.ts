import { type Geometry, WkbReader } from '#geometry/wkb.ts';
import type { TileColumns } from '../queries/tile.ts';
import { type AttributeValue, encodeTile, LayerWriter } from './encode.ts';
import type { TileWindow } from './grid.ts';
import { fieldNames, type MadeTile, type TileLayer, type VectorLayer } from './layer.ts';
import { FINE_TOLERANCE, LEAST_AREA, type Shape, shapeOf, TOLERANCE } from './shape.ts';

/** Least area in m2 (EPSG:3857) that a tile shows: what the statement leaves out need not be read. */
export function leastArea(window: TileWindow): number {
  return LEAST_AREA * window.unit ** 2;
}

/** How far lines may move: a pixel, or only what rounding moves where the map magnifies the tile itself. */
export function toleranceAt(z: number, maxZoom: number): number {
  return z < maxZoom ? TOLERANCE : FINE_TOLERANCE;
}

/** A feature on its way into a tile. */
export interface TileFeature {
  geometry: Geometry;
  values: AttributeValue[];
}

/** The features of a row of columns, one by one; `names` picks and orders the attributes. */
export function* featuresOf<Name extends string>(
  { wkb, columns }: TileColumns<Name>,
  names: readonly Name[],
): Generator<TileFeature> {
  const reader = new WkbReader(wkb);
  const picked = names.map(name => columns[name] as AttributeValue[]);
  for (let index = 0; !reader.done; index++) {
    yield { geometry: reader.next(), values: picked.map(column => column[index] ?? null) };
  }
}

/** A writer for a layer, with its fields as keys. */
export function writerFor(layer: VectorLayer): LayerWriter {
  return new LayerWriter(layer.id, fieldNames(layer));
}

/** Writes every feature of which something is to be seen. */
export function writeFeatures(
  writer: LayerWriter,
  features: Iterable<TileFeature>,
  window: TileWindow,
  tolerance: number,
): void {
  for (const { geometry, values } of features) {
    const shape = shapeOf(geometry, window, tolerance);
    if (shape !== undefined) writer.add(shape, values);
  }
}

/** A tile with one layer whose features are the rows as they come. */
export function plainTile<Name extends string>(
  layer: TileLayer,
  window: TileWindow,
  rows: TileColumns<Name>,
): MadeTile {
  const [vectorLayer] = layer.vectorLayers;
  const writer = writerFor(vectorLayer!);
  const features = featuresOf(rows, fieldNames(vectorLayer!) as Name[]);
  writeFeatures(writer, features, window, toleranceAt(window.z, layer.maxZoom));
  return { revision: rows.revision, bytes: encodeTile([writer]) };
}

/**
 * Puts shapes with the same type and attributes together as one: roads come in hundreds of short pieces,
 * and each feature costs its attributes and a turn of every filter in the browser.
 */
export class ShapeMerger {
  readonly #merged = new Map<string, { shape: Shape; values: AttributeValue[] }>();

  add(shape: Shape, values: AttributeValue[]): void {
    const key = JSON.stringify([shape.type, ...values]);
    const before = this.#merged.get(key);
    if (before === undefined) this.#merged.set(key, { shape, values });
    else for (const part of shape.parts) before.shape.parts.push(part);
  }

  /** Writes what was put together, in the order in which each kind first came. */
  write(writer: LayerWriter): void {
    for (const { shape, values } of this.#merged.values()) writer.add(shape, values);
  }
}
