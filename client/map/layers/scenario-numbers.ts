import { type Map as MapLibre, Point } from 'maplibre-gl';

type Degrees = readonly [number, number];

/** Middles of two numbers stand at least this far apart, pixels; a disc is at most 30 wide. */
const APART = 29;

/** Where a number goes that has no free point of its own: beside it, then farther, then above and below. */
const BESIDE = [1, 2, 3, 4, 5, 6].flatMap(step => [
  [step, 0],
  [-step, 0],
  [0, -step],
  [0, step],
]);

/**
 * A point for each number of a measure, so that all can be read at the zoom that the map has now. Several measures
 * often share a place: the first stands in it and the next ones in a row beside it.
 * @param wanted for each number the points that suit it, best first
 * @param marks points that something else stands on
 * @returns for each number its point; undefined where it wants none
 */
export function spreadNumbers(
  map: MapLibre,
  wanted: readonly (readonly Degrees[])[],
  marks: readonly Degrees[] = [],
): ([number, number] | undefined)[] {
  const pixels = ([longitude, latitude]: Degrees) => map.project([longitude, latitude]);
  const taken = marks.map(pixels);
  return wanted.map(points => {
    const own = points.map(pixels);
    const first = own[0];
    if (first === undefined) return undefined;
    const beside = BESIDE.map(([x, y]) => new Point(first.x + x! * APART, first.y + y! * APART));
    const free = [...own, ...beside].find(point => taken.every(other => other.dist(point) >= APART)) ?? first;
    taken.push(free);
    const { lng, lat } = map.unproject(free);
    return [lng, lat];
  });
}
