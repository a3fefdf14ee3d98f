import { Worker } from 'node:worker_threads';
import type { GenerateOrder } from './generate-worker.ts';
import type { Town } from './town.ts';

/**
 * The town of a seed, made in a thread of its own: it takes seconds of pure arithmetic, in which a server must
 * go on answering.
 * @throws what the signal says when it is aborted, or what went wrong in the thread
 */
export async function townInThread(seed: number, signal?: AbortSignal): Promise<Town> {
  signal?.throwIfAborted();
  const workerData: GenerateOrder = { seed };
  const worker = new Worker(new URL('./generate-worker.ts', import.meta.url), { workerData, execArgv: [] });
  const { promise, resolve, reject } = Promise.withResolvers<Town>();
  const give = () => reject(signal?.reason);
  worker.once('message', resolve);
  worker.once('error', error => reject(new Error('Making the fictional town', { cause: error })));
  worker.once('exit', () => reject(new Error('The thread that makes the fictional town ended')));
  signal?.addEventListener('abort', give, { once: true });
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', give);
    await worker.terminate();
  }
}
