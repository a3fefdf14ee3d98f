import { AREA_KIND_TERMS } from '#vocabulary/area-kind.ts';
import { type BaseRule, OSM_BASE } from '#vocabulary/osm-base.ts';
import { opaqueId } from '../../import/opaque-id.ts';
import { searchText } from '../../import/search-text.ts';
import type { OsmFeature, Tags } from './feature.ts';
import { areaKind } from './kind.ts';
import type { Stage } from './stage.ts';

/** Roads that a street name belongs to, whatever they are for; not what is only planned or a stop. */
const NOT_A_STREET = /^(construction|proposed|platform|bus_stop|rest_area|services|corridor|elevator|razed)$/;
/** Zoom for pavements and parking aisles: they double the road beside them on smaller scales. */
const DETAIL_ZOOM = 15;

/** Adds a work area or shopping area. */
export function stageArea(stage: Stage, { reference, shape, tags, geometry }: OsmFeature): void {
  const kind = areaKind(tags)!;
  if (shape !== 'area') {
    stage.reject('area', reference, 'not-an-area', `landuse=${tags.landuse}`);
    return;
  }
  const term = AREA_KIND_TERMS.find(({ code }) => code === kind)!;
  const word = term.nl.charAt(0).toUpperCase() + term.nl.slice(1);
  stage.add(
    'osm_area',
    reference,
    opaqueId('area', reference),
    kind,
    word,
    tags.name?.trim() || null,
    geometry,
  );
}

/** Adds the line of a street with a name. */
export function stageStreet(stage: Stage, { shape, tags, geometry }: OsmFeature): void {
  const name = tags.name?.trim();
  if (shape !== 'line' || !name || !tags.highway || NOT_A_STREET.test(tags.highway)) return;
  stage.add('osm_street', name, searchText(name), geometry);
}

const RULES = new Map(
  OSM_BASE.flatMap(rule =>
    rule.values.split(' ').map((value): [string, BaseRule] => [`${rule.shape} ${rule.key}=${value}`, rule]),
  ),
);
const RULE_KEYS = [...new Set(OSM_BASE.map(({ key }) => key))];

function baseRule(shape: string, tags: Tags): BaseRule | undefined {
  for (const key of RULE_KEYS) {
    const rule = tags[key] && RULES.get(`${shape} ${key}=${tags[key]}`);
    if (rule) return rule;
  }
  return undefined;
}

/** Adds what is drawn of an object on the base map, if anything. */
export function stageBase(stage: Stage, { shape, tags, geometry }: OsmFeature): void {
  const rule = baseRule(shape, tags);
  if (!rule || tags.location === 'underground') return;
  const detail =
    /^(sidewalk|crossing|traffic_island)$/.test(tags.footway ?? '') || tags.service !== undefined;
  const zoom = detail ? Math.max(rule.minZoom, DETAIL_ZOOM) : rule.minZoom;
  const name = tags.name?.trim() || null;
  stage.add('osm_base', rule.layer, rule.class, name, is(tags.bridge), is(tags.tunnel), zoom, geometry);
}

function is(value: string | undefined): boolean {
  return value !== undefined && value !== 'no';
}
