import type { GeoJSONSource, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { Explore } from '../../state/explore.ts';
import { type PremisesPoint, premisesAt } from '../../state/premises-frame.ts';
import { markerName } from '../marker-image.ts';
import type { Palette } from '../palette.ts';
import { emptySource, type MapLayer } from './layer.ts';

/** From here on markers carry letters; before, vacant premises are dots and the others are not shown. */
const LETTERS_FROM = 15;

function labels(palette: Palette): LayerSpecification[] {
  const source = 'premises';
  return [
    {
      id: 'premises-dot',
      type: 'circle',
      source,
      maxzoom: LETTERS_FROM,
      filter: ['get', 'vacant'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 2, 15, 6],
        'circle-color': palette['vacancy-4'],
        'circle-stroke-color': palette['map-halo'],
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: 'premises-in-use',
      type: 'symbol',
      source,
      minzoom: 16,
      filter: ['all', ['!', ['get', 'vacant']], ['any', ['!', ['get', 'minor']], ['>=', ['zoom'], 18]]],
      layout: { 'icon-image': ['get', 'marker'], 'icon-size': 0.9, 'icon-padding': 1 },
    },
    {
      id: 'premises-vacant',
      type: 'symbol',
      source,
      minzoom: LETTERS_FROM,
      filter: ['get', 'vacant'],
      layout: { 'icon-image': ['get', 'marker'], 'icon-allow-overlap': true, 'icon-padding': 0 },
    },
    {
      id: 'premises-selected',
      type: 'circle',
      source,
      paint: {
        'circle-radius': 18,
        'circle-opacity': 0,
        'circle-stroke-color': palette.selected,
        'circle-stroke-width': 3,
        'circle-stroke-opacity': ['case', ['boolean', ['feature-state', 'selected'], false], 1, 0],
      },
    },
  ];
}

/** Premises one by one, for planners: lettered by function, vacant ones on a hatched square. */
export function premisesLayer(): MapLayer {
  let drawn: unknown[] = [];
  let chosen: string | undefined;
  return {
    group: palette => ({ sources: { premises: emptySource() }, labels: labels(palette) }),
    sync(map: MapLibre, explore: Explore) {
      const { reading } = explore;
      const { selection, function: scope } = explore.view.value;
      const now = [reading === 'premises', explore.premisesFrame.value, explore.referenceDate, scope];
      if (now.some((part, index) => part !== drawn[index])) {
        const features = reading === 'premises' ? pointsOf(explore).map(feature) : [];
        map.getSource<GeoJSONSource>('premises')?.setData({ type: 'FeatureCollection', features });
        drawn = now;
      }
      const wanted = selection?.kind === 'premises' ? selection.id : undefined;
      if (wanted === chosen) return;
      if (chosen !== undefined) map.removeFeatureState({ source: 'premises', id: chosen });
      if (wanted !== undefined) map.setFeatureState({ source: 'premises', id: wanted }, { selected: true });
      chosen = wanted;
    },
  };
}

function pointsOf({ premisesFrame, referenceDate, view }: Explore): PremisesPoint[] {
  const frame = premisesFrame.value;
  return frame && referenceDate ? premisesAt(frame, referenceDate, view.value.function) : [];
}

/** `minor` ones are homes and what nobody knows: there are thousands, so they come last. */
function feature({ id, position, function: code, vacant }: PremisesPoint): GeoJSON.Feature {
  const minor = code === 'housing' || code === 'unknown';
  return {
    type: 'Feature',
    properties: { id, vacant, minor, marker: markerName(code, vacant) },
    geometry: { type: 'Point', coordinates: position },
  };
}
