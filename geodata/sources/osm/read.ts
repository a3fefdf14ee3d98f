import { Worker } from 'node:worker_threads';
import { ImportError } from '../../import/import-error.ts';
import type { OsmFeature } from './feature.ts';
import type { ReaderMessage } from './read-worker.ts';

/**
 * All objects of a checked extract, with shapes in degrees: nodes with tags, ways, and relations as areas or parts.
 * @param sorted whether objects stand in the file in the order of their ids
 * @throws ImportError when GDAL reports any error; Error when the thread breaks; the signal's reason when it is given up
 */
export async function readFeatures(
  file: string,
  sorted: boolean,
  signal?: AbortSignal,
): Promise<OsmFeature[]> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<OsmFeature[]>();
  const worker = new Worker(new URL('read-worker.ts', import.meta.url), { workerData: { file, sorted } });
  const features: OsmFeature[] = [];
  const giveUp = () => reject(signal?.reason);
  signal?.addEventListener('abort', giveUp, { once: true });
  worker.on('message', (message: ReaderMessage) => {
    if ('features' in message) for (const feature of message.features) features.push(feature);
    else if (message.faults.length > 0) reject(unreadable(new Error(message.faults.slice(0, 5).join('; '))));
    else resolve(features);
  });
  worker.on('error', cause => reject(new Error('Reading the shapes of an extract failed', { cause })));
  worker.on('exit', () => reject(new Error('The reader of an extract stopped before it was done')));
  return promise.finally(() => {
    signal?.removeEventListener('abort', giveUp);
    return worker.terminate();
  });
}

function unreadable(cause: unknown): ImportError {
  return new ImportError(
    {
      code: 'unreadable',
      nl: 'Het bestand kan niet worden gelezen. Download het opnieuw en probeer het nog een keer.',
      en: 'The file cannot be read. Download it again and try once more.',
    },
    { cause },
  );
}
