import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packInt32, unpackInt32 } from './packed.ts';

test('numbers and marks come back as they went in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 })), numbers => {
      expect([...unpackInt32(packInt32(Int32Array.from(numbers)))]).toEqual(numbers);
    }),
  );
});

test('bytes are little-endian, and a view into a larger buffer is read from its own start', () => {
  expect([...packInt32(Int32Array.of(1, -3))]).toEqual([1, 0, 0, 0, 0xfd, 0xff, 0xff, 0xff]);
  const large = Uint8Array.of(9, 1, 0, 0, 0, 9);
  expect([...unpackInt32(large.subarray(1, 5))]).toEqual([1]);
});

test('a row that was cut off is refused', () => {
  expect(() => unpackInt32(new Uint8Array(5))).toThrow(RangeError);
});
