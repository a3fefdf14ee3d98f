import { describe, expect, it } from 'vitest';
import { labelPoint } from './label-point.ts';

const ring = (...values: number[]) => Float64Array.from(values);
const square = (low: number, high: number) => ring(low, low, high, low, high, high, low, high, low, low);

describe('labelPoint', () => {
  it('is the middle of a square', () => {
    expect(labelPoint([[square(0, 16)]])).toEqual([8, 8]);
  });

  it('lies inside a U, whose centre of gravity does not', () => {
    const shape = ring(0, 0, 30, 0, 30, 30, 20, 30, 20, 10, 10, 10, 10, 30, 0, 30, 0, 0);
    const [x, y] = labelPoint([[shape]])!;
    expect(x < 10 || x > 20 || y < 10).toBe(true);
  });

  it('keeps out of a hole', () => {
    const [x, y] = labelPoint([[square(0, 100), square(20, 80)]])!;
    expect(x > 20 && x < 80 && y > 20 && y < 80).toBe(false);
  });

  it('takes the largest part', () => {
    expect(labelPoint([[square(0, 4)], [square(100, 132)]])).toEqual([116, 116]);
  });

  it('finds nothing in an empty or flat geometry', () => {
    expect(labelPoint([])).toBeUndefined();
    expect(labelPoint([[ring(0, 0, 5, 0, 0, 0)]])).toBeUndefined();
  });
});
