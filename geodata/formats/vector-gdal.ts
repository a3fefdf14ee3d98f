import { Worker } from 'node:worker_threads';
import { vectorFault } from './vector-fault.ts';
import type { VectorFeature } from './vector-feature.ts';
import type { GdalLayer, VectorMessage, VectorTask } from './vector-worker.ts';

/** Layers of a file, and the objects of one of them. */
export interface GdalFile {
  layers: GdalLayer[];
  /** Index of the layer that was read. */
  chosen: number;
  features: VectorFeature[];
}

/**
 * Has GDAL read files in a thread of its own.
 * @throws ImportError `vector-damaged` when GDAL reports any error; the signal's reason when it is given up
 */
export async function readWithGdal(task: VectorTask, signal?: AbortSignal): Promise<GdalFile> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<GdalFile>();
  const worker = new Worker(new URL('vector-worker.ts', import.meta.url), { workerData: task });
  const file: GdalFile = { layers: [], chosen: 0, features: [] };
  const giveUp = () => reject(signal?.reason);
  signal?.addEventListener('abort', giveUp, { once: true });
  worker.on('message', (message: VectorMessage) => {
    if ('features' in message) for (const feature of message.features) file.features.push(feature);
    else if ('layers' in message) Object.assign(file, message);
    else if (message.faults.length > 0) reject(unreadable(message.faults));
    else resolve(file);
  });
  // Whatever GDAL cannot open it refuses by throwing a list of what it said.
  worker.on('error', cause => reject(vectorFault('vector-damaged', cause)));
  worker.on('exit', () => reject(new Error('The reader of shapes stopped before it was done')));
  return promise.finally(() => {
    signal?.removeEventListener('abort', giveUp);
    return worker.terminate();
  });
}

const unreadable = (faults: readonly string[]) =>
  vectorFault('vector-damaged', new Error(faults.slice(0, 5).join('; ')));
