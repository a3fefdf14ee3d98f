import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A website of somebody else: one page that holds whatever an editor pasted, on an origin of its own. */
export interface HostPage {
  /** Origin, without a slash at the end. */
  address: string;
  /** What is in the body. */
  pasted: string;
  close(): Promise<void>;
}

/** Starts such a website on a port of its own. */
export async function startHostPage(): Promise<HostPage> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="nl"><head><title>Gemeente</title><link rel="icon" href="data:,"></head><body><h1>Wonen</h1>${host.pasted}</body></html>`,
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const host: HostPage = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pasted: '',
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
  return host;
}
