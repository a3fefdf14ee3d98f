import type { Context } from 'hono';
import { DatabaseFault } from '../../geodata/database/database.ts';
import type { Problem } from '../contract/primitives.ts';
import type { AppContext, AppEnv } from './context.ts';

/** Every kind of problem that this server answers, with its status and title. The key is `type`. */
const PROBLEMS = {
  'bad-input': [400, 'Bad input'],
  'bad-path': [400, 'Bad path'],
  'not-signed-in': [401, 'Not signed in'],
  'sign-in-refused': [401, 'Sign-in link is not valid'],
  'cross-site': [403, 'Request from another site'],
  'not-found': [404, 'Not found'],
  'revision-gone': [404, 'Revision is no longer served'],
  'method-not-allowed': [405, 'Method not allowed'],
  conflict: [409, 'Changed by somebody else'],
  immutable: [409, 'Cannot be changed any more'],
  'too-large': [413, 'Body too large'],
  'unsupported-media-type': [415, 'Unsupported media type'],
  'not-publishable': [422, 'Not ready to be published'],
  fault: [500, 'Fault on our side'],
  preparing: [503, 'First data are being loaded'],
  overloaded: [503, 'Too busy'],
  unavailable: [503, 'Database unavailable'],
  deadline: [504, 'Took too long'],
} as const;

/** Type of a problem: stable, part of the API. */
export type ProblemType = keyof typeof PROBLEMS;

/** Seconds after which a 503 is worth another try. */
const RETRY_AFTER = '5';

/** Thrown where a request cannot be answered; what it says may be shown to whoever asked. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly type: ProblemType;
  readonly errors: Problem['errors'];

  /** @param errors which fields are wrong, and how */
  constructor(type: ProblemType, detail: string, errors?: Problem['errors']) {
    super(detail);
    this.type = type;
    this.errors = errors;
  }
}

/** For `undefined` from a query: `found(await areaById(...), 'area')`. @throws Refusal not-found */
export function found<T>(value: T | undefined, noun: string): T {
  if (value === undefined) throw new Refusal('not-found', `There is no such ${noun}.`);
  return value;
}

/** What a fault may say to the outside: nothing of its own message. */
function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof DatabaseFault)) return new Refusal('fault', 'The answer could not be made.');
  if (error.kind === 'unavailable')
    return new Refusal('unavailable', 'The database does not answer; try again.');
  if (error.kind === 'deadline') return new Refusal('deadline', 'The answer took too long; it was given up.');
  return new Refusal('fault', 'The answer could not be made.');
}

/** The problem+json answer of a refusal; never kept by a cache. */
export function problemResponse(c: Context<AppEnv>, refusal: Refusal): Response {
  const [status, title] = PROBLEMS[refusal.type];
  const problem: Problem = {
    type: refusal.type,
    title,
    status,
    detail: refusal.message,
    requestId: c.get('requestId'),
    errors: refusal.errors,
  };
  c.header('Cache-Control', 'no-store');
  if (status === 503) c.header('Retry-After', RETRY_AFTER);
  return c.body(JSON.stringify(problem), status, { 'Content-Type': 'application/problem+json' });
}

/** The one error handler: a fault is logged with its cause, and answered without a word of it. */
export function onError({ logger }: AppContext) {
  return (error: Error, c: Context<AppEnv>): Response => {
    const refusal = refusalFor(error);
    const [status] = PROBLEMS[refusal.type];
    if (status >= 500)
      logger.error({ err: error, requestId: c.get('requestId'), path: c.req.path }, refusal.message);
    return problemResponse(c, refusal);
  };
}

/** The one answer for an address that does not exist. */
export function onNotFound(c: Context<AppEnv>): Response {
  return problemResponse(c, new Refusal('not-found', 'There is nothing at this address.'));
}
