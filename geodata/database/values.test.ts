import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseArray, parseBytes } from './parsers.ts';
import { toWire } from './values.ts';

it('writes arrays that it reads back as they were', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom('NULL', 'null', '', '{}', '"', '\\', ',', ' x '));
  fc.assert(
    fc.property(fc.array(fc.option(word)), words => {
      expect(parseArray(toWire(words)!, text => text)).toEqual(words);
    }),
  );
});

it('writes numbers in arrays that it reads back', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), numbers => {
      expect(parseArray(toWire(numbers)!, Number).map(value => (value as number) + 0)).toEqual(
        numbers.map(value => value + 0),
      );
    }),
  );
});

it('writes bytes that it reads back, from a view into a larger buffer too', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.nat(4), (bytes, offset) => {
      const larger = new Uint8Array(offset + bytes.length + 3).fill(7);
      larger.set(bytes, offset);
      expect(parseBytes(toWire(larger.subarray(offset, offset + bytes.length))!)).toEqual(bytes);
    }),
  );
});

it('reads nested arrays and arrays with bounds of their own', () => {
  expect(parseArray('{{1,2},{3,NULL}}', Number)).toEqual([
    [1, 2],
    [3, null],
  ]);
  expect(parseArray('[0:1]={1,2}', Number)).toEqual([1, 2]);
  expect(parseArray('{}', Number)).toEqual([]);
});
