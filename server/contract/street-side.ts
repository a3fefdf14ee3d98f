import { z } from 'zod';
import { Id, MunicipalityCode, Position, Revision } from './primitives.ts';

/**
 * One side of a street within an area that is walked street by street (centres, cores, shopping areas). Its
 * figures are in the cube of `/api/v1/vacancy` under its id, like those of any area.
 */
export const StreetSide = z.object({
  id: Id,
  area: Id,
  street: z.string(),
  /** By house number. */
  side: z.enum(['odd', 'even']),
  /** Whole metres of front of the premises along it, null where none is known. */
  frontageMetres: z.number().int().nullable(),
  /** A few metres beside the middle of the street, on this side; null where nothing is known to draw it along. */
  geometry: z
    .object({ type: z.literal('MultiLineString'), coordinates: z.array(z.array(Position)) })
    .nullable(),
});
export type StreetSide = z.infer<typeof StreetSide>;

/** Query of `/api/v1/street-sides`. */
export const StreetSideQuery = z.strictObject({ municipality: MunicipalityCode });

/** Answer of `/api/v1/street-sides`. */
export const StreetSides = z.object({ revision: Revision, streetSides: z.array(StreetSide) });
export type StreetSides = z.infer<typeof StreetSides>;
