import { multiPolygonEwkb, type Polygon } from '../geometry/ewkb.ts';
import type { Box } from './vector-crs.ts';

/** One object of a file of shapes. */
export interface VectorFeature {
  /** Place in its layer, from 1. */
  number: number;
  /** The file's own columns and their values. */
  properties: Readonly<Record<string, unknown>>;
  /** Null: the object has no shape. Coordinates in the system of the file. */
  geometry: GeoJSON.Geometry | null;
}

/** Positions that a ring needs: a triangle that closes. */
const RING = 4;

type Position = GeoJSON.Position;

/** Every position of a geometry, in no particular order of parts. */
export function* positionsOf(geometry: GeoJSON.Geometry): Generator<Position> {
  if (geometry.type === 'GeometryCollection') {
    for (const part of geometry.geometries) yield* positionsOf(part);
    return;
  }
  const open: unknown[] = [geometry.coordinates];
  while (open.length > 0) {
    const next = open.pop() as unknown[];
    if (typeof next[0] === 'number') yield next as Position;
    else for (const part of next) open.push(part);
  }
}

/** The box of a geometry in its own numbers; undefined for one without positions. */
export function boxOf(geometry: GeoJSON.Geometry): Box | undefined {
  let box: [number, number, number, number] | undefined;
  for (const [x, y] of positionsOf(geometry)) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined;
    box ??= [x!, y!, x!, y!];
    box[0] = Math.min(box[0], x!);
    box[1] = Math.min(box[1], y!);
    box[2] = Math.max(box[2], x!);
    box[3] = Math.max(box[3], y!);
  }
  return box;
}

const closed = (ring: readonly Position[]): boolean => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first !== undefined && first[0] === last![0] && first[1] === last![1];
};

/** Rings as they go into the database, closed; a polygon whose outer ring is no ring is nothing. */
function polygonOf(rings: readonly (readonly Position[])[]): Polygon | undefined {
  const whole = rings
    .map(ring => (ring.length > 0 && !closed(ring) ? [...ring, ring[0]!] : ring))
    .map(ring => ring.map(([x, y]) => [x!, y!] as const));
  if ((whole[0]?.length ?? 0) < RING) return undefined;
  return whole.filter(ring => ring.length >= RING);
}

/** Polygons of a geometry as hex EWKB, whatever else it holds left out; undefined where it holds none. */
export function polygonsEwkb(geometry: GeoJSON.Geometry, srid: number): string | undefined {
  const polygons = polygonsOf(geometry);
  return polygons.length === 0 ? undefined : multiPolygonEwkb(srid, polygons);
}

function polygonsOf(geometry: GeoJSON.Geometry): Polygon[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsOf);
  if (geometry.type === 'Polygon') return [polygonOf(geometry.coordinates)].filter(one => one !== undefined);
  if (geometry.type === 'MultiPolygon')
    return geometry.coordinates.map(polygonOf).filter(one => one !== undefined);
  return [];
}
