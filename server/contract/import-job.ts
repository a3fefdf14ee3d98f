import { z } from 'zod';
import { Id, IsoDate, MunicipalityCode, Revision } from './primitives.ts';

/**
 * How far an import is: its file is being looked at; something has to be answered; it waits to be applied; it runs; and
 * how it ended.
 */
export const IMPORT_STATES = [
  'looking',
  'asking',
  'waiting',
  'running',
  'done',
  'failed',
  'cancelled',
] as const;
export const ImportState = z.enum(IMPORT_STATES);
export type ImportState = z.infer<typeof ImportState>;

/** States in which nothing more happens. */
export const ENDED_STATES: readonly ImportState[] = ['done', 'failed', 'cancelled'];

/** A sentence in both languages. */
export const ImportNotice = z.object({ code: z.string(), nl: z.string(), en: z.string() });
export type ImportNotice = z.infer<typeof ImportNotice>;

const Choice = z.object({ code: z.string(), nl: z.string(), en: z.string() });

/** Something that the file does not say. The answer goes into `options` under `key`. */
export const ImportQuestion = z.object({
  key: z.string(),
  kind: z.enum(['municipality', 'date', 'text', 'choice', 'columns', 'coverage', 'boolean']),
  required: z.boolean(),
  proposal: z.unknown(),
  choices: z.array(Choice).optional(),
});
export type ImportQuestion = z.infer<typeof ImportQuestion>;

/** What was recognised in a file, before anything is loaded; as in `geodata/import/source.ts`. */
export const ImportPreview = z.object({
  source: z.string(),
  title: z.string(),
  municipality: z.object({ code: MunicipalityCode, name: z.string() }).nullable(),
  referenceDate: IsoDate.nullable(),
  found: z.array(z.object({ kind: z.string(), count: z.number().int() })),
  columns: z.array(
    z.object({
      index: z.number().int(),
      header: z.string(),
      field: z.string().nullable(),
      examples: z.array(z.string()),
    }),
  ),
  rows: z.array(
    z.object({
      number: z.number().int(),
      cells: z.array(z.string()),
      outcome: z.string(),
      reason: z.string().nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      kind: z.string(),
      added: z.number().int(),
      changed: z.number().int(),
      removed: z.number().int(),
      unchanged: z.number().int(),
    }),
  ),
  questions: z.array(ImportQuestion),
  notices: z.array(ImportNotice),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** What an import did; read = loaded + rejected + left out, by kind. */
export const ImportOutcome = z.object({
  municipality: MunicipalityCode,
  /** Null after a restoration. */
  dataset: Id.nullable(),
  /** Null: the same file had been loaded before and nothing changed. */
  revision: Revision.nullable(),
  counts: z.record(
    z.string(),
    z.object({
      read: z.number().int(),
      loaded: z.number().int(),
      rejected: z.number().int(),
      leftOut: z.number().int(),
    }),
  ),
  reasons: z.array(z.object({ kind: z.string(), reason: z.string(), count: z.number().int() })),
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;

/** An import on its way, or how it ended: `/api/v1/planner/imports/{id}`. */
export const ImportJob = z.object({
  id: Id,
  municipality: MunicipalityCode.nullable(),
  /** Code of the source; `unknown` until the file was looked at; `restore` where an earlier revision is put back. */
  source: z.string(),
  fileName: z.string(),
  bytes: z.number().int(),
  state: ImportState,
  options: z.record(z.string(), z.unknown()),
  preview: ImportPreview.nullable(),
  /** What it is busy with, in plain English. */
  step: z.string().nullable(),
  /** 0 to 1; null: not known. */
  progress: z.number().nullable(),
  result: ImportOutcome.nullable(),
  /** Why it could not be done; nothing was loaded then. */
  fault: ImportNotice.nullable(),
  madeAt: z.iso.datetime({ offset: true }),
  updatedAt: z.iso.datetime({ offset: true }),
  madeBy: z.string(),
});
export type ImportJob = z.infer<typeof ImportJob>;

/** The last imports, newest first: `/api/v1/planner/imports`. */
export const ImportJobs = z.object({ imports: z.array(ImportJob) });
export type ImportJobs = z.infer<typeof ImportJobs>;

/** Query of an upload: `POST /api/v1/planner/imports?name=lijst.xlsx`, the file itself as the body. */
export const ImportUpload = z.strictObject({ name: z.string().trim().min(1).max(200) });

/** Answers to the questions of a preview; those that are not named stay. `source` overrides what was recognised. */
export const ImportAnswers = z.strictObject({ options: z.record(z.string(), z.unknown()) });

/** A revision of a municipality's data: what made it, what it changed, and whether it can be restored. */
export const DataRevision = z.object({
  number: Revision,
  reason: z.string(),
  madeAt: z.iso.datetime({ offset: true }),
  madeBy: z.string(),
  software: z.string(),
  /** The one that is shown. */
  current: z.boolean(),
  /** Its rows are kept. */
  restorable: z.boolean(),
  /** Against the revision before; null: not recorded. */
  changes: z
    .array(
      z.object({
        kind: z.string(),
        added: z.number().int(),
        changed: z.number().int(),
        removed: z.number().int(),
      }),
    )
    .nullable(),
});
export type DataRevision = z.infer<typeof DataRevision>;

/** `/api/v1/planner/revisions?municipality=`: newest first. */
export const RevisionQuery = z.strictObject({ municipality: MunicipalityCode });
export const DataRevisions = z.object({ revisions: z.array(DataRevision) });
export type DataRevisions = z.infer<typeof DataRevisions>;

/** `POST /api/v1/planner/restorations`: answers an import job that puts the revision back. */
export const Restoration = z.strictObject({ municipality: MunicipalityCode, revision: Revision });
