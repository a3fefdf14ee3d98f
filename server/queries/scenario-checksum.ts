import { createHash } from 'node:crypto';
import { canonicalText } from '../planning/canonical.ts';

/** Canonical JSON text and its SHA-256 in hex: what is stored, and what vouches for it. */
export interface Checksummed {
  text: string;
  checksum: string;
}

/** The checksum of a text as it stands. */
export const checksumOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A value as canonical text with its checksum; the same value always gives the same two. */
export function checksummed(value: unknown): Checksummed {
  const text = canonicalText(value);
  return { text, checksum: checksumOf(text) };
}
