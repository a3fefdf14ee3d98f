import type { DataRevisions, ImportJob, ImportJobs } from '#contract/import-job.ts';
import { ApiError, errorFrom } from './api-error.ts';
import { edition } from './edition.ts';
import { apiAddress, getJson, sendJson } from './request.ts';

const path = (id: string, rest = ''): string => `/planner/imports/${encodeURIComponent(id)}${rest}`;

async function answered(response: Promise<Response>): Promise<ImportJob> {
  return (await (await response).json()) as ImportJob;
}

/** The last imports, newest first. @throws ApiError `not-signed-in` for everyone but planners */
export const getImports = (signal?: AbortSignal) => getJson<ImportJobs>('/planner/imports', {}, signal);

/** An import on its way, or how it ended. @throws ApiError `absent`, `not-signed-in` */
export const getImport = (id: string, signal?: AbortSignal) => getJson<ImportJob>(path(id), {}, signal);

/** Answers what the file does not say; it is looked at again. @throws ApiError of status 409 where it is not asked */
export const answerImport = (id: string, options: ImportJob['options']) =>
  answered(sendJson('PUT', path(id, '/answers'), { options }));

/** Loads what was looked at. @throws ApiError of status 409 where it does not wait for that */
export const applyImport = (id: string) => answered(sendJson('POST', path(id, '/application')));

/** Calls an import off. @throws ApiError */
export const cancelImport = (id: string) => answered(sendJson('POST', path(id, '/cancellation')));

/** Revisions of a municipality's data, newest first. @throws ApiError `not-signed-in` for everyone but planners */
export const getRevisions = (municipality: string, signal?: AbortSignal) =>
  getJson<DataRevisions>('/planner/revisions', { municipality }, signal);

/** Puts a kept revision back; answers the import that does it. @throws ApiError */
export const restoreRevision = (municipality: string, revision: number) =>
  answered(sendJson('POST', '/planner/restorations', { municipality, revision }));

/** Where the rejected rows of a dataset are, as they stood in the file, with the reason beside them: CSV, for planners. */
export const rejectedRowsAddress = (dataset: string): string =>
  apiAddress(`/planner/datasets/${encodeURIComponent(dataset)}/rejected-rows/file`);

/** Where an observation round is, in the layout of the list that it came in: for planners. */
export const roundAddress = (dataset: string): string =>
  apiAddress(`/planner/datasets/${encodeURIComponent(dataset)}/round`);

/** Where the whole catalogue is for machines: DCAT-AP-NL in JSON-LD. */
export const catalogueAddress = (): string => apiAddress('/datasets.jsonld');

/** How a file is sent. */
export interface Sending {
  /** Told how many bytes have gone out. */
  sent(bytes: number): void;
  signal: AbortSignal;
}

/**
 * Sends a file in as it is. By XMLHttpRequest: fetch does not tell how far a body has gone out.
 * @throws ApiError; AbortError when the signal called it off
 */
export function uploadImport(file: File, { sent, signal }: Sending): Promise<ImportJob> {
  const address = apiAddress('/planner/imports', { name: file.name });
  if (edition !== null) return Promise.reject(new ApiError('absent', address));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    request.upload.onprogress = ({ loaded }) => sent(loaded);
    request.onload = () => void settle(request, address).then(resolve, reject);
    request.onerror = () => reject(new ApiError('offline', address));
    request.onabort = () => reject(new DOMException('The upload was called off.', 'AbortError'));
    request.onloadend = () => signal.removeEventListener('abort', stop);
    request.open('POST', address);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json');
    signal.addEventListener('abort', stop);
    request.send(file);
  });
}

/** What the server made of a file. @throws ApiError */
async function settle(request: XMLHttpRequest, address: string): Promise<ImportJob> {
  const { status, responseText } = request;
  if (status >= 200 && status < 300) return JSON.parse(responseText) as ImportJob;
  const type = request.getResponseHeader('content-type') ?? '';
  throw await errorFrom(new Response(responseText, { status, headers: { 'content-type': type } }), address);
}
