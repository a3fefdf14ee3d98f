import { opaqueId } from '../../import/opaque-id.ts';
import type { OsmFeature, Tags } from './feature.ts';
import { buildingValue } from './kind.ts';
import type { Stage } from './stage.ts';
import { buildingFunction } from './use.ts';

/** Years that the register and mappers write for "not known": 1005 "very old", 9999 "unknown". */
const UNKNOWN_YEARS = new Set([1005, 9999]);
const OLDEST = 1000;

/** Kinds of BAG object by digits 5 and 6 of an id: pand, berth and pitch (what houseboats and caravans carry); unit. */
const BAG_TYPES = { building: ['10', '02', '03'], premises: ['01'] };

/**
 * A BAG id from `ref:bag`, with the leading zeros that spreadsheets and editors have dropped.
 * @returns null without one, or when it is the id of another kind of object
 */
export function bagId(tags: Tags, type: keyof typeof BAG_TYPES): string | null {
  const digits = (tags['ref:bag'] ?? '').trim();
  if (!/^\d{8,16}$/.test(digits)) return null;
  const id = digits.padStart(16, '0');
  return BAG_TYPES[type].includes(id.slice(4, 6)) ? id : null;
}

/** Year from `start_date`: `1987`, `1987-05`, `~1930`; null when no year can be read from it. */
export function buildYear(startDate: string | undefined): number | null {
  const year = Number(/^~?(\d{4})(?:-\d\d){0,2}$/.exec((startDate ?? '').trim())?.[1] ?? 0);
  return year < OLDEST || UNKNOWN_YEARS.has(year) ? null : year;
}

/** Adds a building. One BAG id on two outlines (a building drawn in parts) names the first one only. */
export function stageBuilding(stage: Stage, feature: OsmFeature, named: Set<string>): void {
  const { reference, shape, tags, geometry } = feature;
  const use = buildingValue(tags)!;
  if (shape !== 'area') {
    stage.reject('building', reference, 'not-an-area', `building=${use}`);
    return;
  }
  const bag = bagId(tags, 'building');
  const id = bag && !named.has(bag) ? bag : opaqueId('building', reference);
  named.add(id);
  const status = use === 'construction' ? 'under-construction' : 'in-use';
  const residential = buildingFunction(use) === 'housing';
  const year = buildYear(tags.start_date);
  stage.add(
    'osm_building',
    reference,
    id,
    bag,
    year,
    status,
    use === 'yes' ? null : use,
    residential,
    geometry,
  );
}
