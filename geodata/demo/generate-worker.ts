import { parentPort, workerData } from 'node:worker_threads';
import { generateTown } from './generate.ts';

/** What the thread is told. */
export interface GenerateOrder {
  seed: number;
}

parentPort?.postMessage(generateTown((workerData as GenerateOrder).seed));
