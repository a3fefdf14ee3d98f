import type { LayerSpecification } from 'maplibre-gl';
import type { EmbedFeature } from '#contract/embed-map.ts';
import { boundsOf } from '../../state/scenario-reading-bounds.ts';
import type { Palette } from '../palette.ts';
import { collectionOf, ofKind, sourceOf } from './embed-feature.ts';
import { FONT, FONT_SEMIBOLD, featureOf, type LayerGroup } from './layer.ts';

/** Edges of areas: kinds differ by line, never by colour alone. The fill is what can be pressed. */
export function outlines(features: readonly EmbedFeature[], palette: Palette): LayerGroup {
  const line = (kind: string, colour: string, width: number, dash?: number[]): LayerSpecification => ({
    id: `outline-${kind}`,
    type: 'line',
    source: 'outline',
    filter: ['==', ['get', 'line'], kind],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width, ...(dash && { 'line-dasharray': dash }) },
  });
  return {
    sources: {
      outline: sourceOf(features, 'outline', ({ line }) => ({ line })),
      'outline-name': { type: 'geojson', data: collectionOf(names(features)) },
    },
    labels: [nameLayer(palette)],
    standing: [
      {
        id: 'outline-fill',
        type: 'fill',
        source: 'outline',
        paint: {
          'fill-color': palette['map-centre'],
          'fill-opacity': ['match', ['get', 'line'], 'town-centre', 0.05, 0],
        },
      },
      line('policy-zone', palette['map-centre'], 1),
      line('work-area', palette['map-work-area'], 2, [6, 3]),
      line('village-core', palette['map-centre'], 2, [2, 1.5]),
      line('town-centre', palette['map-centre'], 2),
    ],
  };
}

/** What stands before the figure in the words of an area, in its middle. */
function names(features: readonly EmbedFeature[]): GeoJSON.Feature[] {
  return ofKind(features, 'outline').flatMap(({ feature: { words, line, geometry }, index }) => {
    const bounds = boundsOf([geometry]);
    if (bounds === undefined) return [];
    const coordinates = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
    const name = words.replace(/: [^:]*$/, '');
    return [featureOf(String(index), { type: 'Point', coordinates }, { name, line, index })];
  });
}

const nameLayer = (palette: Palette): LayerSpecification => ({
  id: 'outline-name',
  type: 'symbol',
  source: 'outline-name',
  layout: {
    'text-field': ['get', 'name'],
    'text-font': [
      'match',
      ['get', 'line'],
      'work-area',
      ['literal', FONT],
      ['literal', FONT_SEMIBOLD],
    ] as never,
    'text-size': ['interpolate', ['linear'], ['zoom'], 11, 12, 16, 15],
    'text-max-width': 9,
    'symbol-sort-key': ['match', ['get', 'line'], 'town-centre', 0, 'village-core', 0, 1],
  },
  paint: {
    'text-color': palette['map-label'],
    'text-halo-color': palette['map-halo'],
    'text-halo-width': 2,
  },
});
