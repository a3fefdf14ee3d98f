import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { PublishedSide } from '#contract/published-scenario.ts';
import type { ScenarioReading } from '../../state/scenario-reading.ts';
import { sideClass } from '../../state/scenario-reading-sides.ts';
import type { Palette } from '../palette.ts';
import {
  dashedLine,
  differenceLine,
  differenceLines,
  differenceMarks,
  isOne,
  sideWidth,
} from './difference-look.ts';
import { emptySource, featureOf, setFeatures } from './layer.ts';
import { markPoint, type ScenarioLayer, type ScenarioMapReading, setVisible } from './scenario-layer.ts';

const SIDES = 'scenario-sides';
const MARKS = 'scenario-side-marks';
const DIFFERENCE = ['side-same', 'side-unknown', 'side-unobserved', 'side-changed-casing', 'side-changed'];
const MARK = ['side-mark', 'side-mark-sign'];
const VACANCY = ['side-vacancy-casing', 'side-vacancy', 'side-vacancy-hidden'];

const hidden = isOne('class', ['below-five', 'confidential', 'not-observed']);

function classColour(palette: Palette): ExpressionSpecification {
  const classes = [1, 2, 3, 4, 5] as const;
  const pairs = classes.flatMap(step => [String(step), palette[`vacancy-${step}`]]);
  return ['match', ['get', 'class'], ...pairs, palette.surface] as never;
}

function standing(palette: Palette): LayerSpecification[] {
  const line = (id: string, filter: ExpressionSpecification, paint: object, layout?: object) =>
    differenceLine(SIDES, { id, filter, paint, layout });
  return [
    ...differenceLines(SIDES, palette),
    line('side-vacancy-casing', ['!', hidden], {
      'line-color': palette['vacancy-outline'],
      'line-width': sideWidth(7, 2),
    }),
    line('side-vacancy', ['!', hidden], { 'line-color': classColour(palette), 'line-width': sideWidth(7) }),
    line('side-vacancy-hidden', hidden, dashedLine(palette), { 'line-join': 'round' }),
    line('side-chosen', ['==', ['get', 'chosen'], true], {
      'line-color': palette.selected,
      'line-width': sideWidth(3),
      'line-gap-width': sideWidth(10),
    }),
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
      labels: differenceMarks(MARKS, palette),
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
