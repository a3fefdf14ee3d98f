import type { LayerSpecification, Map as MapLibre, SourceSpecification } from 'maplibre-gl';
import type { Explore } from '../../state/explore.ts';
import type { PremisesPoint } from '../../state/premises-frame.ts';
import type { Palette } from '../palette.ts';
import type { PatternName } from '../pattern.ts';
import type { LayerGroup, MapLayer } from './layer.ts';
import { States } from './states.ts';

const BUILDINGS = { source: 'buildings', 'source-layer': 'building' } as const;

/** How buildings are drawn, from whatever source their tiles come. @param between what lies on them, under their edge */
export function buildingsGroup(
  palette: Palette,
  source: SourceSpecification,
  between: LayerSpecification[] = [],
): LayerGroup {
  return {
    sources: { buildings: source },
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
      ...between,
      {
        id: 'building-outline',
        type: 'line',
        ...BUILDINGS,
        minzoom: 14,
        paint: { 'line-color': palette['map-building-outline'], 'line-width': 1 },
      },
    ],
  };
}

/** Buildings; vacant ones are hatched, for planners in the reading of premises. */
export function buildingsLayer(): MapLayer {
  let drawn: unknown;
  const states = new States({ source: 'buildings', sourceLayer: 'building' });
  const tiles = { type: 'vector', url: '/tiles/buildings.json', promoteId: 'id' } as const;
  const hatches = [hatched('building-vacant', 'vacant'), hatched('building-partly-vacant', 'partly-vacant')];
  return {
    group: palette => buildingsGroup(palette, tiles, hatches),
    sync(map: MapLibre, explore: Explore) {
      const points = explore.reading === 'premises' ? explore.premisesPoints : [];
      if (points === drawn || (points.length === 0 && drawn === 'nothing')) return;
      drawn = points.length === 0 ? 'nothing' : points;
      states.set(
        map,
        vacancyOfBuildings(points).map(([id, vacancy]) => [id, { vacancy }]),
      );
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
function vacancyOfBuildings(points: readonly PremisesPoint[]): [building: string, pattern: PatternName][] {
  const counts = new Map<string, { all: number; vacant: number; partly: boolean }>();
  for (const { building, vacant, status } of points) {
    if (building === undefined) continue;
    const count = counts.get(building) ?? { all: 0, vacant: 0, partly: false };
    counts.set(building, count);
    count.all += 1;
    count.vacant += Number(vacant);
    count.partly ||= vacant || status === 'partly-vacant';
  }
  const withVacancy = [...counts].filter(([, { partly }]) => partly);
  return withVacancy.map(([id, { all, vacant }]) => [id, all === vacant ? 'vacant' : 'partly-vacant']);
}
