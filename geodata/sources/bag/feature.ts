import { multiPolygonEwkb, type Position, pointEwkb } from '#geometry/ewkb.ts';
import { wgs84ToRd } from '#geometry/rd.ts';
import { bagFault } from './fault.ts';
import { FIELD_NAMES, type FieldReader, type Placed } from './field.ts';

const SRID = 28992;

/** One object of an answer of a service. */
export interface BagFeature {
  /** How links of other objects refer to it; null without one. */
  reference: string | null;
  read: FieldReader;
  placed: Placed | null;
}

/** An answer of a service as far as it is read here. */
export interface FeatureAnswer {
  features: unknown[];
  /** Address of the next page; null on the last. */
  next: string | null;
  /** How many fit the question, where the service says it. */
  matched: number | null;
}

/** Reference systems that coordinates come in: RD as it is, degrees are turned into it. */
export type FeatureCrs = 'rd' | 'degrees';

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads an answer. @throws ImportError `bag-answer-unreadable` unless it is a collection of features */
export function answerOf(text: string): FeatureAnswer & { json: Json } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw bagFault('bag-answer-unreadable', cause);
  }
  if (!isJson(json) || !Array.isArray(json.features))
    throw bagFault('bag-answer-unreadable', new Error(text.slice(0, 300)));
  const links = Array.isArray(json.links) ? json.links.filter(isJson) : [];
  const next = links.find(({ rel }) => rel === 'next')?.href;
  const { numberMatched } = json;
  return {
    features: json.features,
    next: typeof next === 'string' ? next : null,
    matched: typeof numberMatched === 'number' ? numberMatched : null,
    json,
  };
}

/**
 * The reference system of an answer: by the header Content-Crs, else by its `crs` member, else by its coordinates, because some
 * services say it in neither.
 * @throws ImportError `bag-crs` for any other than RD and degrees
 */
export function crsOf(json: Json, stated: string | null = null): FeatureCrs {
  const member = isJson(json.crs) && isJson(json.crs.properties) ? json.crs.properties.name : undefined;
  const name = stated ?? (typeof member === 'string' ? member : undefined);
  if (name === undefined) return looksLikeRd(json.features) ? 'rd' : 'degrees';
  if (/28992\D*$/.test(name)) return 'rd';
  if (/CRS84\D*$|4326\D*$|4258\D*$/.test(name)) return 'degrees';
  throw bagFault('bag-crs', new Error(name));
}

/** Degrees stay below 360; RD of any place in the Netherlands has a number far above it. */
function looksLikeRd(features: unknown): boolean {
  const first = Array.isArray(features)
    ? features.find(each => isJson(each) && isJson(each.geometry))
    : undefined;
  const numbers = first === undefined ? [] : [(first as { geometry: Json }).geometry.coordinates].flat(5);
  return numbers.slice(0, 2).some(number => typeof number === 'number' && Math.abs(number) > 360);
}

/** An object of an answer with its fields and where it lies. */
export function featureOf(feature: unknown, crs: FeatureCrs): BagFeature {
  const { id, properties, geometry }: Json = isJson(feature) ? feature : {};
  const values: Json = isJson(properties) ? properties : {};
  return {
    reference: typeof id === 'string' || typeof id === 'number' ? `${id}` : null,
    read: field => {
      for (const name of FIELD_NAMES[field]) if (values[name] != null) return values[name];
      return undefined;
    },
    placed: placedOf(geometry, crs),
  };
}

function placedOf(geometry: unknown, crs: FeatureCrs): Placed | null {
  if (!isJson(geometry)) return null;
  const { type, coordinates } = geometry;
  if (type === 'Point') {
    const [position] = positionsOf([coordinates], crs) ?? [];
    return position ? { hex: pointEwkb(SRID, position), x: position[0], y: position[1] } : null;
  }
  const nested = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  if (!Array.isArray(nested) || nested.length === 0) return null;
  const polygons: Position[][][] = [];
  for (const rings of nested) {
    if (!Array.isArray(rings) || rings.length === 0) return null;
    const polygon = rings.map(ring => positionsOf(ring, crs));
    if (polygon.some(ring => ring === null || ring.length < 4)) return null;
    polygons.push(polygon as Position[][]);
  }
  const [x, y] = polygons[0]![0]![0]!;
  return { hex: multiPolygonEwkb(SRID, polygons), x, y };
}

function positionsOf(values: unknown, crs: FeatureCrs): Position[] | null {
  if (!Array.isArray(values)) return null;
  const positions: Position[] = [];
  for (const value of values) {
    if (!Array.isArray(value) || !Number.isFinite(value[0]) || !Number.isFinite(value[1])) return null;
    positions.push(crs === 'rd' ? [value[0], value[1]] : fromDegrees(value[0], value[1]));
  }
  return closed(positions);
}

/** Degrees to RD. What is no longitude and latitude of our parts would not converge: it is kept far outside. */
function fromDegrees(longitude: number, latitude: number): Position {
  if (longitude > 0 && longitude < 10 && latitude > 48 && latitude < 56) {
    const [x, y] = wgs84ToRd([longitude, latitude]);
    return [x, y];
  }
  // North first and then east: swapped in RD too, so that it is recognised.
  if (latitude > 0 && latitude < 10 && longitude > 48 && longitude < 56) {
    const [x, y] = wgs84ToRd([latitude, longitude]);
    return [y, x];
  }
  return [-1e7, -1e7];
}

/** A ring that ends where it began; a single position stays as it is. */
function closed(positions: Position[]): Position[] {
  const [first, last] = [positions[0], positions.at(-1)];
  if (positions.length < 3 || first === undefined || last === undefined) return positions;
  return first[0] === last[0] && first[1] === last[1] ? positions : [...positions, first];
}
