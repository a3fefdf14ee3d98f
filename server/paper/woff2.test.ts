import { expect, test } from 'vitest';
import { ByteReader } from './byte-reader.ts';
import { sfnt, sfntTables } from './sfnt.ts';
import { sfntOfWoff2 } from './woff2.ts';

test('refuses another file', () => {
  expect(() => sfntOfWoff2(new TextEncoder().encode('<!doctype html>'.padEnd(64)))).toThrow('not WOFF2');
});

test('reads numbers as the format packs them', () => {
  const reader = new ByteReader(Uint8Array.of(0x8f, 0x7f, 252, 253, 1, 0, 254, 0, 255, 0));
  expect(reader.base128()).toBe(15 * 128 + 127);
  expect([1, 2, 3, 4].map(() => reader.packed16())).toEqual([252, 256, 506, 253]);
});

test('gives tables back as they were put in', () => {
  const tables = new Map([
    ['head', Uint8Array.of(1, 2, 3)],
    ['OS/2', Uint8Array.of(4, 5, 6, 7, 8)],
  ]);
  const read = sfntTables(sfnt(tables));
  expect([...read].map(([tag, bytes]) => [tag, [...bytes]])).toEqual([
    ['OS/2', [4, 5, 6, 7, 8]],
    ['head', [1, 2, 3]],
  ]);
});
