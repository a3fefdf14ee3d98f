import type { MapGeoJSONFeature, Map as MapLibre, PointLike } from 'maplibre-gl';
import type { Explore } from '../../state/explore.ts';
import type { Selection } from '../../state/view.ts';

/** Layers that can be pressed, the topmost first, and what a press on each chooses. */
const PRESSABLE: readonly { layers: string[]; kind: Selection['kind'] }[] = [
  {
    layers: [
      'premises-vacant',
      'premises-partly-vacant',
      'premises-in-use',
      'premises-unknown',
      'premises-dot',
    ],
    kind: 'premises',
  },
  { layers: ['area-name'], kind: 'area' },
  { layers: ['cell'], kind: 'cell' },
  { layers: ['area-fill'], kind: 'area' },
];

/** A finger is wider than a mouse: half a target around the point. */
const REACH = 6;

function pressed(map: MapLibre, { x, y }: { x: number; y: number }, explore: Explore): Selection | null {
  const around: [PointLike, PointLike] = [
    [x - REACH, y - REACH],
    [x + REACH, y + REACH],
  ];
  for (const { layers, kind } of PRESSABLE) {
    const found = map.queryRenderedFeatures(kind === 'premises' ? around : [x, y], { layers });
    const id = kind === 'area' ? smallest(found, explore) : found.find(isSeen)?.properties.id;
    if (typeof id === 'string') return { kind, id };
  }
  return null;
}

/** Markers of every look lie on each other, and the state says which one is seen. */
function isSeen({ layer, state, source }: MapGeoJSONFeature): boolean {
  if (!source.startsWith('premises')) return true;
  return layer.id === 'premises-dot' ? state.now === 'vacant' : layer.id === `premises-${state.now}`;
}

/** Of areas on top of each other the smallest: the larger ones can be pressed elsewhere. */
function smallest(found: readonly MapGeoJSONFeature[], explore: Explore): string | undefined {
  const ids = new Set(found.map(({ properties }) => String(properties.id)));
  const areas = (explore.areas.value?.areas ?? []).filter(({ id }) => ids.has(id));
  return areas.toSorted((a, b) => a.hectares - b.hectares)[0]?.id;
}

/** Chooses what is pressed, or with Enter what lies in the middle; a press beside everything chooses nothing. */
export function selectByPress(map: MapLibre, explore: Explore): void {
  map.on('click', ({ point }) => explore.select(pressed(map, point, explore)));
  map.getCanvas().addEventListener('keydown', event => {
    if (event.key === 'Enter') explore.select(pressed(map, map.project(map.getCenter()), explore));
  });
  map.on('mousemove', ({ point }) => {
    map.getCanvas().style.cursor = pressed(map, point, explore) === null ? '' : 'pointer';
  });
}
