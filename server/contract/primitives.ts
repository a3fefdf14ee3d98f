import { z } from 'zod';

/** Code of a municipality: `GM` and four digits. */
export const MunicipalityCode = z.string().regex(/^GM\d{4}$/, 'GM and four digits, such as GM0503');

/** Opaque id; nothing may be read from it. */
export const Id = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[A-Za-z0-9._:-]+$/);

/** ISO calendar date. */
export const IsoDate = z.iso.date();

/** West, south, east, north in degrees (CRS84). */
export const Bbox = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Bbox = z.infer<typeof Bbox>;

/** Longitude, latitude in degrees (CRS84). */
export const Position = z.tuple([z.number(), z.number()]);

/** Revision of the data that an answer was made from: an integer that only grows. */
export const Revision = z.number().int().nonnegative();

/** The id in an address such as `/areas/{id}`. */
export const IdParameters = z.object({ id: Id });

/** For an address that takes no query: every parameter is refused by name. */
export const NoQuery = z.strictObject({});

/** RFC 9457 problem, with our list of faulty parameters. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  requestId: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
