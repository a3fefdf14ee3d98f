import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { NGINX_FILE } from '../../../server/edition/web-server.ts';

/** A web server of files, started for one measurement. */
export interface FileServer {
  /** On loopback. */
  origin: string;
  stop(): Promise<void>;
}

const PROGRAM = ['nginx', '/usr/sbin/nginx'].find(name => !spawnSync(name, ['-v']).error);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const configuration = (root: string, port: number, scratch: string): string => `
daemon off;
worker_processes auto;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${scratch}/pid;
error_log ${scratch}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  client_body_temp_path ${scratch}/body;
  proxy_temp_path ${scratch}/proxy;
  fastcgi_temp_path ${scratch}/fastcgi;
  uwsgi_temp_path ${scratch}/uwsgi;
  scgi_temp_path ${scratch}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${root};
    include ${root}/${NGINX_FILE};
  }
}
`;

async function untilItAnswers(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const answer = await fetch(`${origin}/`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error('nginx does not answer');
}

/** nginx over a static edition, with the configuration that the edition brings; undefined where nginx is not installed. */
export async function serveWithNginx(root: string): Promise<FileServer | undefined> {
  if (PROGRAM === undefined) return undefined;
  const scratch = await mkdtemp(path.join(tmpdir(), 'kernkaart-nginx-'));
  const port = await freePort();
  const file = path.join(scratch, 'nginx.conf');
  await writeFile(file, configuration(root, port, scratch));
  const child = spawn(PROGRAM, ['-c', file, '-p', scratch, '-e', path.join(scratch, 'error.log')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(scratch, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  try {
    await untilItAnswers(origin);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin, stop };
}
