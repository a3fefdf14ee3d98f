/** Layers of the base map, as stored and as served. */
export type BaseLayer = 'land' | 'water' | 'green' | 'built_up' | 'road' | 'rail' | 'place';

/** What one group of tag values becomes on the base map. */
export interface BaseRule {
  /** Shape that it is taken from; other shapes with the same tag are not drawn. */
  shape: 'point' | 'line' | 'area';
  key: string;
  /** Values, separated by spaces. */
  values: string;
  layer: BaseLayer;
  class: string;
  /** First zoom at which it is drawn; for areas the size decides as well. */
  minZoom: number;
}

/** From OpenStreetMap tags to the base map; the first rule that fits decides. */
export const OSM_BASE: readonly BaseRule[] = [
  road('motorway motorway_link', 'motorway', 5),
  road('trunk trunk_link', 'motorway', 6),
  road('primary primary_link', 'main', 8),
  road('secondary secondary_link', 'main', 9),
  road('tertiary tertiary_link', 'main', 11),
  road('unclassified residential living_street pedestrian road busway bus_guideway', 'local', 12),
  road('service track', 'service', 14),
  road('footway cycleway path steps bridleway', 'path', 14),
  { shape: 'line', key: 'railway', values: 'rail', layer: 'rail', class: 'rail', minZoom: 8 },
  {
    shape: 'line',
    key: 'railway',
    values: 'tram light_rail subway narrow_gauge',
    layer: 'rail',
    class: 'tram',
    minZoom: 12,
  },
  { shape: 'line', key: 'waterway', values: 'river canal', layer: 'water', class: 'line', minZoom: 9 },
  { shape: 'line', key: 'waterway', values: 'stream', layer: 'water', class: 'line', minZoom: 12 },
  { shape: 'line', key: 'waterway', values: 'ditch drain', layer: 'water', class: 'line', minZoom: 14 },
  area('natural', 'water bay strait', 'water', 'area'),
  area('waterway', 'riverbank dock', 'water', 'area'),
  area('landuse', 'reservoir basin', 'water', 'area'),
  area('leisure', 'park garden golf_course pitch playground nature_reserve', 'green', 'park'),
  area('landuse', 'cemetery recreation_ground allotments village_green', 'green', 'park'),
  area('landuse', 'grass meadow flowerbed', 'green', 'grass'),
  area('natural', 'grassland heath scrub shrubbery wetland', 'green', 'grass'),
  area('landuse', 'forest', 'green', 'wood'),
  area('natural', 'wood', 'green', 'wood'),
  area('landuse', 'farmland orchard vineyard farmyard greenhouse_horticulture', 'green', 'farmland'),
  area('landuse', 'residential', 'built_up', 'residential'),
  area('landuse', 'industrial commercial construction railway depot', 'built_up', 'work'),
  area('landuse', 'retail', 'built_up', 'retail'),
  area('landuse', 'education institutional', 'built_up', 'community'),
  area('highway', 'pedestrian', 'built_up', 'square'),
  area('place', 'square', 'built_up', 'square'),
  place('city', 'city', 4),
  place('town', 'town', 7),
  place('village hamlet', 'village', 10),
  place('suburb quarter neighbourhood', 'quarter', 13),
];

function road(values: string, name: string, minZoom: number): BaseRule {
  return { shape: 'line', key: 'highway', values, layer: 'road', class: name, minZoom };
}

function area(key: string, values: string, layer: BaseLayer, name: string): BaseRule {
  return { shape: 'area', key, values, layer, class: name, minZoom: 0 };
}

function place(values: string, name: string, minZoom: number): BaseRule {
  return { shape: 'point', key: 'place', values, layer: 'place', class: name, minZoom };
}
