import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import { FONT_SEMIBOLD, widthAt } from './layer.ts';

const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;
const FLAT = { 'line-join': 'round' } as const;

/** Width of a side of a street, `more` pixels around it. */
export const sideWidth = (pixels: number, more = 0) =>
  widthAt(
    [
      [13, pixels / 2],
      [16, pixels],
      [18, pixels * 1.8],
    ],
    more,
  );

/** Whether a property of a feature is one of a few words. */
export const isOne = (property: string, values: string[]): ExpressionSpecification => [
  'in',
  ['get', property],
  ['literal', values],
];

/** One layer of lines. */
export const differenceLine = (
  source: string,
  { id, filter, paint, layout = ROUND }: Pick<LayerSpecification, 'id'> & LineParts,
) => ({ id, type: 'line', source, filter, layout, paint }) as LayerSpecification;

interface LineParts {
  filter: ExpressionSpecification;
  paint: object;
  layout?: object | undefined;
}

/** A line of which nothing can be said. */
export const dashedLine = (palette: Palette) => ({
  'line-color': palette['unknown-mark'],
  'line-width': sideWidth(3),
  'line-dasharray': [3, 1.5],
});

function changeColour(palette: Palette): ExpressionSpecification {
  return ['match', ['get', 'change'], 'better', palette['difference-5'], palette['difference-1']];
}

/** Sides of streets by what changes: their property `change` says so. Better and worse get a sign as well. */
export function differenceLines(source: string, palette: Palette): LayerSpecification[] {
  const changed = isOne('change', ['better', 'worse']);
  const grey = palette['unknown-mark'];
  const dotted = { ...dashedLine(palette), 'line-dasharray': [1, 2] };
  const line = (id: string, filter: ExpressionSpecification, paint: object, layout?: object) =>
    differenceLine(source, { id, filter, paint, layout });
  return [
    line('side-same', isOne('change', ['same']), { 'line-color': grey, 'line-width': sideWidth(2.5) }),
    line('side-unknown', isOne('change', ['unknown']), dashedLine(palette), FLAT),
    line('side-unobserved', isOne('change', ['unobserved']), dotted, FLAT),
    line('side-changed-casing', changed, {
      'line-color': palette['map-halo'],
      'line-width': sideWidth(7, 3),
    }),
    line('side-changed', changed, { 'line-color': changeColour(palette), 'line-width': sideWidth(7) }),
  ];
}

/** The signs of better and worse: a disc with minus or plus, for less and more vacancy. */
export function differenceMarks(source: string, palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'side-mark',
      type: 'circle',
      source,
      minzoom: 14.5,
      paint: {
        'circle-color': changeColour(palette),
        'circle-radius': 8,
        'circle-stroke-color': palette['map-halo'],
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'side-mark-sign',
      type: 'symbol',
      source,
      minzoom: 14.5,
      layout: {
        'text-field': ['match', ['get', 'change'], 'better', '−', '+'],
        'text-font': FONT_SEMIBOLD,
        'text-size': 16,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette['on-function'] },
    },
  ];
}
