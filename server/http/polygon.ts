import { MOST_VERTICES, type PolygonFault, polygonFault } from '../../geodata/geometry/polygon.ts';
import type { Ring } from '../../geodata/geometry/ring.ts';
import { Refusal } from './problem.ts';

const SAYS: Record<PolygonFault, string> = {
  empty: 'has no ring',
  vertices: `has more than ${MOST_VERTICES} vertices`,
  open: 'has a ring whose last vertex is not its first',
  abroad: 'lies outside the Netherlands (longitude, latitude)',
  flat: 'has a ring without an area',
  crossing: 'crosses or touches itself',
  hole: 'has a hole outside its outline',
};

/**
 * Lets only polygons pass that no geometry engine stumbles over. Checked here and not in the database,
 * because one of the engines answers an invalid outline with nothing instead of an error.
 * @param rings the outline and its holes, degrees
 * @throws Refusal bad-input, naming the field
 */
export function requireValidPolygon(rings: readonly Ring[], field = 'geometry.coordinates'): void {
  const fault = polygonFault(rings);
  if (fault === undefined) return;
  throw new Refusal('bad-input', `The polygon ${SAYS[fault]}.`, [{ field, message: SAYS[fault] }]);
}
