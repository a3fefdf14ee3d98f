import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { whileWorking } from './line-queue.ts';

async function drained<T>(lines: AsyncGenerator<string, T>) {
  const told: string[] = [];
  let step = await lines.next();
  for (; !step.done; step = await lines.next()) told.push(step.value);
  return { told, result: step.value };
}

test('what work tells comes while it works, in order, and then its result', async () => {
  const work = whileWorking(async tell => {
    tell('one');
    await sleep(1);
    tell('two');
    tell('three');
    return 7;
  });
  expect(await drained(work)).toEqual({ told: ['one', 'two', 'three'], result: 7 });
});

test('work that fails tells what it had to tell first', async () => {
  const work = whileWorking(async tell => {
    tell('one');
    throw new Error('broken');
  });
  expect(await work.next()).toEqual({ done: false, value: 'one' });
  await expect(work.next()).rejects.toThrow('broken');
});
