import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { EmbedFeature } from '#contract/embed-map.ts';
import type { Palette } from '../palette.ts';
import { sideWidth } from './difference-look.ts';
import { sourceOf } from './embed-feature.ts';
import { outlines } from './embed-outlines.ts';
import { sides } from './embed-sides.ts';
import { emptySource, type LayerGroup } from './layer.ts';
import { placeFill, placeNumbers, placeOutline } from './place-look.ts';
import { squareLayers } from './square-look.ts';

const look: ExpressionSpecification = ['get', 'look'];

/** Metres of the largest radius, as on still maps: circles of neighbours touch, and hardly cover each other. */
const LARGEST = 260;
/** Pixels per metre at zoom 0 (512 px tiles) in the middle of the Netherlands, 52.1 degrees north. */
const PIXELS_PER_METRE = 512 / (40_075_016.686 * Math.cos((52.1 * Math.PI) / 180));

const squares = (features: readonly EmbedFeature[], palette: Palette): LayerGroup => ({
  sources: { square: sourceOf(features, 'square', ({ look }) => ({ look })) },
  ground: squareLayers('square', look, palette),
});

/** The area of a circle goes by its share, and it grows as the map does. */
function radius() {
  const at = (zoom: number) => ['*', ['sqrt', ['get', 'share']], LARGEST * PIXELS_PER_METRE * 2 ** zoom];
  return ['interpolate', ['exponential', 2], ['zoom'], 8, at(8), 20, at(20)] as never;
}

/** How much is vacant in a square. */
function circles(features: readonly EmbedFeature[], palette: Palette): LayerGroup {
  return {
    sources: { circle: sourceOf(features, 'circle', ({ share }) => ({ share })) },
    standing: [
      {
        id: 'circle',
        type: 'circle',
        source: 'circle',
        paint: {
          'circle-color': palette['vacancy-3'],
          'circle-opacity': 0.85,
          'circle-radius': radius(),
          'circle-stroke-color': palette['vacancy-outline'],
          'circle-stroke-width': 1.5,
        },
      },
    ],
  };
}

/** Where a scenario acts; the numbers are put where there is room for them, at every zoom anew. */
const measures = (features: readonly EmbedFeature[], palette: Palette): LayerGroup => ({
  sources: {
    measure: sourceOf(features, 'measure', () => ({ chosen: false })),
    'measure-number': emptySource(),
  },
  ground: [placeFill('measure', palette)],
  standing: [placeOutline('measure', palette)],
  labels: placeNumbers('measure-number', palette),
});

/** What the reader chose, of whatever kind: an edge around an area, beside a side of a street, around a circle. */
function chosen(palette: Palette): LayerGroup {
  const line = (id: string, type: 'Polygon' | 'LineString', paint: object): LayerSpecification => ({
    id,
    type: 'line',
    source: 'chosen',
    filter: ['==', ['geometry-type'], type],
    layout: { 'line-join': 'round' },
    paint,
  });
  return {
    sources: { chosen: emptySource() },
    standing: [
      line('chosen-casing', 'Polygon', { 'line-color': palette['selected-casing'], 'line-width': 7 }),
      line('chosen-area', 'Polygon', { 'line-color': palette.selected, 'line-width': 3 }),
      line('chosen-side', 'LineString', {
        'line-color': palette.selected,
        'line-width': sideWidth(3),
        'line-gap-width': sideWidth(10),
      }),
      {
        id: 'chosen-circle',
        type: 'circle',
        source: 'chosen',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-opacity': 0,
          'circle-radius': radius(),
          'circle-stroke-color': palette.selected,
          'circle-stroke-width': 3,
        },
      },
    ],
  };
}

/** Everything that an embed draws above the ground. */
export const embedGroups = (features: readonly EmbedFeature[], palette: Palette): LayerGroup[] =>
  [squares, circles, outlines, measures, sides]
    .map(group => group(features, palette))
    .concat(chosen(palette));
