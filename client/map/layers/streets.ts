import type { ExpressionSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { StreetSide } from '#contract/street-side.ts';
import { shownText } from '#figures/format.ts';
import { vacancyClass } from '#figures/vacancy-class.ts';
import type { Explore } from '../../state/explore.ts';
import { type StreetSideFigure, shownStreetSides } from '../../state/street-side.ts';
import type { Palette } from '../palette.ts';
import { emptySource, FONT_SEMIBOLD, featureOf, type MapLayer, setFeatures } from './layer.ts';
import { sideLayers } from './side-look.ts';
import { type FeatureState, States } from './states.ts';

const SOURCE = 'street-sides';
const drawnAs: ExpressionSpecification = ['to-string', ['feature-state', 'drawn']];
const CLASSES = ['1', '2', '3', '4', '5'];

/** Premises observed at which a line is at its widest. */
const WIDEST = 40;
/** Times as wide: 1 for a single premises, 2 for {@link WIDEST} or more; narrow where there is no number. */
const weight: ExpressionSpecification = ['coalesce', ['feature-state', 'weight'], 1];

/** How many of how many, beside the middle of the side. */
function labels(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'street-side-number',
      type: 'symbol',
      source: 'street-side-numbers',
      minzoom: 16,
      layout: {
        'text-field': ['get', 'words'],
        'text-font': FONT_SEMIBOLD,
        'text-size': 13,
        'text-padding': 2,
        'symbol-sort-key': ['-', 0, ['get', 'observed']],
      },
      paint: {
        'text-color': palette['map-label'],
        'text-halo-color': palette['map-halo'],
        'text-halo-width': 1.8,
      },
    },
  ];
}

/** Streets of centres, each side on its own: vacant of observed. */
export function streetsLayer(): MapLayer {
  let sides: StreetSideFigure[] = [];
  let geometry = '';
  let drawn: unknown[] = [];
  let late: ReturnType<typeof setTimeout> | undefined;
  const states = new States({ source: SOURCE });

  /** Letters need a layout, so they follow when the step has been painted; until then none are shown. */
  function write(map: MapLibre, explore: Explore): void {
    clearTimeout(late);
    map.setPaintProperty('street-side-number', 'text-opacity', 0);
    late = setTimeout(() => {
      setFeatures(
        map,
        'street-side-numbers',
        sides.flatMap(side => number(side, explore)),
      );
      map.setPaintProperty('street-side-number', 'text-opacity', 1);
    }, 120);
  }

  return {
    group: palette => ({
      sources: { [SOURCE]: emptySource(), 'street-side-numbers': emptySource() },
      standing: sideLayers({ source: SOURCE, drawnAs, weight }, palette),
      labels: labels(palette),
    }),
    sync(map: MapLibre, explore: Explore) {
      const on = explore.reading === 'streets';
      const { measure, areaKind, function: scope } = explore.view.value;
      const { referenceDate, wording } = explore;
      const now: unknown[] = [on, explore.streetSides.value, explore.areas.value, explore.cube.value];
      now.push(measure, areaKind, scope, referenceDate, wording);
      if (now.every((part, index) => part === drawn[index])) return;
      drawn = now;
      sides = on ? shownStreetSides(explore) : [];
      const ids = sides.map(({ side }) => side.id).join();
      if (ids !== geometry) {
        geometry = ids;
        states.clear();
        setFeatures(
          map,
          SOURCE,
          sides.map(({ side }) => feature(side)),
        );
      }
      states.set(
        map,
        sides.map(each => [each.side.id, stateOf(each)]),
      );
      write(map, explore);
    },
  };
}

function stateOf({ figure, rate }: StreetSideFigure): FeatureState {
  const observed = typeof figure?.observed === 'number' ? figure.observed : 1;
  const drawn = String(vacancyClass(rate));
  const known = CLASSES.includes(drawn) || drawn === 'none';
  return { drawn, weight: known ? 1 + Math.sqrt(Math.min(1, observed / WIDEST)) : 0.6 };
}

const feature = ({ id, geometry }: StreetSide): GeoJSON.Feature =>
  featureOf(id, geometry as GeoJSON.Geometry);

/** The number of a side in the middle of its longest line; nothing where a mark says it. */
function number({ side, figure, rate }: StreetSideFigure, explore: Explore): GeoJSON.Feature[] {
  const { say, write } = explore.wording;
  if (!figure || rate === null || rate === 'confidential') return [];
  const [vacant, observed] = [figure.vacant, figure.observed].map(value =>
    shownText(value, write.count, say),
  );
  const longest = side.geometry!.coordinates.toSorted((a, b) => b.length - a.length)[0]!;
  const coordinates = middleOf(longest);
  const words = say.streetVacantOf(vacant!, observed!);
  return [featureOf(side.id, { type: 'Point', coordinates }, { words, observed: figure.observed })];
}

/** The point halfway along a line; degrees will do, a street is short. */
function middleOf(line: readonly (readonly number[])[]): number[] {
  const lengths = line.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = line[index]!;
    return Math.hypot((x! - fromX!) * 0.62, y! - fromY!);
  });
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  const index = lengths.findIndex(length => {
    left -= length;
    return left <= 0;
  });
  if (index < 0) return [...line[0]!];
  const part = 1 + left / (lengths[index]! || 1);
  const [[fromX, fromY], [x, y]] = [line[index]!, line[index + 1]!];
  return [fromX! + part * (x! - fromX!), fromY! + part * (y! - fromY!)];
}
