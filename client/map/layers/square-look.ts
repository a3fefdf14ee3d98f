import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';
import type { PatternName } from '../pattern.ts';

const CLASSES = ['1', '2', '3', '4', '5'];

/**
 * How squares are drawn: the colour and the hatch of their class, a pattern where there is no number, an edge. What is
 * drawn is read from the state or the properties of each square, so that a step moves no geometry.
 * @param source GeoJSON source of the squares
 * @param drawnAs gives the look of a square: `1` to `5`, `none`, `below-five`, `confidential` or `not-observed`
 */
export function squareLayers(
  source: string,
  drawnAs: ExpressionSpecification,
  palette: Palette,
): LayerSpecification[] {
  const colours = ([1, 2, 3, 4, 5] as const).flatMap(step => [String(step), palette[`vacancy-${step}`]]);
  const pattern = (name: PatternName, drawn: string, opacity: number): LayerSpecification => ({
    id: `cell-${name}`,
    type: 'fill',
    source,
    paint: { 'fill-pattern': name, 'fill-opacity': ['case', ['==', drawnAs, drawn], opacity, 0] },
  });
  return [
    {
      id: 'cell',
      type: 'fill',
      source,
      paint: {
        'fill-color': ['match', drawnAs, ...colours, palette.surface] as never,
        'fill-opacity': ['match', drawnAs, CLASSES, 0.8, 'none', 0.35, 0],
      },
    },
    ...CLASSES.map(step => pattern(`hatch-${step}` as PatternName, step, 0.45)),
    pattern('not-observed', 'not-observed', 0.45),
    pattern('confidential', 'confidential', 0.6),
    pattern('below-five', 'below-five', 0.6),
    {
      id: 'cell-outline',
      type: 'line',
      source,
      paint: {
        'line-color': palette['vacancy-outline'],
        'line-width': 1,
        'line-opacity': ['match', drawnAs, CLASSES, 0.9, 'not-observed', 0.15, 0.35],
      },
    },
  ];
}
