import { expect, it } from 'vitest';
import { judge } from './scenario-reading-judgement.ts';

const range = (low: number, mid: number, high: number) => ({ low, mid, high });

it('says better and worse by which way is good', () => {
  expect(judge(range(-5, -3, -1), 'lower')).toBe('better');
  expect(judge(range(-5, -3, -1), 'higher')).toBe('worse');
  expect(judge(range(0, 3, 5), 'higher')).toBe('better');
  expect(judge(range(1, 3, 5), 'neutral')).toBe('more');
});

it('says when the range reaches to the other side of nothing', () => {
  expect(judge(range(-5, -3, 1), 'lower')).toBe('better-unsure');
  expect(judge(range(-1, 3, 5), 'lower')).toBe('worse-unsure');
  expect(judge(range(-1, 0, 1), 'lower')).toBe('unsure');
});

it('tells nothing from not known', () => {
  expect(judge(range(0, 0, 0), 'lower')).toBe('same');
  expect(judge({ low: 0, mid: '<5', high: 8 }, 'lower')).toBe('unknown');
  expect(judge({ low: null, mid: null, high: null }, 'lower')).toBe('unknown');
});
