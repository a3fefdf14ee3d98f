import { parentPort, workerData } from 'node:worker_threads';
import { generateTown } from './generate.ts';

/** What the thread is told, and what it answers with is the town. */
export interface GrowOrder {
  seed: number;
}

const { seed } = workerData as GrowOrder;
parentPort!.postMessage(generateTown(seed));
