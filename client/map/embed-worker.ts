import { setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/**
 * A plain script that becomes MapLibre's worker: it keeps what it is told until that module has come, and then tells it
 * again. Made of a `blob:`, because a page without an origin of its own may start no worker of any address.
 */
const forwarder = (address: string) => `
const early = [];
const keep = event => early.push(event.data);
addEventListener('message', keep);
import(${JSON.stringify(address)}).then(() => {
  removeEventListener('message', keep);
  for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
});`;

/**
 * Tells MapLibre where its worker is. In a sandbox without `allow-same-origin` the worker of our own address is refused,
 * Chromium starts no module of a `blob:` there, and MapLibre's own way around that is a `data:` that our policy refuses:
 * so there, and only there, each worker is a plain script that brings the module.
 */
export function prepareWorker(): void {
  if (globalThis.origin !== 'null') setWorkerUrl(workerUrl);
  else if (!isPrepared) prepareWithoutOrigin();
  isPrepared = true;
}

let isPrepared = false;

function prepareWithoutOrigin(): void {
  const script = new Blob([forwarder(new URL(workerUrl, location.href).href)], { type: 'text/javascript' });
  const address = URL.createObjectURL(script);
  globalThis.Worker = class extends Worker {
    constructor() {
      super(address);
    }
  };
  // MapLibre takes what ends so for a plain script, and then asks for it as it is.
  setWorkerUrl(`${workerUrl}#.cjs`);
}
