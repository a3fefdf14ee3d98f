import type { Map as MapLibre } from 'maplibre-gl';
import type { Explore } from '../../state/explore.ts';
import { premisesAt } from '../../state/premises-frame.ts';
import type { MapLayer } from './layer.ts';

const BUILDINGS = { source: 'buildings', 'source-layer': 'building' } as const;

/** Buildings; one with a vacant premises in it is hatched, for planners in the reading of premises. */
export function buildingsLayer(): MapLayer {
  let drawn = new Set<string>();
  return {
    group: palette => ({
      sources: { buildings: { type: 'vector', url: '/tiles/buildings.json', promoteId: 'id' } },
      standing: [
        {
          id: 'building',
          type: 'fill',
          ...BUILDINGS,
          minzoom: 13,
          paint: {
            'fill-color': palette['map-building'],
            'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0, 13.6, 1],
          },
        },
        {
          id: 'building-vacant',
          type: 'fill',
          ...BUILDINGS,
          minzoom: 13,
          paint: {
            'fill-pattern': 'vacant',
            'fill-opacity': ['case', ['boolean', ['feature-state', 'vacant'], false], 1, 0],
          },
        },
        {
          id: 'building-outline',
          type: 'line',
          ...BUILDINGS,
          minzoom: 14,
          paint: { 'line-color': palette['map-building-outline'], 'line-width': 1 },
        },
      ],
    }),
    sync(map: MapLibre, explore: Explore) {
      const vacant = new Set(vacantBuildings(explore));
      const feature = (id: string) => ({ source: 'buildings', sourceLayer: 'building', id });
      for (const id of drawn) if (!vacant.has(id)) map.removeFeatureState(feature(id));
      for (const id of vacant) if (!drawn.has(id)) map.setFeatureState(feature(id), { vacant: true });
      drawn = vacant;
    },
  };
}

function vacantBuildings(explore: Explore): string[] {
  const [frame, date] = [explore.premisesFrame.value, explore.referenceDate];
  if (frame === undefined || date === undefined || explore.view.value.reading !== 'premises') return [];
  const ids = premisesAt(frame, date, explore.view.value.function)
    .filter(({ vacant }) => vacant)
    .map(({ building }) => building);
  return ids.filter(id => id !== undefined);
}
