import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeOnEachEngine } from '../support/database.ts';
import { posting } from './api-client.ts';
import { loadSmallTown } from './small-town.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A process of ours and what it said. */
interface Run {
  child: ChildProcess;
  out: string;
  err: string;
  ended: Promise<number | null>;
}

function run(args: string[], environment: Record<string, string>): Run {
  const { PATH = '' } = process.env;
  const env = { PATH, LANG: 'C', PORT: '0', LOG_LEVEL: 'warn', ...environment };
  const child = spawn(process.execPath, args, { cwd: ROOT, env });
  const started: Run = { child, out: '', err: '', ended: once(child, 'exit').then(([code]) => code) };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (started.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (started.err += text));
  return started;
}

/** Runs a command of the command line to its end. */
async function command(args: string[], environment: Record<string, string>) {
  const started = run(['server/cli.ts', ...args], environment);
  return { code: await started.ended, out: started.out, err: started.err };
}

async function until(met: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await met())) await sleep(50);
}

describe('a server that cannot start', () => {
  const sentence = /^[^\n]+\n$/;

  test('says in one sentence that the database is not there', async () => {
    const started = run(['server/main.ts'], { DATABASE_URL: 'postgres://kaart:secret@127.0.0.1:1/kaart' });
    expect(await started.ended).toBe(1);
    expect(started.err).toMatch(sentence);
    expect(started.err).not.toMatch(/secret|\bat .*:\d+:\d+/);
  });

  test('names every wrong variable', async () => {
    const started = run(['server/main.ts'], { PORT: 'x', LOG_LEVEL: 'loud' });
    expect(await started.ended).toBe(1);
    expect(started.err).toMatch(/PORT: [^\n]+\n.*LOG_LEVEL: /s);
  });
});

describeOnEachEngine('the process', get => {
  let environment: Record<string, string>;
  let server: Run;
  let address: string;

  beforeAll(async () => {
    const { database, options } = get();
    await loadSmallTown(database);
    // Another process gets it from here on.
    await database.close();
    environment = { DATA_DIR: options.dataDir };
    if (options.databaseUrl) environment.DATABASE_URL = options.databaseUrl;
    server = run(['server/main.ts'], environment);
    await Promise.race([until(() => server.out.includes('/sign-in#')), server.ended]);
    address = /http:\/\/[^\s/]+/.exec(server.out)?.[0] ?? '';
    // A command that runs by itself is told where the server is, as an administrator would.
    environment.PUBLIC_URL = address;
  });
  afterAll(() => server.child.kill('SIGKILL'));

  async function signInWith(text: string): Promise<number> {
    const token = /\/sign-in#(\S+)/.exec(text)?.[1];
    const response = await fetch(`${address}/api/v1/planner/session`, posting({ token }));
    return response.status;
  }

  test('prints its address and a link that signs in once', async () => {
    expect(server.err).toBe('');
    expect((await fetch(`${address}/health/ready`)).status).toBe(200);
    expect(await signInWith(server.out)).toBe(200);
    expect(await signInWith(server.out)).toBe(401);
  });

  test('the command line works while it runs', async () => {
    const fresh = await command(['sign-in'], environment);
    expect(fresh).toMatchObject({ code: 0, err: '' });
    expect(fresh.out.startsWith(`${address}/sign-in#`)).toBe(true);
    expect(await signInWith(fresh.out)).toBe(200);
    const status = await command(['status'], environment);
    expect(status.code).toBe(0);
    expect(status.out).toMatch(/GM9901 +Proefdam +[\d,]+ +58 +59 +58/);
    expect(status.out).toMatch(/LOG_LEVEL +warn +environment/);
  });

  test('a command that cannot be carried out says why, and harms nothing', async () => {
    const unknown = await command(['dance'], environment);
    expect(unknown.code).toBe(1);
    expect(unknown.out).toMatch(/import osm FILE/);
    for (const args of [
      ['import', 'osm'],
      ['import', 'osm', 'no-such-file.osm.pbf'],
      ['import', 'osm', '--colour'],
    ]) {
      const failed = await command(args, environment);
      expect(failed.code, args.join(' ')).toBe(1);
      expect(failed.out + failed.err).not.toMatch(/\bat .*:\d+:\d+/);
      expect((failed.out + failed.err).trim().split('\n').length).toBeLessThan(3);
    }
    const dutch = await command(['import', 'osm', 'no-such-file.osm.pbf'], {
      ...environment,
      LANG: 'nl_NL.UTF-8',
    });
    expect(dutch.out).toMatch(/ (bestand|niet) /);
    expect((await fetch(`${address}/api/v1/areas/centrum`)).status).toBe(200);
  });

  test('asked to stop, it answers what it has begun, takes nothing new, and ends well', async () => {
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ token: 'x'.repeat(43) });
    let answer = '';
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.write(
      `POST /api/v1/planner/session HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    );
    await once(socket, 'connect');
    // Its headers are there for certain once a later request has been answered.
    await fetch(`${address}/health/live`, { headers: { Connection: 'close' } });
    server.child.kill('SIGTERM');
    await until(() =>
      fetch(`${address}/health/live`).then(
        () => false,
        () => true,
      ),
    );
    socket.write(body.slice(10));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(await server.ended).toBe(0);
    expect(server.err).toBe('');
  });

  test('the command line works when none runs', async () => {
    const status = await command(['status'], environment);
    expect(status).toMatchObject({ code: 0, err: '' });
    expect(status.out).toMatch(/GM9901 +Proefdam/);
  });
});
