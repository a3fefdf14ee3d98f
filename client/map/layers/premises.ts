import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { Explore } from '../../state/explore.ts';
import { everyPremises, type PremisesPlace, type PremisesPoint } from '../../state/premises-frame.ts';
import type { MarkerLook } from '../marker-image.ts';
import type { Palette } from '../palette.ts';
import { emptySource, featureOf, type MapLayer, setFeatures } from './layer.ts';
import { Selected } from './selected.ts';
import { States } from './states.ts';

/** From here on markers carry letters; before, vacant premises are dots and the others are not shown. */
const LETTERS_FROM = 15;

/** Source of the premises that are vacant, wholly or partly, on some date: few, so they can be told first. */
const EVER = 'premises-ever-vacant';

/** Looks of a premises on the chosen date; nothing where it was not asked for. */
const now: ExpressionSpecification = ['to-string', ['feature-state', 'now']];
const ifNow = (look: MarkerLook): ExpressionSpecification => ['case', ['==', now, look], 1, 0];

/** Markers of one look; an invisible one takes no room from others. */
function markers(look: MarkerLook, source: string, minzoom: number): LayerSpecification {
  return {
    id: `premises-${look}`,
    type: 'symbol',
    source,
    minzoom,
    layout: {
      'icon-image': ['concat', `${look}-`, ['get', 'function']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 15, 0.7, 17, 1],
      'icon-allow-overlap': look !== 'unknown',
      'icon-ignore-placement': true,
      'icon-padding': 0,
    },
    paint: { 'icon-opacity': ifNow(look) },
  };
}

function labels(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'premises-dot',
      type: 'circle',
      source: EVER,
      maxzoom: LETTERS_FROM,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 9, 1.6, 13, 3.5, 15, 6],
        'circle-color': palette['vacancy-4'],
        'circle-stroke-color': palette['map-halo'],
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 9, 0.5, 14, 1.5],
        'circle-opacity': ifNow('vacant'),
        'circle-stroke-opacity': ifNow('vacant'),
      },
    },
    {
      id: 'premises-in-use',
      type: 'symbol',
      source: 'premises',
      minzoom: 16,
      filter: ['any', ['!', ['get', 'minor']], ['>=', ['zoom'], 18]],
      layout: {
        'icon-image': ['concat', 'in-use-', ['get', 'function']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 16, 0.66, 18, 0.9],
        'icon-padding': 1,
      },
      paint: { 'icon-opacity': ifNow('in-use') },
    },
    markers('unknown', 'premises', 17.5),
    markers('partly-vacant', EVER, 16),
    markers('vacant', EVER, LETTERS_FROM),
    {
      id: 'premises-selected',
      type: 'circle',
      source: 'premises',
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

/**
 * Premises one by one, for planners: lettered by function, vacant ones on a hatched square. Places are laid out
 * once; a step in time or a filter only says what each premises is now.
 */
export function premisesLayer(): MapLayer {
  let laid: unknown;
  let told: unknown;
  const all = new States({ source: 'premises' });
  const everVacant = new States({ source: EVER });
  const chosen = new Selected({ source: 'premises' });
  return {
    group: palette => ({
      sources: { premises: emptySource(), [EVER]: emptySource() },
      labels: labels(palette),
    }),
    sync(map: MapLibre, explore: Explore) {
      const on = explore.reading === 'premises';
      const frame = on ? explore.premisesFrame.value : undefined;
      if (frame !== laid) {
        laid = frame;
        told = undefined;
        const places = frame ? everyPremises(frame) : [];
        all.clear();
        everVacant.clear();
        setFeatures(map, 'premises', places.map(feature));
        setFeatures(map, EVER, places.filter(({ everVacant: ever }) => ever).map(feature));
      }
      const points = frame ? explore.premisesPoints : undefined;
      if (points !== undefined && points !== told) {
        told = points;
        const looks = points.map(point => [point.id, { now: lookOf(point) }] as const);
        all.set(map, looks);
        everVacant.set(
          map,
          looks.filter(([, { now: look }]) => look === 'vacant' || look === 'partly-vacant'),
        );
      }
      const { selection } = explore.view.value;
      chosen.set(map, selection?.kind === 'premises' ? selection.id : undefined);
    },
  };
}

function lookOf({ vacant, status }: PremisesPoint): MarkerLook {
  if (vacant) return 'vacant';
  if (status === 'partly-vacant') return status;
  return status === 'unknown' || status === 'not-observed' ? 'unknown' : 'in-use';
}

/** `minor` ones are homes and what nobody knows: there are thousands, so they come last. */
function feature({ id, position, function: code }: PremisesPlace): GeoJSON.Feature {
  const minor = code === 'housing' || code === 'unknown';
  return featureOf(id, { type: 'Point', coordinates: position }, { function: code, minor });
}
