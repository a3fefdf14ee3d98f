import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { EditionManifest } from '../../server/edition/manifest.ts';

/** The plainest web server there is: files, types by their manifest, ranges; no header of its own, no database, no Kernkaart. */
export interface StaticHost {
  /** Origin, without a slash at the end. */
  address: string;
  /** What was asked for, with the status of the answer. */
  asked: { path: string; status: number; range: string | undefined }[];
  close(): Promise<void>;
}

async function fileAt(root: string, path: string): Promise<string | undefined> {
  for (const name of [path, `${path}/index.html`.replace(/^\//, '')]) {
    const found = await stat(join(root, name)).catch(() => undefined);
    if (found?.isFile()) return name;
  }
  return undefined;
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname).replace(
    /^\/+|\/+$/g,
    '',
  );
  const name = path.split('/').includes('..') ? undefined : await fileAt(root, path);
  if (name === undefined) {
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(await readFile(join(root, '404.html')).catch(() => 'absent'));
    return;
  }
  const { files } = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8')) as EditionManifest;
  const type = files.find(file => file.path === name)?.type ?? 'application/json';
  const { size, mtimeMs } = await stat(join(root, name));
  const part = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
  const [from, until] = part ? [Number(part[1]), Math.min(Number(part[2]), size - 1)] : [0, size - 1];
  response.writeHead(part ? 206 : 200, {
    'Content-Type': type,
    'Content-Length': until - from + 1,
    'Accept-Ranges': 'bytes',
    ETag: `"${size}-${Math.round(mtimeMs)}"`,
    ...(part && { 'Content-Range': `bytes ${from}-${until}/${size}` }),
  });
  createReadStream(join(root, name), { start: from, end: Math.max(from, until) }).pipe(response);
}

function record(host: StaticHost, server: Server): void {
  server.prependListener('request', (request, response) => {
    response.on('finish', () =>
      host.asked.push({
        path: request.url ?? '',
        status: response.statusCode,
        range: request.headers.range,
      }),
    );
  });
}

/** Serves a directory on a free port. @param directory asked for anew each time: it may be a link that is switched */
export async function serveStatic(directory: string): Promise<StaticHost> {
  const server = createServer(async (request, response) => {
    await answer(await realpath(directory), request, response).catch(error => response.destroy(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const host: StaticHost = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: [],
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  record(host, server);
  return host;
}
