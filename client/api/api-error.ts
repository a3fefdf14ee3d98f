import type { Problem } from '#contract/primitives.ts';

/**
 * What went wrong with a request, in the kinds that a screen can do something about. `outdated`: the answer is
 * of another revision than the rest of the screen.
 */
export type ApiErrorKind = 'offline' | 'outdated' | 'busy' | 'refused' | 'not-signed-in' | 'absent' | 'fault';

/** The one error of `client/api`. The screen picks its words by `kind`; `problem` is for whoever reports it. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly kind: ApiErrorKind;
  readonly status: number;
  /** problem+json of the server, when it sent one. */
  readonly problem: Problem | undefined;

  constructor(kind: ApiErrorKind, address: string, status = 0, problem?: Problem, cause?: unknown) {
    super(`${address}: ${problem?.detail ?? kind}`, { cause });
    this.kind = kind;
    this.status = status;
    this.problem = problem;
  }
}

/** Kind of a failed answer by its status. */
function kindOf(status: number): ApiErrorKind {
  if (status === 401 || status === 403) return 'not-signed-in';
  if (status === 404) return 'absent';
  if (status === 429 || status === 502 || status === 503 || status === 504) return 'busy';
  return status >= 500 ? 'fault' : 'refused';
}

/** Error of an answer that is not ok; reads problem+json, forgives a body that is something else. */
export async function errorFrom(response: Response, address: string): Promise<ApiError> {
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const problem = isProblem
    ? ((await response.json().catch(() => undefined)) as Problem | undefined)
    : undefined;
  return new ApiError(kindOf(response.status), address, response.status, problem);
}
