import type { FunctionCode } from '#vocabulary/function.ts';
import {
  OSM_BUILDING_FUNCTIONS,
  OSM_FUNCTIONS,
  OSM_VACANCY_KEYS,
  OSM_VACANCY_PREFIXES,
  type OsmUseCode,
} from '#vocabulary/osm-function.ts';
import type { Tags } from './feature.ts';

/** What the tags say an object is used for. */
export interface OsmUse {
  /** `not-premises`: a bench, a parking space, a mall with shops of its own. */
  code: OsmUseCode;
  /** Nothing is in it now; `code` is then what it was last. */
  vacant: boolean;
  /** The tag that decided: `shop=bakery`, `disused:amenity=restaurant`. */
  tag: string;
}

function table(meanings: Readonly<Partial<Record<string, string>>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(meanings).flatMap(([code, values = '']) => values.split(' ').map(value => [value, code])),
  );
}

const TABLES = new Map(
  OSM_FUNCTIONS.map(meaning => [meaning.key, { ...meaning, codes: table(meaning.values) }]),
);
const BUILDINGS = table(OSM_BUILDING_FUNCTIONS);

/** What `building=*` says; `unknown` for `yes` and for values that say nothing of a use. */
export function buildingFunction(value: string): FunctionCode {
  return (BUILDINGS.get(value) ?? 'unknown') as FunctionCode;
}

/** What one tag means. Of several values (`cafe;bar`) the first counts. */
function meaningOf(key: string, values: string): OsmUseCode {
  const value = values.split(';')[0]!.trim();
  if (key === 'building') return buildingFunction(value);
  const meaning = TABLES.get(key)!;
  return (meaning.codes.get(value) ?? meaning.otherwise) as OsmUseCode;
}

/** Every tag that may say what was there, in order of preference; written once, because most objects have none. */
const VACANCY_TAGS: readonly { name: string; key: string; isState: boolean }[] = OSM_VACANCY_KEYS.flatMap(
  key => [
    ...(key === 'building' ? [] : [{ name: key, key, isState: true }]),
    ...OSM_VACANCY_PREFIXES.map(prefix => ({ name: `${prefix}:${key}`, key, isState: false })),
  ],
);
const VACANCY_NAMES: ReadonlySet<string> = new Set(VACANCY_TAGS.map(({ name }) => name));

function saysVacancy(tags: Tags): boolean {
  for (const name in tags) if (VACANCY_NAMES.has(name)) return true;
  return false;
}

/** Tags that say what was there (`disused:shop=*`, `shop=vacant`), in order of preference. */
export function vacancyTags(tags: Tags): OsmUse[] {
  if (!saysVacancy(tags)) return [];
  return VACANCY_TAGS.flatMap(({ name, key, isState }): OsmUse[] => {
    const value = tags[name];
    const says = isState ? value === 'vacant' : value !== undefined && value !== '' && value !== 'no';
    return says ? [{ code: meaningOf(key, value!), vacant: true, tag: `${name}=${value}` }] : [];
  });
}

/** Tags that say what is there now. */
function presentTags(tags: Tags): OsmUse[] {
  return OSM_FUNCTIONS.flatMap(({ key }) => {
    const value = tags[key];
    if (!value || value === 'no' || value === 'vacant') return [];
    return [{ code: meaningOf(key, value), vacant: false, tag: `${key}=${value}` }];
  });
}

/**
 * The use of an object: what is there now, else what was there last, else that it is no premises.
 * @returns undefined when its tags say nothing of a use
 */
export function useOf(tags: Tags): OsmUse | undefined {
  const all = [...presentTags(tags), ...vacancyTags(tags)];
  return all.find(({ code }) => code !== 'not-premises') ?? all[0];
}
