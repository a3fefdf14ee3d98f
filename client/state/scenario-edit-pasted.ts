import { MOST_PLACE_VERTICES, type ScenarioPlace } from '#contract/scenario.ts';
import { rdToWgs84 } from '#geometry/rd.ts';

/** A drawn place. */
export type PolygonPlace = Extract<ScenarioPlace, { kind: 'polygon' }>;
type Position = PolygonPlace['coordinates'][number][number];

/** Why a text is no place: nothing like coordinates; fewer than three corners; too many; not in the Netherlands; more than one outline. */
export type PastedFault = 'unreadable' | 'too-few' | 'too-many' | 'outside' | 'several';

/** What came of a pasted text. */
export type Pasted = { place: PolygonPlace } | { fault: PastedFault };

/** Rough edges of the Netherlands, degrees: west, south, east, north. */
const COUNTRY = [3, 50.5, 7.5, 53.8] as const;
/** The same in metres RD. */
const COUNTRY_RD = [-7000, 289_000, 300_000, 629_000] as const;

const isWithin = (
  [x, y]: readonly [number, number],
  [west, south, east, north]: typeof COUNTRY | typeof COUNTRY_RD,
) => x >= west && x <= east && y >= south && y <= north;

/** Degrees of a pair, whichever way it was written: longitude first, latitude first, or metres RD. */
function degreesOf([a, b]: readonly [number, number]): Position | undefined {
  if (isWithin([a, b], COUNTRY)) return [a, b];
  if (isWithin([b, a], COUNTRY)) return [b, a];
  if (!isWithin([a, b], COUNTRY_RD)) return undefined;
  const [longitude, latitude] = rdToWgs84([a, b]);
  return [longitude, latitude];
}

/** A ring that ends where it starts. */
export function closedRing(ring: readonly Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined) return [];
  return first[0] === last[0] && first[1] === last[1] ? [...ring] : [...ring, [first[0], first[1]]];
}

/** Rings in the text of coordinates: a pair per line, or pairs after each other; decimals with a point. */
function pairsOf(text: string): [number, number][] | undefined {
  if (/[^\d\s.,;()[\]+-]/.test(text)) return undefined;
  const numbers = (text.match(/[+-]?\d+(\.\d+)?/g) ?? []).map(Number);
  if (numbers.length === 0 || numbers.length % 2 === 1) return undefined;
  return Array.from({ length: numbers.length / 2 }, (_, index) => [
    numbers[index * 2]!,
    numbers[index * 2 + 1]!,
  ]);
}

/** The geometries in a GeoJSON text, as polygons (lists of rings). Undefined: no GeoJSON with polygons. */
function polygonsOf(value: unknown): unknown[][] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, geometry, features, coordinates } = value as Record<string, unknown>;
  if (type === 'Feature') return polygonsOf(geometry);
  if (type === 'FeatureCollection' && Array.isArray(features)) {
    const all = features.map(polygonsOf);
    return all.every(one => one !== undefined) ? all.flat() : undefined;
  }
  if (type === 'Polygon' && Array.isArray(coordinates)) return [coordinates];
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return coordinates as unknown[][];
  return undefined;
}

const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length >= 2 && value.slice(0, 2).every(Number.isFinite);

function readRings(text: string): { rings: [number, number][][] } | { fault: PastedFault } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const pairs = pairsOf(text);
    return pairs === undefined ? { fault: 'unreadable' } : { rings: [pairs] };
  }
  const polygons = polygonsOf(value);
  if (polygons === undefined || polygons.length === 0) {
    const pairs = pairsOf(text);
    return pairs === undefined ? { fault: 'unreadable' } : { rings: [pairs] };
  }
  if (polygons.length > 1) return { fault: 'several' };
  const rings = polygons[0]!;
  const readable = rings.every(ring => Array.isArray(ring) && ring.every(isPair));
  return readable
    ? { rings: (rings as [number, number][][]).map(ring => ring.map(([x, y]) => [x, y])) }
    : { fault: 'unreadable' };
}

/**
 * The place that a pasted text means: GeoJSON with one polygon, or coordinates (degrees in either order, or metres RD)
 * of the corners of one outline.
 */
export function readPasted(text: string): Pasted {
  const read = readRings(text.trim());
  if ('fault' in read) return read;
  const rings = read.rings.map(ring => ring.map(degreesOf));
  if (rings.some(ring => ring.includes(undefined))) return { fault: 'outside' };
  const coordinates = (rings as Position[][]).map(closedRing);
  if (coordinates.length === 0 || coordinates.some(ring => ring.length < 4)) return { fault: 'too-few' };
  const vertices = coordinates.reduce((sum, ring) => sum + ring.length, 0);
  return vertices > MOST_PLACE_VERTICES ? { fault: 'too-many' } : { place: { kind: 'polygon', coordinates } };
}
