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

/** What the first start is busy with, before there is anything to serve. */
export const Preparing = z.object({
  /** In plain English, as the terminal shows it. */
  step: z.string(),
  /** How far it is, 0 to 1; null where that is not known. */
  done: z.number().min(0).max(1).nullable(),
});
export type Preparing = z.infer<typeof Preparing>;

/**
 * Answer of `/api/v1/municipalities`; `revision` is the instance's, the one that tile addresses carry.
 * While `preparing` is not null there is no municipality, and every other address answers 503 `preparing`: ask again.
 */
export const Municipalities = z.object({
  revision: Revision,
  municipalities: z.array(Municipality),
  preparing: Preparing.nullable(),
  /** Where "report a mistake" leads: a mail address or an https address; null: the administrator set none. */
  reportAddress: z.string().nullable(),
});
export type Municipalities = z.infer<typeof Municipalities>;
