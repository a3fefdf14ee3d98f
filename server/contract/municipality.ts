import { z } from 'zod';
import { Bbox, MunicipalityCode, Revision } from './primitives.ts';

/** A municipality that this instance serves. */
export const Municipality = z.object({
  code: MunicipalityCode,
  name: z.string(),
  /** Code or name was guessed from the file. */
  provisional: z.boolean(),
  /** Invented, for demonstration. */
  fictional: z.boolean(),
  bbox: Bbox,
  revision: Revision,
});
export type Municipality = z.infer<typeof Municipality>;

/** Answer of `/api/v1/municipalities`; `revision` is the instance's, the one that tile addresses carry. */
export const Municipalities = z.object({ revision: Revision, municipalities: z.array(Municipality) });
export type Municipalities = z.infer<typeof Municipalities>;
