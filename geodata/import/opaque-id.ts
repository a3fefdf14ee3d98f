import { createHash } from 'node:crypto';

/** Hex digits of an id: 80 bits, so that a country's objects stay apart. */
const DIGITS = 20;

/**
 * A stable id from which nothing can be read: the same parts always give the same one.
 * load.sql of a source makes the same id with `left(encode(sha256(...), 'hex'), 20)`.
 */
export function opaqueId(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('|')).digest('hex').slice(0, DIGITS);
}
