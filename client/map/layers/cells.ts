import type {
  ExpressionSpecification,
  GeoJSONSource,
  LayerSpecification,
  Map as MapLibre,
} from 'maplibre-gl';
import { rdToWgs84 } from '#geometry/rd.ts';
import type { CellFigure } from '../../state/cell.ts';
import type { Explore } from '../../state/explore.ts';
import { measuredRate, vacancyClass } from '../../state/vacancy-class.ts';
import { shownText } from '../../text/format.ts';
import type { Palette } from '../palette.ts';
import type { PatternName } from '../pattern.ts';
import { emptySource, FONT, type MapLayer } from './layer.ts';

const drawnAs: ExpressionSpecification = ['to-string', ['feature-state', 'drawn']];
const selected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];

/** A mark that is a pattern; shown where the state of the square says so, so that a step moves no geometry. */
function mark(pattern: PatternName): LayerSpecification {
  return {
    id: `cell-${pattern}`,
    type: 'fill',
    source: 'cells',
    paint: { 'fill-pattern': pattern, 'fill-opacity': ['case', ['==', drawnAs, pattern], 0.6, 0] },
  };
}

function ground(palette: Palette): LayerSpecification[] {
  const classes = ([1, 2, 3, 4, 5] as const).flatMap(step => [String(step), palette[`vacancy-${step}`]]);
  return [
    {
      id: 'cell',
      type: 'fill',
      source: 'cells',
      paint: {
        'fill-color': ['match', drawnAs, ...classes, palette.surface] as never,
        'fill-opacity': ['match', drawnAs, ['1', '2', '3', '4', '5'], 0.85, 'none', 0.35, 0],
      },
    },
    mark('not-observed'),
    mark('confidential'),
    mark('below-five'),
    {
      id: 'cell-outline',
      type: 'line',
      source: 'cells',
      paint: {
        'line-color': palette['vacancy-outline'],
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.4, 13, 1],
        'line-opacity': ['match', drawnAs, ['1', '2', '3', '4', '5'], 1, 0.4],
      },
    },
  ];
}

function standing(palette: Palette): LayerSpecification[] {
  const line = (id: string, colour: string, width: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'cells',
    paint: { 'line-color': colour, 'line-width': width, 'line-opacity': ['case', selected, 1, 0] },
  });
  return [
    line('cell-selected-casing', palette['selected-casing'], 7),
    line('cell-selected', palette.selected, 3),
  ];
}

/** The square's number, once there is room for it. */
function labels(palette: Palette): LayerSpecification[] {
  const number = (id: string, source: string, minzoom: number): LayerSpecification => ({
    id,
    type: 'symbol',
    source,
    minzoom,
    filter: ['!=', ['get', 'words'], ''],
    layout: {
      'text-field': ['get', 'words'],
      'text-font': FONT,
      'text-size': 13,
      'text-allow-overlap': false,
    },
    paint: {
      'text-color': palette['map-label'],
      'text-halo-color': palette['map-halo'],
      'text-halo-width': 1.6,
    },
  });
  return [
    number('cell-number-500', 'cell-numbers-500', 13),
    number('cell-number-100', 'cell-numbers-100', 15.5),
  ];
}

/** CBS squares coloured by the rate of vacancy. */
export function cellsLayer(): MapLayer {
  let geometry = '';
  let drawn: unknown[] = [];
  let chosen: string | undefined;
  return {
    group: palette => ({
      sources: { cells: emptySource(), 'cell-numbers-100': emptySource(), 'cell-numbers-500': emptySource() },
      ground: ground(palette),
      standing: standing(palette),
      labels: labels(palette),
    }),
    sync(map: MapLibre, explore: Explore) {
      const { measure, selection } = explore.view.value;
      const cells = explore.reading === 'percentage' ? explore.cellFigures : [];
      const ids = cells.map(({ id }) => id).join();
      if (ids !== geometry) {
        setFeatures(map, 'cells', cells.map(square));
        geometry = ids;
        drawn = [];
      }
      const now = [cells, measure, explore.wording];
      if (now.some((part, index) => part !== drawn[index])) {
        for (const { id, figure } of cells)
          map.setFeatureState(
            { source: 'cells', id },
            { drawn: String(vacancyClass(measuredRate(figure, measure))) },
          );
        for (const size of [100, 500])
          setFeatures(
            map,
            `cell-numbers-${size}`,
            cells.filter(cell => cell.size === size).map(cell => number(cell, explore)),
          );
        drawn = now;
      }
      const wanted = selection?.kind === 'cell' ? selection.id : undefined;
      if (chosen !== undefined && chosen !== wanted)
        map.setFeatureState({ source: 'cells', id: chosen }, { selected: false });
      if (wanted !== undefined) map.setFeatureState({ source: 'cells', id: wanted }, { selected: true });
      chosen = wanted;
    },
  };
}

function setFeatures(map: MapLibre, source: string, features: GeoJSON.Feature[]): void {
  map.getSource<GeoJSONSource>(source)?.setData({ type: 'FeatureCollection', features });
}

/** Outline of a square; RD is not parallel to the map, so all four corners are turned. */
function square({ id, x, y, size }: CellFigure): GeoJSON.Feature {
  const corners = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ] as const;
  const ring = corners.map(corner => [...rdToWgs84(corner)]);
  return { type: 'Feature', properties: { id }, geometry: { type: 'Polygon', coordinates: [ring] } };
}

/** Where the number of a square stands and what it says; nothing where a pattern says it. */
function number({ id, x, y, size, figure }: CellFigure, explore: Explore): GeoJSON.Feature {
  const { say, write } = explore.wording;
  const rate = measuredRate(figure, explore.view.value.measure);
  const words =
    rate === null || rate === 'confidential' || rate === 0 ? '' : shownText(rate, write.percent, say);
  const coordinates = [...rdToWgs84([x + size / 2, y + size / 2])];
  return { type: 'Feature', properties: { id, words }, geometry: { type: 'Point', coordinates } };
}
