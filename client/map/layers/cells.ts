import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import { shownText } from '#figures/format.ts';
import { vacancyClass } from '#figures/vacancy-class.ts';
import { type CellSize, cellRing } from '#geometry/cell.ts';
import { rdToWgs84 } from '#geometry/rd.ts';
import type { CellFigure } from '../../state/cell.ts';
import type { Explore } from '../../state/explore.ts';
import { measuredRate } from '../../state/measured-rate.ts';
import { smoothingOf } from '../../state/surface.ts';
import type { Palette } from '../palette.ts';
import { emptySource, FONT_SEMIBOLD, featureOf, type MapLayer, setFeatures } from './layer.ts';
import { Selected } from './selected.ts';
import { squareLayers } from './square-look.ts';
import { States } from './states.ts';

const drawnAs: ExpressionSpecification = ['to-string', ['feature-state', 'drawn']];
const selected: ExpressionSpecification = ['boolean', ['feature-state', 'selected'], false];

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
  return [
    {
      id: 'cell-number',
      type: 'symbol',
      source: 'cell-numbers',
      layout: {
        'text-field': ['get', 'words'],
        'text-font': FONT_SEMIBOLD,
        'text-size': ['interpolate', ['linear'], ['zoom'], 14.5, 11.5, 16, 15],
        'text-padding': 1,
      },
      paint: {
        'text-color': palette['map-label'],
        'text-halo-color': palette['map-halo'],
        'text-halo-width': 1.8,
      },
    },
  ];
}

/** Zooms from which squares and their numbers are drawn. */
function setZooms(map: MapLibre, size: number, palette: Palette): void {
  const { squaresFrom } = smoothingOf(size);
  for (const { id } of [...squareLayers('cells', drawnAs, palette), ...standing(palette)])
    map.setLayerZoomRange(id, squaresFrom, 24);
  map.setLayerZoomRange('cell-number', squaresFrom, 24);
}

/** CBS squares coloured by the rate of vacancy, hatched, and with their number: what the surface is made of. */
export function cellsLayer(): MapLayer {
  let palette: Palette;
  let cells: readonly CellFigure[] = [];
  let geometry = '';
  let drawn: unknown[] = [];
  let late: ReturnType<typeof setTimeout> | undefined;
  const states = new States({ source: 'cells' });
  const chosen = new Selected({ source: 'cells' });

  function lay(map: MapLibre): void {
    const ids = cells.map(({ id }) => id).join();
    if (ids === geometry) return;
    geometry = ids;
    states.clear();
    setFeatures(map, 'cells', cells.map(square));
    if (cells[0]) setZooms(map, cells[0].size, palette);
  }

  /** Letters need a layout, so they follow when the step has been painted; until then none are shown. */
  function write(map: MapLibre, explore: Explore): void {
    clearTimeout(late);
    map.setPaintProperty('cell-number', 'text-opacity', 0);
    late = setTimeout(() => {
      setFeatures(
        map,
        'cell-numbers',
        cells.flatMap(cell => number(cell, explore)),
      );
      map.setPaintProperty('cell-number', 'text-opacity', 1);
    }, 120);
  }

  return {
    group(now) {
      palette = now;
      return {
        sources: { cells: emptySource(), 'cell-numbers': emptySource() },
        ground: squareLayers('cells', drawnAs, palette),
        standing: standing(palette),
        labels: labels(palette),
      };
    },
    sync(map: MapLibre, explore: Explore) {
      const { measure, selection } = explore.view.value;
      const now = [explore.reading === 'percentage', explore.cellFigures, measure, explore.wording];
      if (now.some((part, index) => part !== drawn[index])) {
        drawn = now;
        cells = explore.reading === 'percentage' ? explore.cellFigures : [];
        lay(map);
        states.set(
          map,
          cells.map(({ id, figure }) => [id, { drawn: String(vacancyClass(measuredRate(figure, measure))) }]),
        );
        write(map, explore);
      }
      chosen.set(map, selection?.kind === 'cell' ? selection.id : undefined);
    },
  };
}

/** Outline of a square; RD is not parallel to the map, so all four corners are turned. */
function square({ id, x, y, size }: CellFigure): GeoJSON.Feature {
  const ring = cellRing(x, y, size as CellSize).map(corner => [...rdToWgs84(corner)]);
  return featureOf(id, { type: 'Polygon', coordinates: [ring] });
}

/** Premises in a square from which on a per cent says something: "100 %" of one shop misleads, "1 van 1" does not. */
const FEW = 10;

/** What a square says: its rate, or how many of how few. */
function cellWords({ figure }: CellFigure, { wording, view }: Explore): string {
  const { say, write } = wording;
  const { observed, vacant } = figure;
  const few = view.value.measure === 'count' && typeof observed === 'number' && observed < FEW;
  if (few && typeof vacant === 'number')
    return say.streetVacantOf(write.count(vacant), write.count(observed));
  return shownText(measuredRate(figure, view.value.measure), write.wholePercent, say);
}

/** Where the number of a square stands and what it says; nothing where a pattern says it. */
function number(cell: CellFigure, explore: Explore): GeoJSON.Feature[] {
  const { id, x, y, size, figure } = cell;
  const rate = measuredRate(figure, explore.view.value.measure);
  if (rate === null || rate === 'confidential' || rate === 0) return [];
  const words = cellWords(cell, explore);
  const coordinates = [...rdToWgs84([x + size / 2, y + size / 2])];
  return [featureOf(id, { type: 'Point', coordinates }, { words })];
}
