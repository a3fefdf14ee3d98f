import { reason } from './reason.ts';

/** Why the shape of an object in a file of polygons was not taken: the same for every source of areas. */
export const SHAPE_REASONS = [
  reason(
    'not-an-area',
    'Dit object heeft geen vlak: het is een punt, een lijn, of er is niets getekend.',
    'This object has no polygon: it is a point, a line, or nothing is drawn.',
  ),
  reason(
    'outside-netherlands',
    'Dit object ligt (deels) buiten Nederland.',
    'This object lies outside the Netherlands, wholly or in part.',
  ),
  reason(
    'geometry-invalid',
    'Het vlak is niet te herstellen: er blijft geen oppervlak over.',
    'The polygon cannot be repaired: no surface is left.',
  ),
] as const;
