import type { AreaKind } from '#vocabulary/area-kind.ts';
import { OSM_VACANCY_PREFIXES } from '#vocabulary/osm-function.ts';
import type { Tags } from './feature.ts';
import { useOf, vacancyTags } from './use.ts';

/** Kinds of object that are accounted for one by one: each is loaded, rejected or left out with a reason. */
export type AccountedKind = 'building' | 'address' | 'point-of-interest' | 'vacancy' | 'area';

const AREA_KINDS: ReadonlyMap<string, AreaKind> = new Map([
  ['industrial', 'work-area'],
  ['commercial', 'work-area'],
  ['retail', 'shopping-area'],
]);

/** Value of `building=*`, or of `disused:building=*` and the like: what is out of use still stands. */
export function buildingValue(tags: Tags): string | undefined {
  const values = [tags.building, ...OSM_VACANCY_PREFIXES.map(prefix => tags[`${prefix}:building`])];
  return values.find(value => value && value !== 'no');
}

/** Kind of area that a landuse is, undefined for any other. */
export function areaKind(tags: Tags): AreaKind | undefined {
  return AREA_KINDS.get(tags.landuse ?? '');
}

/** Everything that an object is; a shop in a building with an address of its own is three things. */
export function kindsOf(tags: Tags): AccountedKind[] {
  const kinds: AccountedKind[] = [];
  if (buildingValue(tags)) kinds.push('building');
  if (tags['addr:housenumber']) kinds.push('address');
  if (useOf(tags)) kinds.push('point-of-interest');
  if (vacancyTags(tags).length > 0) kinds.push('vacancy');
  if (areaKind(tags)) kinds.push('area');
  return kinds;
}
