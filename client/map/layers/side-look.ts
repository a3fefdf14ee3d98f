import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

const CLASSES = ['1', '2', '3', '4', '5'];
const UNKNOWN = ['not-observed', 'confidential', 'below-five'];

/** Where sides of streets come from, and how one is drawn. */
export interface SideSource {
  /** A GeoJSON source of lines. */
  source: string;
  /** Look of a side: `1` to `5`, `none`, `below-five`, `confidential` or `not-observed`. */
  drawnAs: ExpressionSpecification;
  /** Times as wide as a side on which a single premises was looked at. */
  weight: ExpressionSpecification;
}

/** How sides of streets are drawn by their vacancy: colour, stripes of the class, dashes where there is no number. */
export function sideLayers({ source, drawnAs, weight }: SideSource, palette: Palette): LayerSpecification[] {
  const colours = ([1, 2, 3, 4, 5] as const).flatMap(step => [String(step), palette[`vacancy-${step}`]]);
  const width = (more: number) => widthOf(weight, more);
  const line = (id: string, paint: object, minzoom = 11): LayerSpecification => ({
    id,
    type: 'line',
    source,
    minzoom,
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paint,
  });
  /** Stripes across a line, for what is vacant: closer where more is. Level dashes for what is no number. */
  const dashes = (id: string, drawn: string[], colour: string, dash: [number, number], opacity: number) =>
    line(
      id,
      {
        'line-color': colour,
        'line-width': width(0),
        'line-dasharray': dash,
        'line-opacity': ['match', drawnAs, drawn, opacity, 0],
      },
      14,
    );
  return [
    line('street-side-casing', {
      'line-color': ['match', drawnAs, CLASSES, palette['vacancy-outline'], palette['unknown-mark']],
      'line-width': width(1.6),
    }),
    line('street-side', {
      'line-color': ['match', drawnAs, ...colours, UNKNOWN, palette.unknown, palette.surface] as never,
      'line-width': width(0),
    }),
    dashes('street-side-few', ['1', '2'], palette['vacancy-outline'], [0.22, 1.4], 0.6),
    dashes('street-side-some', ['3'], palette['vacancy-outline'], [0.28, 0.9], 0.7),
    dashes('street-side-many', ['4', '5'], palette['vacancy-1'], [0.24, 0.55], 0.7),
    dashes('street-side-unknown', UNKNOWN, palette['unknown-mark'], [1.2, 1.6], 0.6),
  ];
}

/** Width of a line: more where more was looked at, and as the map grows; `more` pixels around it. */
function widthOf(weight: ExpressionSpecification, more: number): ExpressionSpecification {
  const at = (pixels: number) => ['+', ['*', weight, pixels], more];
  return ['interpolate', ['exponential', 1.5], ['zoom'], 12, at(1.5), 16, at(4.5), 19, at(11)] as never;
}
