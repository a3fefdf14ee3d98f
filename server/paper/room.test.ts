import { expect, test } from 'vitest';
import { boxAround, Room, textWidth } from './room.ts';

test('gives a place away once, and none that reaches over the edge', () => {
  const room = new Room({ x: 0, y: 0, width: 100, height: 100 });
  expect(room.takeIfFree(boxAround(50, 50, 20, 10))).toBe(true);
  expect(room.takeIfFree(boxAround(55, 52, 20, 10))).toBe(false);
  expect(room.takeIfFree(boxAround(50, 70, 20, 10))).toBe(true);
  expect(room.takeIfFree(boxAround(95, 10, 20, 10))).toBe(false);
});

test('finds wide letters wider', () => {
  expect(textWidth('MWMW', 10)).toBeGreaterThan(textWidth('illi', 10));
  expect(textWidth('abc', 20)).toBe(2 * textWidth('abc', 10));
});
