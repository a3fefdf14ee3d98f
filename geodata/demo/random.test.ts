import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';

const take = (seed: number, purpose: string, count = 2000): number[] => {
  const random = createRandom(seed, purpose);
  return Array.from({ length: count }, () => random.next());
};

describe('a stream of random numbers', () => {
  it('is the same for the same seed and purpose, and another for any other', () => {
    expect(take(1, 'streets')).toEqual(take(1, 'streets'));
    expect(take(1, 'streets')).not.toEqual(take(2, 'streets'));
    expect(take(1, 'streets')).not.toEqual(take(1, 'street'));
  });

  it('is spread evenly', () => {
    const values = take(7, 'spread', 20_000);
    const tenths = values.reduce((counts, value) => {
      counts[Math.floor(value * 10)]! += 1;
      return counts;
    }, new Array<number>(10).fill(0));
    for (const count of tenths) expect(count).toBeGreaterThan(1800);
    expect(Math.max(...values)).toBeLessThan(1);
  });

  it('shuffles without losing anything', () => {
    const list = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = createRandom(3, 'shuffle').shuffled(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(list);
  });
});
