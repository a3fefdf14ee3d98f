import type { LayerSpecification, Map as MapLibre } from 'maplibre-gl';
import type { PlaceGeometry, PublishedMeasure, PublishedScenario } from '#contract/published-scenario.ts';
import { FUNCTIONS } from '#vocabulary/function.ts';
import type { ScenarioReading } from '../../state/scenario-reading.ts';
import { boundsOf } from '../../state/scenario-reading-bounds.ts';
import type { Palette } from '../palette.ts';
import { emptySource, FONT_SEMIBOLD, featureOf, setFeatures, widthAt } from './layer.ts';
import { isChosen, placeFill, placeNumbers, placeOutline } from './place-look.ts';
import {
  markPoint,
  pointAlong,
  type ScenarioLayer,
  type ScenarioMapReading,
  setVisible,
} from './scenario-layer.ts';
import { spreadNumbers } from './scenario-numbers.ts';

const AREA = 'scenario-area';
const PLACES = 'scenario-places';
const NUMBERS = 'scenario-numbers';
const BUILDINGS = 'scenario-buildings';
const LETTERS = 'scenario-building-letters';
/** What the present does not have. */
const COMING = ['building-changed', 'building-changed-outline', 'building-demolished', 'building-letter'];

/** Under the sides of the street, which say what happens there. */
function streets(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'place-street',
      type: 'line',
      source: PLACES,
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.accent,
        'line-opacity': ['case', isChosen, 0.5, 0.16],
        'line-width': widthAt([
          [13, 10],
          [16, 22],
          [18, 36],
        ]),
      },
    },
  ];
}

function standing(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'scenario-area-outline',
      type: 'line',
      source: AREA,
      paint: { 'line-color': palette['map-centre'], 'line-width': 2 },
    },
    placeOutline(PLACES, palette),
    {
      id: 'building-changed',
      type: 'fill',
      source: BUILDINGS,
      filter: ['!=', ['get', 'becomes'], 'demolished'],
      paint: { 'fill-color': palette.accent, 'fill-opacity': 0.35 },
    },
    {
      id: 'building-changed-outline',
      type: 'line',
      source: BUILDINGS,
      filter: ['!=', ['get', 'becomes'], 'demolished'],
      paint: { 'line-color': palette.accent, 'line-width': 1.5 },
    },
    {
      id: 'building-demolished',
      type: 'line',
      source: BUILDINGS,
      filter: ['==', ['get', 'becomes'], 'demolished'],
      paint: { 'line-color': palette.ink, 'line-width': 1.75, 'line-dasharray': [2, 1.5] },
    },
  ];
}

function labels(palette: Palette): LayerSpecification[] {
  const halo = { 'text-halo-color': palette['map-halo'], 'text-halo-width': 1.6 };
  return [
    {
      id: 'building-letter',
      type: 'symbol',
      source: LETTERS,
      minzoom: 16.5,
      layout: { 'text-field': ['get', 'letter'], 'text-font': FONT_SEMIBOLD, 'text-size': 13 },
      paint: { 'text-color': palette.ink, ...halo },
    },
    ...placeNumbers(NUMBERS, palette),
  ];
}

/** Points on which a measure's number may stand: along its streets, or in the middle of its polygons. */
function numberPoints(geometry: PlaceGeometry): [number, number][] {
  if (geometry.type === 'MultiLineString')
    return geometry.coordinates
      .toSorted((a, b) => b.length - a.length)
      .slice(0, 4)
      .flatMap(line => [0.5, 0.25, 0.75].map(share => pointAlong(line, share)));
  return geometry.coordinates.flatMap(polygon => {
    const bounds = boundsOf([{ type: 'MultiPolygon', coordinates: [polygon] }]);
    if (bounds === undefined) return [];
    const [x, y] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
    const ring = polygon[0] ?? [];
    const step = Math.max(1, Math.floor(ring.length / 8));
    const around = ring.filter((_, index) => index % step === 0);
    return [[x, y], ...around.map(([cornerX, cornerY]) => [(x + cornerX) / 2, (y + cornerY) / 2])] as [
      number,
      number,
    ][];
  });
}

/** Numbers of the measures, each on a point of its own. @param marks points that are taken already */
function numbers(
  map: MapLibre,
  measures: readonly PublishedMeasure[],
  chosen: number | null,
  marks: readonly [number, number][],
): GeoJSON.Feature[] {
  const wanted = measures.map(({ geometry }) => (geometry === null ? [] : numberPoints(geometry)));
  const points = spreadNumbers(map, wanted, marks);
  return measures.flatMap(({ id, number }, index) => {
    const point = points[index];
    if (point === undefined) return [];
    const properties = { number: String(number), chosen: number === chosen };
    return [featureOf(id, { type: 'Point', coordinates: point }, properties)];
  });
}

const multiPolygon = (coordinates: unknown): GeoJSON.Geometry => ({
  type: 'MultiPolygon',
  coordinates: coordinates as number[][][][],
});

function letters({ buildings }: PublishedScenario): GeoJSON.Feature[] {
  return buildings.flatMap(({ id, becomes, coordinates }) => {
    const bounds = boundsOf([{ type: 'MultiPolygon', coordinates }]);
    if (bounds === undefined) return [];
    const middle = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
    const letter = FUNCTIONS.find(({ code }) => code === becomes)?.letter ?? '×';
    return [featureOf(id, { type: 'Point', coordinates: middle }, { letter })];
  });
}

/** The area, the places of the measures with their numbers, and the buildings that change. */
export function scenarioPlacesLayer(): ScenarioLayer {
  let drawn: unknown[] = [];
  let spread: (() => void) | undefined;
  return {
    group: palette => ({
      sources: Object.fromEntries(
        [AREA, PLACES, NUMBERS, BUILDINGS, LETTERS].map(name => [name, emptySource()]),
      ),
      ground: [placeFill(PLACES, palette)],
      streets: streets(palette),
      standing: standing(palette),
      labels: labels(palette),
    }),
    sync(map: MapLibre, reading: ScenarioReading, shows: ScenarioMapReading) {
      const { scenario } = reading;
      const { measure: chosen } = reading.choice.value;
      const now = [scenario, chosen, shows];
      if (scenario === undefined || now.every((part, index) => part === drawn[index])) return;
      drawn = now;
      const { area, measures, buildings } = scenario;
      setFeatures(map, AREA, [featureOf(area.id, multiPolygon(area.coordinates))]);
      setFeatures(
        map,
        PLACES,
        measures.flatMap(measure => placesOf(measure, chosen)),
      );
      // What stands apart at one zoom covers each other at another.
      if (spread) map.off('zoomend', spread);
      spread = () =>
        setFeatures(map, NUMBERS, numbers(map, measures, chosen, reading.sides.flatMap(markPoint)));
      map.on('zoomend', spread);
      spread();
      setFeatures(
        map,
        BUILDINGS,
        buildings.map(({ id, becomes, coordinates }) =>
          featureOf(id, multiPolygon(coordinates), { becomes }),
        ),
      );
      setFeatures(map, LETTERS, letters(scenario));
      setVisible(map, COMING, shows !== 'before');
    },
  };
}

function placesOf(
  { id, number, geometry, target }: PublishedMeasure,
  chosen: number | null,
): GeoJSON.Feature[] {
  const isChosen = number === chosen;
  const places = isChosen ? [geometry, target] : [geometry];
  return places
    .filter(place => place !== null)
    .map((place, index) =>
      featureOf(`${id}-${index}`, place as GeoJSON.Geometry, { number, chosen: isChosen }),
    );
}
