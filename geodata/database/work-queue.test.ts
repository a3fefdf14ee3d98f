import { expect, it } from 'vitest';
import { WorkQueue } from './work-queue.ts';

it('lets one in at a time, serving before background, each in order', async () => {
  const queue = new WorkQueue();
  const order: string[] = [];
  async function work(name: string, priority: 'serving' | 'background') {
    const leave = await queue.enter(priority, 60_000);
    order.push(name);
    await Promise.resolve();
    order.push(`${name} done`);
    leave();
  }
  await Promise.all([
    work('import 1', 'background'),
    work('import 2', 'background'),
    work('tile 1', 'serving'),
    work('tile 2', 'serving'),
  ]);
  expect(order).toEqual(['import 1', 'tile 1', 'tile 2', 'import 2'].flatMap(name => [name, `${name} done`]));
});

it('refuses who would wait too long, and who would be one too many', async () => {
  const queue = new WorkQueue();
  const leave = await queue.enter('serving', 1_000);
  const crowd = Array.from({ length: 200 }, () => queue.enter('serving', 20));
  await expect(queue.enter('serving', 20)).rejects.toMatchObject({ kind: 'unavailable' });
  const outcomes = await Promise.allSettled(crowd);
  expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
  leave();
  expect(await queue.enter('background', 1_000)).toBeTypeOf('function');
});

it('is idle when nothing runs and nothing waits', async () => {
  const queue = new WorkQueue();
  await queue.idle();
  const first = await queue.enter('serving', 1_000);
  const second = queue.enter('background', 1_000);
  let idle = false;
  const waiting = queue.idle().then(() => {
    idle = true;
  });
  first();
  (await second)();
  await waiting;
  expect(idle).toBe(true);
});
