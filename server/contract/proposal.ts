import { z } from 'zod';
import { Position, Revision } from './primitives.ts';

const Ring = z.array(Position).min(4).max(20_000);
const Outline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1).max(100) }),
  z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(Ring).min(1).max(100)).min(1).max(100),
  }),
]);

/**
 * What a planner makes of a proposed area (`POST /api/v1/planner/areas/{id}/acceptance`): as it is, or with another name or
 * outline (degrees, CRS84).
 */
export const Acceptance = z.strictObject({
  name: z.string().trim().min(1).max(200).optional(),
  geometry: Outline.optional(),
});
export type Acceptance = z.infer<typeof Acceptance>;

/** The revision in which the area is one like any other. */
export const Accepted = z.object({ revision: Revision });
export type Accepted = z.infer<typeof Accepted>;
