import type { Map as MapLibre } from 'maplibre-gl';
import { rdToWgs84 } from '#geometry/rd.ts';
import type { CellFigure } from '../../state/cell.ts';
import type { Explore } from '../../state/explore.ts';
import { HEAT_BANDWIDTH } from '../../state/heat.ts';
import { everyPremises, type PremisesFrame, type PremisesPoint } from '../../state/premises-frame.ts';
import { faded, type Palette } from '../palette.ts';
import { emptySource, featureOf, type MapLayer, setFeatures } from './layer.ts';
import { States } from './states.ts';

/** Pixels per metre at zoom 0 (512 px tiles) in the middle of the Netherlands, 52.1 degrees north. */
const PIXELS_PER_METRE = 512 / (40_075_016.686 * Math.cos((52.1 * Math.PI) / 180));

/** A radius in metres: doubles with every zoom. Below 4 px a heat map flickers. */
function radius(metres: number) {
  const at = (zoom: number) => Math.max(4, metres * PIXELS_PER_METRE * 2 ** zoom);
  return ['interpolate', ['exponential', 2], ['zoom'], 8, at(8), 18, at(18)] as never;
}

function ramp(palette: Palette) {
  return [
    'interpolate',
    ['linear'],
    ['heatmap-density'],
    0,
    faded(palette['vacancy-1']),
    0.06,
    palette['vacancy-1'],
    0.3,
    palette['vacancy-2'],
    0.5,
    palette['vacancy-3'],
    0.75,
    palette['vacancy-4'],
    1,
    palette['vacancy-5'],
  ] as never;
}

/** Where vacancy lies close together: squares for everybody, premises for planners. A picture, not a figure. */
export function heatLayer(): MapLayer {
  const cells = new HeatSource('heat-cells');
  const premises = new HeatSource('heat-premises');
  return {
    group: palette => ({
      sources: { 'heat-cells': emptySource(), 'heat-premises': emptySource() },
      ground: (['cells', 'premises'] as const).map(kind => ({
        id: `heat-${kind}`,
        type: 'heatmap',
        source: `heat-${kind}`,
        paint: {
          'heatmap-weight': ['coalesce', ['feature-state', 'weight'], 0] as never,
          'heatmap-radius': radius(HEAT_BANDWIDTH[kind]),
          'heatmap-intensity': kind === 'cells' ? 0.06 : 0.5,
          'heatmap-color': ramp(palette),
          'heatmap-opacity': 0.8,
        },
      })),
    }),
    sync(map: MapLibre, explore: Explore) {
      const on = explore.reading === 'concentration';
      cells.show(map, on && !explore.planner ? explore.cellFigures : [], cellPlaces, cellWeights);
      const frame = on && explore.planner ? explore.premisesFrame.value : undefined;
      const points = frame ? explore.premisesPoints : [];
      premises.show(map, points, () => (frame ? vacantPlaces(frame) : []), premisesWeights, frame);
    },
  };
}

type Places = readonly (readonly [id: string, position: readonly number[]])[];
type Weights = (readonly [id: string, state: { weight: number }])[];

/** Points that stay where they are while their weight follows the date: a step lays out nothing again. */
class HeatSource {
  #source: string;
  #states: States;
  #places: unknown;
  #shown: readonly unknown[] | undefined;

  constructor(source: string) {
    this.#source = source;
    this.#states = new States({ source });
  }

  /** @param key what the places depend on; without one, the ids of the places */
  show<T>(
    map: MapLibre,
    values: readonly T[],
    placesOf: (values: readonly T[]) => Places,
    weightsOf: (values: readonly T[]) => Weights,
    key?: unknown,
  ): void {
    if (values === this.#shown || (values.length === 0 && this.#shown?.length === 0)) return;
    this.#shown = values;
    const places = key !== undefined && key === this.#places ? undefined : placesOf(values);
    const present = key ?? places?.map(([id]) => id).join();
    if (places && present !== this.#places) {
      this.#places = present;
      this.#states.clear();
      setFeatures(map, this.#source, places.map(point));
    }
    this.#states.set(map, weightsOf(values));
  }
}

const point = ([id, position]: Places[number]): GeoJSON.Feature =>
  featureOf(id, { type: 'Point', coordinates: [...position] });

const cellPlaces = (cells: readonly CellFigure[]): Places =>
  cells.map(({ id, x, y, size }) => [id, rdToWgs84([x + size / 2, y + size / 2])]);

/** Only squares with a number: what is confidential is no 0 and no guess; the legend says how many are left out. */
const cellWeights = (cells: readonly CellFigure[]): Weights =>
  cells.flatMap(({ id, figure }) =>
    typeof figure.vacant === 'number' && figure.vacant > 0 ? [[id, { weight: figure.vacant }]] : [],
  );

const vacantPlaces = (frame: PremisesFrame): Places =>
  everyPremises(frame).flatMap(({ id, position, everVacant }) => (everVacant ? [[id, position]] : []));

const premisesWeights = (points: readonly PremisesPoint[]): Weights =>
  points.flatMap(({ id, vacant }) => (vacant ? [[id, { weight: 1 }]] : []));
