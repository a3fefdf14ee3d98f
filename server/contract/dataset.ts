import { z } from 'zod';
import { Id, IsoDate, MunicipalityCode, Revision } from './primitives.ts';

/** What was loaded, from whom, under which licence, and how many objects came in. */
export const Dataset = z.object({
  id: Id,
  municipality: MunicipalityCode,
  source: z.string(),
  title: z.string(),
  owner: z.string(),
  licence: z.string(),
  attribution: z.string(),
  referenceDate: IsoDate.nullable(),
  importedAt: z.iso.datetime({ offset: true }),
  revision: Revision,
  read: z.number().int(),
  loaded: z.number().int(),
  rejected: z.number().int(),
});
export type Dataset = z.infer<typeof Dataset>;

/** Query and answer of `/api/v1/datasets`. */
export const DatasetQuery = z.strictObject({ municipality: MunicipalityCode.optional() });
export const Datasets = z.object({ datasets: z.array(Dataset) });
export type Datasets = z.infer<typeof Datasets>;

/** Query of the rejected rows of a dataset: a page in order of number, after number `after`. */
export const RejectedRowQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
  after: z.coerce.number().int().min(0).optional(),
});

/** Query of rows of a dataset as a file, with what is added to them in words. */
export const RowsFileQuery = z.strictObject({ language: z.enum(['nl', 'en']).default('nl') });

/**
 * Rejected rows of a dataset (planner): `/api/v1/planner/datasets/{id}/rejected-rows`. `reasons` counts
 * all of them; `next` is the address of the following page of rows, null on the last.
 */
export const RejectedRows = z.object({
  dataset: Id,
  reasons: z.array(z.object({ kind: z.string(), reason: z.string(), count: z.number().int() })),
  rows: z.array(
    z.object({
      number: z.number().int(),
      kind: z.string(),
      reference: z.string(),
      reason: z.string(),
      detail: z.string(),
    }),
  ),
  next: z.string().nullable(),
});
export type RejectedRows = z.infer<typeof RejectedRows>;

/** A row that was not loaded, with what stood in the file: its cells by column, or null for what is no row. */
export interface RejectedRowAsItStood {
  number: number;
  kind: string;
  reference: string;
  /** Code of the reason. */
  reason: string;
  detail: string;
  original: Record<string, unknown> | unknown[] | null;
}
