import { Corrected, Correction } from './correction.ts';
import {
  DataRevisions,
  ImportAnswers,
  ImportJob,
  ImportJobs,
  ImportUpload,
  Restoration,
  RevisionQuery,
} from './import-job.ts';
import type { Operation } from './operations.ts';
import { IdParameters } from './primitives.ts';
import { Acceptance, Accepted } from './proposal.ts';

const of = (
  method: Operation['method'],
  path: string,
  id: string,
  summary: string,
  rest: Pick<Operation, 'params' | 'query' | 'body' | 'file' | 'answer'>,
): Operation => ({ method, path, id, summary, tag: 'import', ...rest });

/** How data come in through a screen, and how that is undone. */
export const IMPORT_OPERATIONS: readonly Operation[] = [
  of('get', '/planner/imports', 'listImports', 'The last imports, newest first', {
    answer: { json: ImportJobs },
  }),
  of('post', '/planner/imports', 'uploadImport', 'Takes a file in and begins to look at it', {
    query: ImportUpload,
    file: 'application/octet-stream',
    answer: { json: ImportJob },
  }),
  of('get', '/planner/imports/{id}', 'getImport', 'An import on its way, or how it ended', {
    params: IdParameters,
    answer: { json: ImportJob },
  }),
  of(
    'put',
    '/planner/imports/{id}/answers',
    'answerImport',
    'Answers what the file does not say, and looks at it again',
    { params: IdParameters, body: ImportAnswers, answer: { json: ImportJob } },
  ),
  of('post', '/planner/imports/{id}/application', 'applyImport', 'Loads what was looked at', {
    params: IdParameters,
    answer: { json: ImportJob },
  }),
  of(
    'post',
    '/planner/imports/{id}/cancellation',
    'cancelImport',
    'Calls an import off; nothing of it stays',
    { params: IdParameters, answer: { json: ImportJob } },
  ),
  of('get', '/planner/revisions', 'listRevisions', 'Revisions of the data of a municipality, newest first', {
    query: RevisionQuery,
    answer: { json: DataRevisions },
  }),
  of('post', '/planner/restorations', 'restoreRevision', 'Puts a kept revision back, as a new revision', {
    body: Restoration,
    answer: { json: ImportJob },
  }),
  of(
    'post',
    '/planner/premises/{id}/corrections',
    'correctPremises',
    'Records what a planner knows better of one premises, as a newer observation',
    { params: IdParameters, body: Correction, answer: { json: Corrected } },
  ),
  of(
    'post',
    '/planner/areas/{id}/acceptance',
    'acceptProposal',
    'Makes a proposed area one like any other, as it is or with another name or outline',
    { params: IdParameters, body: Acceptance, answer: { json: Accepted } },
  ),
];
