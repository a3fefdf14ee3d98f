import { z } from 'zod';
import { Bbox, Id, MunicipalityCode, Position, Revision } from './primitives.ts';

/** A street by name within a place. */
export const Street = z.object({
  id: Id,
  municipality: MunicipalityCode,
  name: z.string(),
  place: z.string(),
  centre: Position,
  bbox: Bbox,
});
export type Street = z.infer<typeof Street>;

/** Query of `/api/v1/streets`: a page of streets in id order after `after`. */
export const StreetQuery = z.strictObject({
  municipality: MunicipalityCode,
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  after: Id.optional(),
});

/** `next` is the address of the following page, null on the last. */
export const Streets = z.object({
  revision: Revision,
  streets: z.array(Street),
  next: z.string().nullable(),
});
export type Streets = z.infer<typeof Streets>;
