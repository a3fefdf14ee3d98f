import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { Explore } from '../../state/explore.ts';
import { premisesAt } from '../../state/premises-frame.ts';
import type { PatternName } from '../pattern.ts';
import type { MapLayer } from './layer.ts';

const BUILDINGS = { source: 'buildings', 'source-layer': 'building' } as const;

/** Buildings; vacant ones are hatched, for planners in the reading of premises. */
export function buildingsLayer(): MapLayer {
  let drawn: unknown[] = [];
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
        hatched('building-vacant', 'vacant'),
        hatched('building-partly-vacant', 'partly-vacant'),
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
      const now = [explore.premisesFrame.value, explore.referenceDate, explore.reading];
      if (now.every((part, index) => part === drawn[index])) return;
      drawn = now;
      map.removeFeatureState({ source: 'buildings', sourceLayer: 'building' });
      for (const [id, vacancy] of vacancyOfBuildings(explore))
        map.setFeatureState({ source: 'buildings', sourceLayer: 'building', id }, { vacancy });
    },
  };
}

/** Hatch of a building in a state; the state says so, the pattern itself never changes. */
function hatched(id: string, pattern: PatternName): LayerSpecification {
  return {
    id,
    type: 'fill',
    ...BUILDINGS,
    minzoom: 13,
    paint: {
      'fill-pattern': pattern,
      'fill-opacity': ['case', ['==', ['feature-state', 'vacancy'], pattern], 1, 0],
    },
  };
}

/** Wholly or partly vacant buildings: one empty shop under forty homes does not make a building empty. */
function vacancyOfBuildings(explore: Explore): ReadonlyMap<string, PatternName> {
  const [frame, date] = [explore.premisesFrame.value, explore.referenceDate];
  if (frame === undefined || date === undefined || explore.reading !== 'premises') return new Map();
  const counts = new Map<string, { all: number; vacant: number }>();
  for (const { building, vacant } of premisesAt(frame, date, 'all')) {
    if (building === undefined) continue;
    const count = counts.get(building) ?? { all: 0, vacant: 0 };
    counts.set(building, { all: count.all + 1, vacant: count.vacant + Number(vacant) });
  }
  const withVacancy = [...counts].filter(([, { vacant }]) => vacant > 0);
  return new Map(
    withVacancy.map(([id, { all, vacant }]) => [id, all === vacant ? 'vacant' : 'partly-vacant']),
  );
}
