import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { PublishedSide } from '#contract/published-scenario.ts';
import type { ScenarioReading } from '../../state/scenario-reading.ts';
import { sideClass } from '../../state/scenario-reading-sides.ts';
import type { Palette } from '../palette.ts';
import { emptySource, FONT_SEMIBOLD, featureOf, setFeatures, widthAt } from './layer.ts';
import { markPoint, type ScenarioLayer, type ScenarioMapReading, setVisible } from './scenario-layer.ts';

const SIDES = 'scenario-sides';
const MARKS = 'scenario-side-marks';
const ROUND = { 'line-cap': 'round', 'line-join': 'round' } as const;

const DIFFERENCE = ['side-same', 'side-unknown', 'side-unobserved', 'side-changed-casing', 'side-changed'];
const MARK = ['side-mark', 'side-mark-sign'];
const VACANCY = ['side-vacancy-casing', 'side-vacancy', 'side-vacancy-hidden'];

const width = (pixels: number, more = 0) =>
  widthAt(
    [
      [13, pixels / 2],
      [16, pixels],
      [18, pixels * 1.8],
    ],
    more,
  );

const isOne = (property: string, values: string[]): ExpressionSpecification => [
  'in',
  ['get', property],
  ['literal', values],
];

function line(
  id: string,
  filter: ExpressionSpecification,
  paint: object,
  layout: object = ROUND,
): LayerSpecification {
  return { id, type: 'line', source: SIDES, filter, layout, paint } as LayerSpecification;
}

const changed = isOne('change', ['better', 'worse']);
const hidden = isOne('class', ['below-five', 'confidential', 'not-observed']);

function changeColour(palette: Palette): ExpressionSpecification {
  return ['match', ['get', 'change'], 'better', palette['difference-5'], palette['difference-1']];
}

function classColour(palette: Palette): ExpressionSpecification {
  const classes = [1, 2, 3, 4, 5] as const;
  const pairs = classes.flatMap(step => [String(step), palette[`vacancy-${step}`]]);
  return ['match', ['get', 'class'], ...pairs, palette.surface] as never;
}

function standing(palette: Palette): LayerSpecification[] {
  const grey = palette['unknown-mark'];
  const dotted = { 'line-color': grey, 'line-width': width(3), 'line-dasharray': [1, 2] };
  const dashed = { 'line-color': grey, 'line-width': width(3), 'line-dasharray': [3, 1.5] };
  const flat = { 'line-join': 'round' };
  return [
    line('side-same', isOne('change', ['same']), { 'line-color': grey, 'line-width': width(2.5) }),
    line('side-unknown', isOne('change', ['unknown']), dashed, flat),
    line('side-unobserved', isOne('change', ['unobserved']), dotted, flat),
    line('side-changed-casing', changed, { 'line-color': palette['map-halo'], 'line-width': width(7, 3) }),
    line('side-changed', changed, { 'line-color': changeColour(palette), 'line-width': width(7) }),
    line('side-vacancy-casing', ['!', hidden], {
      'line-color': palette['vacancy-outline'],
      'line-width': width(7, 2),
    }),
    line('side-vacancy', ['!', hidden], { 'line-color': classColour(palette), 'line-width': width(7) }),
    line('side-vacancy-hidden', hidden, dashed, flat),
    line('side-chosen', ['==', ['get', 'chosen'], true], {
      'line-color': palette.selected,
      'line-width': width(3),
      'line-gap-width': width(10),
    }),
  ];
}

function labels(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'side-mark',
      type: 'circle',
      source: MARKS,
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
      source: MARKS,
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

function feature(side: PublishedSide, shows: ScenarioMapReading, chosen: boolean): GeoJSON.Feature {
  const drawn = sideClass(side, shows === 'before' ? 'before' : 'after');
  const geometry = { type: 'MultiLineString' as const, coordinates: side.coordinates as number[][][] };
  return featureOf(side.id, geometry, { change: side.change, class: drawn, chosen });
}

function mark(side: PublishedSide): GeoJSON.Feature[] {
  return markPoint(side).map(coordinates =>
    featureOf(side.id, { type: 'Point', coordinates }, { change: side.change }),
  );
}

/**
 * Sides of streets: by what changes (better and worse in two colours, each with the sign of its vacancy), or by vacancy in the five
 * classes on the base date or in the last year of the proposal.
 */
export function scenarioSidesLayer(): ScenarioLayer {
  let drawn: unknown[] = [];
  return {
    group: palette => ({
      sources: { [SIDES]: emptySource(), [MARKS]: emptySource() },
      standing: standing(palette),
      labels: labels(palette),
    }),
    sync(map: MapLibre, reading: ScenarioReading, shows: ScenarioMapReading) {
      const { side: chosen } = reading.choice.value;
      const now = [reading.scenario, reading.turned.join(), reading.isTurned, shows, chosen];
      if (now.every((part, index) => part === drawn[index])) return;
      drawn = now;
      const { sides } = reading;
      setFeatures(
        map,
        SIDES,
        sides.map(side => feature(side, shows, side.id === chosen)),
      );
      setFeatures(map, MARKS, sides.flatMap(mark));
      setVisible(map, [...DIFFERENCE, ...MARK], shows === 'difference');
      setVisible(map, VACANCY, shows !== 'difference');
    },
  };
}
