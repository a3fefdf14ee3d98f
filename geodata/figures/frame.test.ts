import { expect, test } from 'vitest';
import { decodeFrame, encodeFrame } from './frame.ts';

const frame = {
  header: { name: 'Café' },
  columns: {
    odd: Uint8Array.of(1, 2, 3),
    small: Int16Array.of(-1),
    numbers: Int32Array.of(1, -3),
    ratios: Float32Array.of(0.5),
    nothing: new Int32Array(0),
  },
};

test('header and columns come back with their types', () => {
  const { header, columns } = decodeFrame<{ name: string }>(encodeFrame(frame).buffer);
  expect(header.name).toBe('Café');
  expect(columns).toEqual(frame.columns);
});

test('what is no frame, or is cut off, is refused', () => {
  const bytes = encodeFrame(frame);
  expect(() => decodeFrame(new ArrayBuffer(4))).toThrow(RangeError);
  expect(() => decodeFrame(bytes.slice(0, bytes.length - 4).buffer)).toThrow(RangeError);
  expect(() => decodeFrame(bytes.slice(0, 12).buffer)).toThrow(RangeError);
});
