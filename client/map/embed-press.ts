import type { Map as MapLibre, PointLike } from 'maplibre-gl';
import type { EmbedFeature } from '#contract/embed-map.ts';
import { boundsOf } from '../state/scenario-reading-bounds.ts';

/** Layers that can be pressed, the topmost first; only those are asked that the style has. */
const PRESSABLE: readonly { layers: readonly string[]; wide: boolean }[] = [
  { layers: ['place-number-disc'], wide: true },
  {
    layers: [
      ...['street-side', 'side-none', 'side-below-five', 'side-confidential', 'side-not-observed'],
      ...['side-changed', 'side-same', 'side-unknown', 'side-unobserved'],
    ],
    wide: true,
  },
  { layers: ['circle'], wide: false },
  { layers: ['cell'], wide: false },
  { layers: ['place-fill', 'outline-fill'], wide: false },
];

/** A finger is wider than a mouse: half a target around the point. */
const REACH = 8;

/** The feature under a point of the map: of those on top of each other the smallest. */
function pressed(map: MapLibre, features: readonly EmbedFeature[], { x, y }: { x: number; y: number }) {
  const around: [PointLike, PointLike] = [
    [x - REACH, y - REACH],
    [x + REACH, y + REACH],
  ];
  for (const { layers, wide } of PRESSABLE) {
    const known = layers.filter(layer => map.getLayer(layer) !== undefined);
    const found = map
      .queryRenderedFeatures(wide ? around : [x, y], { layers: known })
      .map(({ properties }) => features[Number(properties.index)])
      .filter(feature => feature !== undefined);
    if (found.length > 0) return found.toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
  }
  return undefined;
}

function sizeOf({ geometry }: EmbedFeature): number {
  if (geometry.type !== 'MultiPolygon') return 0;
  const [west, south, east, north] = boundsOf([geometry])!;
  return (east - west) * (north - south);
}

/** Tells what is pressed, or with Enter what lies in the middle; undefined beside everything. */
export function onPress(
  map: MapLibre,
  features: readonly EmbedFeature[],
  tell: (feature: EmbedFeature | undefined) => void,
): void {
  const canvas = map.getCanvas();
  map.on('click', ({ point }) => tell(pressed(map, features, point)));
  canvas.addEventListener('keydown', event => {
    if (event.key === 'Enter') tell(pressed(map, features, map.project(map.getCenter())));
    if (event.key === 'Escape') tell(undefined);
  });
  map.on('mousemove', ({ point }) => {
    canvas.style.cursor = pressed(map, features, point) === undefined ? '' : 'pointer';
  });
}
