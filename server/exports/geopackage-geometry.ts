import {
  multiLineEwkb,
  multiPolygonEwkb,
  type Polygon,
  type Position,
  pointEwkb,
} from '../../geodata/geometry/ewkb.ts';
import { wgs84ToRd } from '../../geodata/geometry/rd.ts';
import type { PlaceGeometry } from '../contract/published-scenario.ts';

/** EPSG code of RD New, in which everything is written. */
export const RD = 28992;

/** A geometry in metres RD. */
export type Shape = { type: 'Point'; coordinates: Position } | PlaceGeometry;

/** West, south, east, north in metres RD. */
export type Extent = [number, number, number, number];

const toRd = ([longitude, latitude]: Position): [number, number] => {
  const [x, y] = wgs84ToRd([longitude, latitude]);
  // A millimetre is more than the arithmetic promises; longer numbers would only look exact.
  return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
};

/** A geometry in degrees (CRS84) as the same in metres RD. */
export function shapeInRd(geometry: PlaceGeometry): PlaceGeometry {
  return geometry.type === 'MultiLineString'
    ? { type: geometry.type, coordinates: geometry.coordinates.map(line => line.map(toRd)) }
    : {
        type: geometry.type,
        coordinates: geometry.coordinates.map(rings => rings.map(ring => ring.map(toRd))),
      };
}

function positionsOf({ type, coordinates }: Shape): readonly Position[] {
  if (type === 'Point') return [coordinates];
  return type === 'MultiLineString' ? coordinates.flat() : coordinates.flat(2);
}

/** What some shapes cover together; undefined for nothing. */
export function extentOf(shapes: readonly Shape[]): Extent | undefined {
  const positions = shapes.flatMap(positionsOf);
  if (positions.length === 0) return undefined;
  const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    extent[0] = Math.min(extent[0], x);
    extent[1] = Math.min(extent[1], y);
    extent[2] = Math.max(extent[2], x);
    extent[3] = Math.max(extent[3], y);
  }
  return extent;
}

function ewkbOf({ type, coordinates }: Shape): string {
  if (type === 'Point') return pointEwkb(RD, coordinates);
  return type === 'MultiLineString'
    ? multiLineEwkb(RD, coordinates)
    : multiPolygonEwkb(RD, coordinates as readonly Polygon[]);
}

/** Bytes of the head of EWKB with an SRID: byte order, type, SRID. */
const EWKB_HEAD = 9;
const HAS_SRID = 0x20000000;

/** WKB as the OGC has it, without the SRID that EWKB carries in its head. */
function wkbOf(shape: Shape): Buffer {
  const ewkb = Buffer.from(ewkbOf(shape), 'hex');
  const head = Buffer.alloc(5);
  head[0] = 1;
  head.writeUInt32LE((ewkb.readUInt32LE(1) & ~HAS_SRID) >>> 0, 1);
  return Buffer.concat([head, ewkb.subarray(EWKB_HEAD)]);
}

const LITTLE_ENDIAN = 0b0000_0001;
const EMPTY = 0b0001_0000;
const WITH_ENVELOPE = 0b0000_0010;

/**
 * A geometry as a GeoPackage holds it (OGC 12-128r17, clause 2.1.3): `GP`, version 0, flags, SRS, an envelope
 * (min x, max x, min y, max y) except of a point, then WKB.
 */
export function geometryBlob(shape: Shape): Uint8Array {
  const extent = extentOf([shape]);
  const hasEnvelope = shape.type !== 'Point' && extent !== undefined;
  const head = Buffer.alloc(hasEnvelope ? 40 : 8);
  head.write('GP', 'latin1');
  head[3] = LITTLE_ENDIAN | (hasEnvelope ? WITH_ENVELOPE : 0) | (extent === undefined ? EMPTY : 0);
  head.writeInt32LE(RD, 4);
  if (hasEnvelope) {
    const [west, south, east, north] = extent;
    [west, east, south, north].forEach((value, index) => {
      head.writeDoubleLE(value, 8 + index * 8);
    });
  }
  return Buffer.concat([head, wkbOf(shape)]);
}
