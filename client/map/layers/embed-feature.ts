import type { EmbedFeature } from '#contract/embed-map.ts';
import { featureOf } from './layer.ts';
import { pointAlong } from './scenario-layer.ts';

/** Kinds of what an embed draws; each has a source of its own. */
export type EmbedKind = EmbedFeature['kind'];

/** A feature of one kind. */
export type FeatureOf<K extends EmbedKind> = Extract<EmbedFeature, { kind: K }>;

/** Features of one kind, each with its place in the list: what is pressed is found back by that. */
export function ofKind<K extends EmbedKind>(
  features: readonly EmbedFeature[],
  kind: K,
): { feature: FeatureOf<K>; index: number }[] {
  return features.flatMap((feature, index) =>
    feature.kind === kind ? [{ feature: feature as FeatureOf<K>, index }] : [],
  );
}

/** A collection for a GeoJSON source. */
export const collectionOf = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

/** A GeoJSON source of one kind of feature. @param more properties besides the index */
export function sourceOf<K extends EmbedKind>(
  features: readonly EmbedFeature[],
  kind: K,
  more: (feature: FeatureOf<K>) => Record<string, unknown> = () => ({}),
) {
  const data = collectionOf(
    ofKind(features, kind).map(({ feature, index }) =>
      featureOf(String(index), feature.geometry as GeoJSON.Geometry, { ...more(feature), index }),
    ),
  );
  return { type: 'geojson', data } as const;
}

/** Where the sign of a side of a street stands: halfway along its longest line. */
export function middleOfSide({ geometry }: FeatureOf<'side'>): [number, number] | undefined {
  const longest = geometry.coordinates.toSorted((a, b) => b.length - a.length)[0];
  return longest && pointAlong(longest, 0.5);
}
