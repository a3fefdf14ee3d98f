import { expect, it } from 'vitest';
import { extentOf } from './scenario-reading-scale.ts';

const range = (low: number, mid: number, high: number) => ({ low, mid, high });

it('takes in zero where values come near it, and stays away from it where they do not', () => {
  expect(extentOf([range(3, 5, 9)])).toEqual([0, 9]);
  expect(extentOf([range(60, 61, 70)])).toEqual([60, 70]);
  expect(extentOf([range(60, 61, 62)], [80])).toEqual([60, 80]);
});

it('never cuts off what is below zero', () => {
  expect(extentOf([range(-9, -5, 2)])).toEqual([-9, 2]);
  expect(extentOf([range(-9, -5, -1)])).toEqual([-9, 0]);
});

it('has no extent without a number, and one to draw in when all is nothing', () => {
  expect(extentOf([{ low: 'confidential', mid: 'confidential', high: 'confidential' }])).toBeUndefined();
  expect(extentOf([range(0, 0, 0)])).toEqual([0, 1]);
});
