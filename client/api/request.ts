import { editionAddress } from '#contract/edition.ts';
import { decodeFrame, type Frame } from '#figures/frame.ts';
import { ApiError, errorFrom } from './api-error.ts';
import { edition } from './edition.ts';

type Query = Record<string, string | number | undefined>;

/** Address of an API call: path and the parameters that have a value. In a static edition, of the file with the answer. */
export function apiAddress(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  const address = given.length === 0 ? `/api/v1${path}` : `/api/v1${path}?${search}`;
  return edition === null ? address : editionAddress(address);
}

/** True for the error of a request that we called off ourselves. */
export const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

async function send(address: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw new ApiError('offline', address, 0, undefined, cause);
  }
  if (!response.ok) throw await errorFrom(response, address);
  return response;
}

/** A JSON answer. @throws ApiError; AbortError when `signal` called it off */
export async function getJson<T>(path: string, query: Query, signal?: AbortSignal): Promise<T> {
  const response = await send(apiAddress(path, query), { signal, headers: { accept: 'application/json' } });
  return (await response.json()) as T;
}

/** A frame of columns. @throws ApiError; RangeError when the bytes are no frame; AbortError */
export async function getFrame<Header extends object>(
  path: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Frame<Header>> {
  const response = await send(apiAddress(path, query), { signal });
  return decodeFrame<Header>(await response.arrayBuffer());
}

/** Sends a JSON body, or none. @throws ApiError; `absent` in a static edition, where nobody takes it */
export async function sendJson(
  method: 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
): Promise<Response> {
  if (edition !== null) throw new ApiError('absent', path);
  const headers = body === undefined ? undefined : { 'content-type': 'application/json' };
  return send(apiAddress(path), { method, headers, body: body === undefined ? null : JSON.stringify(body) });
}
