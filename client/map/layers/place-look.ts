import type { LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import { FONT_SEMIBOLD } from './layer.ts';

/** Whether the reader chose the measure that a feature belongs to: its property `chosen` says so. */
export const isChosen = ['get', 'chosen'] as never;

const polygons = ['==', ['geometry-type'], 'Polygon'] as never;

/** Ground of the place of a measure. */
export const placeFill = (source: string, palette: Palette): LayerSpecification => ({
  id: 'place-fill',
  type: 'fill',
  source,
  filter: polygons,
  paint: { 'fill-color': palette.accent, 'fill-opacity': ['case', isChosen, 0.22, 0.07] },
});

/** Edge of the place of a measure. */
export const placeOutline = (source: string, palette: Palette): LayerSpecification => ({
  id: 'place-outline',
  type: 'line',
  source,
  filter: polygons,
  paint: {
    'line-color': palette.accent,
    'line-width': ['case', isChosen, 4, 1.75],
    'line-dasharray': [4, 1.5],
  },
});

/** Numbers of measures on their discs: property `number`, as text. */
export const placeNumbers = (source: string, palette: Palette): LayerSpecification[] => [
  {
    id: 'place-number-disc',
    type: 'circle',
    source,
    paint: {
      'circle-color': ['case', isChosen, palette.accent, palette.ink],
      'circle-radius': ['case', isChosen, 15, 12],
      'circle-stroke-color': palette['map-halo'],
      'circle-stroke-width': 2,
    },
  },
  {
    id: 'place-number',
    type: 'symbol',
    source,
    layout: {
      'text-field': ['get', 'number'],
      'text-font': FONT_SEMIBOLD,
      'text-size': 14,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': palette['map-halo'] },
  },
];
