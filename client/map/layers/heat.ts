import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { rdToWgs84 } from '#geometry/rd.ts';
import type { Explore } from '../../state/explore.ts';
import { HEAT_BANDWIDTH } from '../../state/heat.ts';
import { premisesAt } from '../../state/premises-frame.ts';
import { faded, type Palette } from '../palette.ts';
import { emptySource, type MapLayer } from './layer.ts';

/** Pixels per metre at zoom 0 (512 px tiles) in the middle of the Netherlands, 52.1 degrees north. */
const PIXELS_PER_METRE = 512 / (40_075_016.686 * Math.cos((52.1 * Math.PI) / 180));

/** A radius in metres: doubles with every zoom. Below 4 px a heat map flickers. */
function radius(metres: number) {
  const at = (zoom: number) => Math.max(4, metres * PIXELS_PER_METRE * 2 ** zoom);
  return ['interpolate', ['exponential', 2], ['zoom'], 8, at(8), 18, at(18)] as never;
}

function ramp(palette: Palette) {
  return [
    'interpolate',
    ['linear'],
    ['heatmap-density'],
    0,
    faded(palette['vacancy-1']),
    0.06,
    palette['vacancy-1'],
    0.3,
    palette['vacancy-2'],
    0.5,
    palette['vacancy-3'],
    0.75,
    palette['vacancy-4'],
    1,
    palette['vacancy-5'],
  ] as never;
}

/** Where vacancy lies close together: squares for everybody, premises for planners. A picture, not a figure. */
export function heatLayer(): MapLayer {
  let drawn: unknown[] = [];
  return {
    group: palette => ({
      sources: { 'heat-cells': emptySource(), 'heat-premises': emptySource() },
      ground: (['cells', 'premises'] as const).map(kind => ({
        id: `heat-${kind}`,
        type: 'heatmap',
        source: `heat-${kind}`,
        paint: {
          'heatmap-weight': ['get', 'weight'],
          'heatmap-radius': radius(HEAT_BANDWIDTH[kind]),
          'heatmap-intensity': kind === 'cells' ? 0.06 : 0.5,
          'heatmap-color': ramp(palette),
          'heatmap-opacity': 0.8,
        },
      })),
    }),
    sync(map: MapLibre, explore: Explore) {
      const on = explore.reading === 'concentration';
      const { referenceDate } = explore;
      const now = [
        on,
        explore.cellFigures,
        explore.premisesFrame.value,
        referenceDate,
        explore.view.value.function,
      ];
      if (now.every((part, index) => part === drawn[index])) return;
      drawn = now;
      setPoints(map, 'heat-cells', on && !explore.planner ? ofCells(explore) : []);
      setPoints(map, 'heat-premises', on && explore.planner ? ofPremises(explore) : []);
    },
  };
}

function setPoints(map: MapLibre, source: string, features: GeoJSON.Feature[]): void {
  map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features });
}

const point = (coordinates: number[], weight: number): GeoJSON.Feature => ({
  type: 'Feature',
  properties: { weight },
  geometry: { type: 'Point', coordinates },
});

/** Only squares with a number: what is confidential is no 0 and no guess; the legend says how many are left out. */
function ofCells({ cellFigures }: Explore): GeoJSON.Feature[] {
  return cellFigures.flatMap(({ x, y, size, figure }) =>
    typeof figure.vacant === 'number' && figure.vacant > 0
      ? [point([...rdToWgs84([x + size / 2, y + size / 2])], figure.vacant)]
      : [],
  );
}

function ofPremises({ premisesFrame, referenceDate, view }: Explore): GeoJSON.Feature[] {
  if (premisesFrame.value === undefined || referenceDate === undefined) return [];
  const points = premisesAt(premisesFrame.value, referenceDate, view.value.function);
  return points.filter(({ vacant }) => vacant).map(({ position }) => point(position, 1));
}
