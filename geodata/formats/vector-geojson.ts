import { readFile } from 'node:fs/promises';
import { vectorFault } from './vector-fault.ts';
import type { VectorFeature } from './vector-feature.ts';

/** A GeoJSON file as it was read. */
export interface GeoJsonFile {
  /** EPSG code that it names; 4326 where it names none, as RFC 7946 has it; null for a name that says no code. */
  epsg: number | null;
  features: VectorFeature[];
  /** What stands beside the features (`name`, `metadata`, ...), for adapters that know their publisher. */
  beside: Readonly<Record<string, unknown>>;
}

/** `urn:ogc:def:crs:EPSG::28992`, `EPSG:28992`, `http://www.opengis.net/def/crs/EPSG/0/28992`, `...:OGC:1.3:CRS84`. */
function epsgOf(crs: unknown): number | null {
  if (crs === undefined || crs === null) return 4326;
  const name = (crs as { properties?: { name?: unknown } }).properties?.name;
  if (typeof name !== 'string') return null;
  if (/CRS84$/i.test(name)) return 4326;
  const code = /EPSG.*?(\d{4,6})$/i.exec(name)?.[1];
  return code === undefined ? null : Number(code);
}

interface Feature {
  type?: unknown;
  properties?: Record<string, unknown> | null;
  geometry?: GeoJSON.Geometry | null;
}

const GEOMETRIES = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
];

function featureOf(feature: Feature, index: number): VectorFeature {
  const geometry = feature.geometry ?? null;
  const known = geometry !== null && GEOMETRIES.includes(geometry.type);
  return { number: index + 1, properties: feature.properties ?? {}, geometry: known ? geometry : null };
}

/**
 * Reads a collection of features, all at once.
 * @throws ImportError `vector-damaged` for text that is no JSON, `vector-unknown` for JSON that is no features
 */
export async function readGeoJson(path: string): Promise<GeoJsonFile> {
  let read: unknown;
  try {
    read = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw vectorFault('vector-damaged', cause);
  }
  const { type, features, crs, ...beside } = (read ?? {}) as Record<string, unknown>;
  if (type === 'Feature') return { epsg: epsgOf(crs), features: [featureOf(read as Feature, 0)], beside: {} };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) throw vectorFault('vector-unknown');
  return { epsg: epsgOf(crs), features: features.map(featureOf), beside };
}
