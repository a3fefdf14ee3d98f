import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { EmbedFeature } from '#contract/embed-map.ts';
import type { Palette } from '../palette.ts';
import { differenceLines, differenceMarks, sideWidth } from './difference-look.ts';
import { collectionOf, type FeatureOf, middleOfSide, ofKind, sourceOf } from './embed-feature.ts';
import { featureOf, type LayerGroup } from './layer.ts';
import { sideLayers } from './side-look.ts';

type Side = FeatureOf<'side'>;

const CLASSED = /^[1-5]$/;
const DIFFERENT = /^(better|worse|same|unknown|unobserved)$/;

const isSide = (feature: EmbedFeature, looks: RegExp): boolean =>
  feature.kind === 'side' && looks.test(feature.look);

/** Sides of a street with nothing vacant, and those of which there is no number: each has a line of its own. */
function plainLines(palette: Palette): LayerSpecification[] {
  const [grey, edge] = [palette['unknown-mark'], palette['vacancy-outline']];
  const line = (look: Side['look'], part: string, colour: string, width: number, dash?: number[]) => ({
    id: `side-${look}${part}`,
    type: 'line' as const,
    source: 'side-plain',
    filter: ['==', ['get', 'look'], look] as never,
    layout: { 'line-join': 'round' as const },
    paint: {
      'line-color': colour,
      'line-width': sideWidth(width),
      ...(dash && { 'line-dasharray': dash }),
    },
  });
  return [
    line('none', '', grey, 2.5),
    line('not-observed', '', grey, 2, [1, 2.5]),
    line('below-five', '', edge, 7),
    line('below-five', '-ground', palette.surface, 5),
    line('below-five', '-dots', edge, 2.2, [1, 1.75]),
    line('confidential', '', grey, 7),
    line('confidential', '-ground', palette.unknown, 4.5),
  ];
}

/** Where the signs of less and of more vacancy stand: halfway along each side that has one. */
export function changeMarks(
  features: readonly EmbedFeature[],
): { at: [number, number]; change: 'better' | 'worse'; index: number }[] {
  return ofKind(features, 'side').flatMap(({ feature, index }) => {
    const { look } = feature;
    const at = middleOfSide(feature);
    return at && (look === 'better' || look === 'worse') ? [{ at, change: look, index }] : [];
  });
}

const marks = (features: readonly EmbedFeature[]): GeoJSON.Feature[] =>
  changeMarks(features).map(({ at, change, index }) =>
    featureOf(String(index), { type: 'Point', coordinates: at }, { change, index }),
  );

/** A source of the sides with some looks; the index stays that of the whole list. */
function sourceOfLooks(features: readonly EmbedFeature[], looks: RegExp) {
  const { data } = sourceOf(features, 'side', ({ look }) => ({ look, change: look }));
  const shown = data.features.filter(({ properties }) => looks.test(properties?.look));
  return { type: 'geojson', data: collectionOf(shown) } as const;
}

/** Sides of streets: by their vacancy, or by what a scenario changes of it. */
export function sides(features: readonly EmbedFeature[], palette: Palette): LayerGroup {
  if (features.some(feature => isSide(feature, DIFFERENT)))
    return {
      sources: {
        side: sourceOfLooks(features, DIFFERENT),
        'side-mark': { type: 'geojson', data: collectionOf(marks(features)) },
      },
      standing: differenceLines('side', palette),
      labels: differenceMarks('side-mark', palette),
    };
  const drawnAs: ExpressionSpecification = ['get', 'look'];
  return {
    sources: {
      side: sourceOfLooks(features, CLASSED),
      'side-plain': sourceOfLooks(features, /^[^1-5]/),
    },
    standing: [
      ...plainLines(palette),
      ...sideLayers({ source: 'side', drawnAs, weight: ['literal', 1.5] as never }, palette),
    ],
  };
}
