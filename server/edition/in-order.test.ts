import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';

async function collected<R>(results: AsyncIterable<R>): Promise<R[]> {
  const all: R[] = [];
  for await (const result of results) all.push(result);
  return all;
}

test('gives results in the order of the items, never more at once than it may', async () => {
  let running = 0;
  let most = 0;
  const work = async (item: number) => {
    running += 1;
    most = Math.max(most, running);
    await sleep(10 - item);
    running -= 1;
    return item * 2;
  };
  expect(await collected(inOrder([1, 2, 3, 4, 5, 6, 7], 3, work))).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(most).toBe(3);
});

test('ends when everything that was begun has ended, and throws the first fault in order', async () => {
  let ended = 0;
  const work = async (item: number) => {
    await sleep(item === 3 ? 20 : 1);
    ended += 1;
    if (item === 2) throw new Error('two');
    return item;
  };
  await expect(collected(inOrder([1, 2, 3], 3, work))).rejects.toThrow('two');
  expect(ended).toBe(3);
});
