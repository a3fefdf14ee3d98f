import type { Context } from 'hono';
import type { z } from 'zod';
import { Refusal } from './problem.ts';

/** Bytes that a JSON body may have. */
export const BODY_LIMIT = 1_048_576;

type Issue = z.core.$ZodIssue;

/** Faults that are named at most: a body of a megabyte may have a hundred thousand, and its answer is read by people. */
const MOST_ERRORS = 100;

/** One entry per fault, the first hundred; every unknown key is named on its own. */
function errorsOf(issues: readonly Issue[], whole: string) {
  return issues.slice(0, MOST_ERRORS).flatMap(issue => {
    const path = issue.path.map(String);
    const entry = (keys: string[], message: string) => ({ field: keys.join('.') || whole, message });
    if (issue.code !== 'unrecognized_keys') return [entry(path, issue.message)];
    return issue.keys
      .slice(0, MOST_ERRORS)
      .map(key => entry([...path, key], 'is not a parameter of this address'));
  });
}

function parsed<S extends z.ZodType>(schema: S, value: unknown, whole: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = errorsOf(result.error.issues, whole).slice(0, MOST_ERRORS);
  const fields = [...new Set(errors.map(error => error.field))].join(', ');
  throw new Refusal('bad-input', `Not usable: ${fields}.`, errors);
}

/**
 * The query of a request, through a strict schema: unknown and repeated parameters are refused by name.
 * @throws Refusal bad-input
 */
export function queryOf<S extends z.ZodType>(c: Context, schema: S): z.output<S> {
  const errors = Object.entries(c.req.queries()).flatMap(([field, values]) => [
    ...(values.length > 1 ? [{ field, message: 'given more than once' }] : []),
    // PostgreSQL has no such character: it would refuse the statement.
    ...(values.some(value => value.includes('\0')) ? [{ field, message: 'has a NUL character' }] : []),
  ]);
  if (errors.length > 0) throw new Refusal('bad-input', 'The query is not usable.', errors);
  return parsed(schema, c.req.query(), 'query');
}

/**
 * The parameters in the path, through a schema.
 * @throws Refusal bad-input
 */
export function paramsOf<S extends z.ZodType>(c: Context, schema: S): z.output<S> {
  return parsed(schema, c.req.param(), 'path');
}

async function bytesOf(c: Context): Promise<string> {
  const tooLarge = () =>
    new Refusal(
      'too-large',
      `What was sent is too large: at most 1 MB (${BODY_LIMIT} bytes) is taken at once.`,
    );
  if (Number(c.req.header('Content-Length') ?? 0) > BODY_LIMIT) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // A length may be missing or untrue: what really arrives is counted.
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_LIMIT) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Where a text has what PostgreSQL cannot hold: a NUL, or half a character (a surrogate alone). */
function unstorable(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? [[...path]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [
    ...unstorable(key, path),
    ...unstorable(part, [...path, key]),
  ]);
}

function requireStorable(value: unknown): void {
  const errors = unstorable(value)
    .slice(0, MOST_ERRORS)
    .map(path => ({
      field: path.join('.') || 'body',
      message: 'has a character that cannot be stored',
    }));
  if (errors.length > 0) throw new Refusal('bad-input', 'The body is not usable.', errors);
}

/**
 * The JSON body of a request, through a strict schema. Keys that reach into prototypes are unknown keys
 * like any other.
 * @throws Refusal unsupported-media-type, too-large, bad-input
 */
export async function bodyOf<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json')
    throw new Refusal('unsupported-media-type', 'The body must be application/json.');
  const body = parsed(schema, jsonOf(await bytesOf(c)), 'body');
  requireStorable(body);
  return body;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('bad-input', 'The body is not JSON.', [{ field: 'body', message: 'malformed JSON' }]);
  }
}
