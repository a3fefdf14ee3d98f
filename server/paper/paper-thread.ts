import { Worker } from 'node:worker_threads';
import type { PaperOrder } from './paper-worker.ts';

/** Milliseconds after which a paper is given up; it takes about one second. */
const DEADLINE = 30_000;

/**
 * A paper, made in a thread of its own: it takes most of a second of arithmetic, in which a server must go on answering.
 * @throws Error when it cannot be made, or takes too long
 */
export async function paperInThread(order: PaperOrder): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL('./paper-worker.ts', import.meta.url), {
    workerData: order,
    execArgv: [],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const timer = setTimeout(() => reject(new Error('Making a paper took too long')), DEADLINE);
  worker.once('message', resolve);
  worker.once('error', error => reject(new Error('Making a paper', { cause: error })));
  worker.once('exit', () => reject(new Error('The thread that makes a paper ended')));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
