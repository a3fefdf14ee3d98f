import type { PlaceGeometry } from '#contract/published-scenario.ts';
import type { ScenarioReading } from './scenario-reading.ts';

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Every position of a place, degrees. */
export function positionsOf(geometry: PlaceGeometry): readonly (readonly number[])[] {
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : geometry.coordinates.flat();
}

/** West, south, east, north of places, degrees; undefined when they have no position. */
export function boundsOf(geometries: readonly PlaceGeometry[]): Bounds | undefined {
  const positions = geometries.flatMap(positionsOf);
  if (positions.length === 0) return undefined;
  const [xs, ys] = [positions.map(([x]) => x!), positions.map(([, y]) => y!)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** What the reader asked to see: a measure with its second place, or the whole area. */
export function flownBounds({ scenario, choice }: ScenarioReading): Bounds | undefined {
  if (scenario === undefined) return undefined;
  const { measure: number } = choice.value.flown;
  const measure = scenario.measures.find(each => each.number === number);
  const places = [measure?.geometry, measure?.target].filter(place => place !== undefined && place !== null);
  return boundsOf(places) ?? scenario.area.bbox;
}
