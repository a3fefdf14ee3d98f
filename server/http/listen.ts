import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { AppEnv } from './context.ts';
import type { Metrics } from './metrics.ts';

/** Milliseconds: for the headers of a request, and for the whole of it. A slow sender holds no more than that. */
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 60_000;
/** Milliseconds that what is under way gets when the process stops. */
const DRAIN = 10_000;

const NOT_A_REQUEST = JSON.stringify({
  type: 'bad-path',
  title: 'Bad path',
  status: 400,
  detail: 'The request line or the Host header is not usable.',
  errors: [{ field: 'path', message: 'not usable' }],
});

/** What does not even become a request (a backslash in the path, a broken Host) is bad input like any other. */
function refuse(): Response {
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' };
  return new Response(NOT_A_REQUEST, { status: 400, headers });
}

async function listening(server: Server, port: number, host: string): Promise<Server> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  await promise;
  server.off('error', reject);
  return server;
}

/** Serves an app. @throws the system's error when the port is taken or the host is not ours */
export function listen(app: Hono<AppEnv>, port: number, host: string): Promise<Server> {
  const handle = getRequestListener(app.fetch, { errorHandler: refuse });
  const options = { headersTimeout: HEADERS_TIMEOUT, requestTimeout: REQUEST_TIMEOUT };
  return listening(createServer(options, handle), port, host);
}

/** Serves `/metrics`, on a port of its own that the outside does not reach. */
export function listenForMetrics(metrics: Metrics, port: number, host: string): Promise<Server> {
  const server = createServer(async (request, response) => {
    const known = request.method === 'GET' && request.url === '/metrics';
    response.writeHead(known ? 200 : 404, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' });
    response.end(known ? await metrics.text() : '');
  });
  return listening(server, port, host);
}

/** Port that was taken. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** Takes nothing new, lets what is under way finish for at most ten seconds, then cuts it off. */
export async function drain(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN);
  await promise;
  clearTimeout(cut);
}
