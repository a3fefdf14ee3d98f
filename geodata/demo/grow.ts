import { Worker } from 'node:worker_threads';
import type { GrowOrder } from './grow-worker.ts';
import type { Town } from './town.ts';

/**
 * The town of a seed, grown in a thread of its own: it takes seconds, in which a server has others to answer.
 * @throws Error when the thread breaks; the signal's reason when it is given up
 */
export async function growTown(seed: number, signal?: AbortSignal): Promise<Town> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<Town>();
  const order: GrowOrder = { seed };
  const worker = new Worker(new URL('grow-worker.ts', import.meta.url), { workerData: order });
  const giveUp = () => reject(signal?.reason);
  signal?.addEventListener('abort', giveUp, { once: true });
  worker.on('message', resolve);
  worker.on('error', cause => reject(new Error('Growing the fictional town failed', { cause })));
  worker.on('exit', () => reject(new Error('The fictional town stopped growing before it was done')));
  return promise.finally(() => {
    signal?.removeEventListener('abort', giveUp);
    return worker.terminate();
  });
}
