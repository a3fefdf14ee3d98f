import { wgs84ToRd } from '#geometry/rd.ts';
import { isInside, type Ring } from '#geometry/ring.ts';
import type { PlaceGeometry } from '../contract/published-scenario.ts';
import type { ScenarioPlace } from '../contract/scenario.ts';
import type { BaseArea, ScenarioBase } from '../contract/scenario-base.ts';
import type { Words } from './measure.ts';

type Polygons = readonly (readonly Ring[])[];

/** The area or zone of a base with an id; undefined when the base has none. */
export function baseAreaById(base: ScenarioBase, id: string): BaseArea | undefined {
  return [base.area, ...base.zones].find(area => area.id === id);
}

/** Polygons of a place in degrees; undefined for a place that is no polygon, or that the base does not know. */
function polygonsOf(place: ScenarioPlace, base: ScenarioBase): Polygons | undefined {
  if (place.kind === 'polygon') return [place.coordinates];
  if (place.kind === 'area') return baseAreaById(base, place.id)?.coordinates;
  return undefined;
}

/**
 * To whole millimetres: sines and roots may differ in their last digit from one engine to another, and everything that
 * follows from a place must not.
 */
const toRd = (ring: Ring): Ring =>
  ring.map(point => {
    const [x, y] = wgs84ToRd(point);
    return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
  });

const inRd = new WeakMap<object, Polygons>();

/** The same polygons in metres RD; converted once, because a place does not change but is replaced. */
export function placePolygonsRd(place: ScenarioPlace, base: ScenarioBase): Polygons | undefined {
  const polygons = polygonsOf(place, base);
  if (polygons === undefined) return undefined;
  const key = place.kind === 'polygon' ? place.coordinates : polygons;
  const known = inRd.get(key);
  if (known) return known;
  const made = polygons.map(rings => rings.map(toRd));
  inRd.set(key, made);
  return made;
}

/** Premises of a place, ascending and as a set: found once, because places are replaced and never changed. */
interface Members {
  base: ScenarioBase;
  found: readonly number[];
  set: ReadonlySet<number>;
}

const members = new WeakMap<ScenarioPlace, Members>();

function membersOf(place: ScenarioPlace, base: ScenarioBase): Members {
  const known = members.get(place);
  if (known?.base === base) return known;
  const isIn = membership(place, base);
  const found: number[] = [];
  for (let index = 0; index < base.premises.ids.length; index++) if (isIn(index)) found.push(index);
  const made = { base, found, set: new Set(found) };
  members.set(place, made);
  return made;
}

const areaPlaces = new WeakMap<ScenarioBase, Map<string, ScenarioPlace>>();

/** The place that an area or zone of a base is; always the same object, so that what is in it is found once. */
export function areaPlace(base: ScenarioBase, id: string): ScenarioPlace {
  const places = areaPlaces.get(base) ?? new Map<string, ScenarioPlace>();
  areaPlaces.set(base, places);
  const place = places.get(id) ?? { kind: 'area', id };
  places.set(id, place);
  return place;
}

/**
 * Indexes of the base's premises in a place, ascending: by their point for areas and polygons, by name for street
 * sides and chosen premises. Ids that the base does not know are left out.
 */
export function premisesInPlace(place: ScenarioPlace, base: ScenarioBase): readonly number[] {
  return membersOf(place, base).found;
}

/** The same as a set. */
export function premisesSetInPlace(place: ScenarioPlace, base: ScenarioBase): ReadonlySet<number> {
  return membersOf(place, base).set;
}

function membership(place: ScenarioPlace, base: ScenarioBase): (premises: number) => boolean {
  const { ids, x, y, streetSides } = base.premises;
  if (place.kind === 'premises') {
    const chosen = new Set(place.ids);
    return premises => chosen.has(ids[premises]!);
  }
  if (place.kind === 'street-sides') {
    const chosen = new Set(place.ids);
    return premises => chosen.has(base.streetSides[streetSides[premises]!]?.id ?? '');
  }
  const polygons = placePolygonsRd(place, base) ?? [];
  return premises => polygons.some(rings => isInside(rings, x[premises]!, y[premises]!));
}

/** Outline of a place for the map, degrees (CRS84); null for chosen premises and for what the base does not know. */
export function placeOutline(place: ScenarioPlace, base: ScenarioBase): PlaceGeometry | null {
  if (place.kind === 'premises') return null;
  if (place.kind === 'street-sides') {
    const lines = base.streetSides.filter(({ id }) => place.ids.includes(id));
    return lines.length === 0
      ? null
      : { type: 'MultiLineString', coordinates: lines.flatMap(({ coordinates }) => coordinates) };
  }
  const polygons = polygonsOf(place, base);
  if (polygons === undefined) return null;
  const coordinates = polygons.map(rings =>
    rings.map(ring => ring.map(([x, y]): [number, number] => [x, y])),
  );
  return { type: 'MultiPolygon', coordinates };
}

const MOST_NAMES = 4;

/** Where a place is, in words: the name of an area, the streets, or how it was made. */
export function placeWords(place: ScenarioPlace, base: ScenarioBase): Words {
  if (place.kind === 'polygon')
    return { nl: `getekende plek in ${base.area.name}`, en: `drawn place in ${base.area.name}` };
  if (place.kind === 'premises') return { nl: 'gekozen panden', en: 'chosen premises' };
  if (place.kind === 'area') {
    const name = baseAreaById(base, place.id)?.name;
    return { nl: name ?? 'onbekend gebied', en: name ?? 'unknown area' };
  }
  const sides = base.streetSides.filter(({ id }) => place.ids.includes(id));
  const streets = [...new Set(sides.map(({ street }) => street))];
  const named = streets.slice(0, MOST_NAMES).join(', ');
  const more = streets.length - MOST_NAMES;
  if (more <= 0) return { nl: named, en: named };
  return { nl: `${named} en ${more} andere straten`, en: `${named} and ${more} other streets` };
}
