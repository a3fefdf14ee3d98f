import { Worker } from 'node:worker_threads';
import { ImportError } from '../../import/import-error.ts';
import type { OsmFeature } from './feature.ts';

/**
 * All objects of a checked extract, with shapes in degrees: nodes with tags, ways, and relations as areas or parts.
 * @throws ImportError when GDAL reports any error; the signal's reason when it is given up
 */
export function readFeatures(file: string, signal?: AbortSignal): Promise<OsmFeature[]> {
  const { promise, resolve, reject } = Promise.withResolvers<OsmFeature[]>();
  const worker = new Worker(new URL('read-worker.ts', import.meta.url), { workerData: { file } });
  const features: OsmFeature[] = [];
  const giveUp = () => reject(signal?.reason);
  signal?.addEventListener('abort', giveUp, { once: true });
  worker.on('message', (message: OsmFeature[] | 'done') => {
    if (message === 'done') resolve(features);
    else for (const feature of message) features.push(feature);
  });
  worker.on('error', cause => reject(unreadable(cause)));
  worker.on('exit', () => reject(unreadable(new Error('The reader stopped before it was done'))));
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
