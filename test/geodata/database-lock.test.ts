import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../geodata/database/control-client.ts';
import { forwardCommand } from '../../geodata/database/forward.ts';
import { lockDirectory, readLock } from '../../geodata/database/lock.ts';
import { migrate } from '../../geodata/database/migrate.ts';
import { openDatabase } from '../../geodata/database/open.ts';
import { sql } from '../../geodata/database/sql.ts';
import { openTestDatabase } from '../support/database.ts';

const DATABASE = new URL('../../geodata/database/', import.meta.url);
let dataDir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'kernkaart-lock-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
  await rm(dataDir, { recursive: true, force: true });
});

/** Runs a module text in a process of its own; gives the lines it prints. */
function run(text: string, ...args: string[]): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, ['--input-type=module', '-e', text, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return { child, lines: createInterface({ input: child.stdout! })[Symbol.asyncIterator]() };
}

const HOLD = `
  import { lockDirectory } from '${DATABASE}lock.ts';
  try {
    await lockDirectory(process.argv[1]);
    console.log('held');
    setInterval(() => undefined, 1000);
  } catch (error) {
    console.log(error.message);
  }`;

describe('a data directory', () => {
  it('is refused while another process has it; the message names the process', async () => {
    const { child, lines } = run(HOLD, dataDir);
    expect((await lines.next()).value).toBe('held');
    await expect(lockDirectory(dataDir)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining(`Process ${child.pid} is already using`),
    });
  });

  it('is taken over from a process that was killed', async () => {
    const { child, lines } = run(HOLD, dataDir);
    await lines.next();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await readLock(dataDir))?.pid).toBe(child.pid);
    const lock = await lockDirectory(dataDir);
    expect((await readLock(dataDir))?.pid).toBe(process.pid);
    await lock.release();
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('is taken over by one only of several that find a stale lock', async () => {
    await writeFile(join(dataDir, 'kernkaart.lock'), '{"pid":1,"port":1,"token":"stale"}');
    const said = await Promise.all([1, 2, 3].map(async () => (await run(HOLD, dataDir).lines.next()).value));
    expect(said.filter(line => line === 'held')).toHaveLength(1);
  });

  it('is taken over when something else has come to listen on the port', async () => {
    const other = createServer((_, response) => response.writeHead(401).end()).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await writeFile(join(dataDir, 'kernkaart.lock'), JSON.stringify({ pid: process.pid, port, token: 'x' }));
    const lock = await lockDirectory(dataDir);
    await lock.release();
    other.close();
  });

  it('is taken over when the lock was cut off while it was written', async () => {
    await writeFile(join(dataDir, 'kernkaart.lock'), '{"pid":');
    const lock = await lockDirectory(dataDir);
    await lock.release();
  });

  it('may be taken twice by one process, and is free when both have let go', async () => {
    const first = await lockDirectory(dataDir);
    const second = await lockDirectory(dataDir);
    await first.release();
    expect(await readLock(dataDir)).toBeDefined();
    await second.release();
    expect(await readLock(dataDir)).toBeUndefined();
  });

  it('keeps the secret of its lock from other users of the machine', async () => {
    const lock = await lockDirectory(dataDir);
    const { mode } = await stat(join(dataDir, 'kernkaart.lock'));
    await lock.release();
    if (process.platform !== 'win32') expect(mode & 0o077).toBe(0);
  });
});

describe('a command line', () => {
  it('is carried out by the process that has the directory, line by line, with its exit code', async () => {
    const lock = await lockDirectory(dataDir);
    lock.serve(async function* (args, { cwd }) {
      yield args.join(' ');
      yield cwd;
      return 3;
    });
    const lines: string[] = [];
    const exit = await forwardCommand(dataDir, ['import', 'osm', 'a "file".pbf'], line => lines.push(line));
    await lock.release();
    expect(lines).toEqual(['import osm a "file".pbf', process.cwd()]);
    expect(exit).toBe(3);
  });

  it('waits for a server that is still starting', async () => {
    const lock = await lockDirectory(dataDir);
    const exit = forwardCommand(dataDir, ['status'], () => undefined);
    // biome-ignore lint/correctness/useYield: a command without output
    lock.serve(async function* () {
      return 0;
    });
    expect(await exit).toBe(0);
    await lock.release();
  });

  it('is nobody’s when no process has the directory', async () => {
    expect(await forwardCommand(dataDir, ['status'], () => undefined)).toBeUndefined();
    await writeFile(join(dataDir, 'kernkaart.lock'), '{"pid":1,"port":1,"token":"stale"}');
    expect(await forwardCommand(dataDir, ['status'], () => undefined)).toBeUndefined();
  });

  it('is refused without the secret of the lock', async () => {
    const lock = await lockDirectory(dataDir);
    lock.serve(async function* () {
      yield 'never';
      return 0;
    });
    const holder = (await readLock(dataDir))!;
    for (const token of ['', 'wrong', `${holder.token}x`]) {
      const response = await ask({ ...holder, token }, '/command', '{"args":[],"cwd":"/"}');
      response.resume();
      expect(response.statusCode).toBe(401);
    }
    await lock.release();
  });

  it('says so when the process breaks off', async () => {
    const lock = await lockDirectory(dataDir);
    lock.serve(async function* () {
      yield 'started';
      throw new Error('broken');
    });
    await expect(forwardCommand(dataDir, ['x'], () => undefined)).rejects.toThrow();
    await lock.release();
  });
});

describe('an embedded database whose process is killed', () => {
  const WRITE = `
    import { openDatabase } from '${DATABASE}open.ts';
    import { sql } from '${DATABASE}sql.ts';
    const database = await openDatabase({ dataDir: process.argv[1] });
    await database.query(sql\`insert into session (hash, role, expires_at) values ('whole', 'planner', now())\`);
    await database.transaction(async transaction => {
      await transaction.copy('session', ['hash', 'role', 'expires_at'],
        Array.from({ length: 20000 }, (_, i) => ['part ' + i, 'planner', '2026-01-01']));
      console.log('in the middle');
      await new Promise(() => setInterval(() => undefined, 1000));
    }, { deadline: 600000 });`;

  it('has what was finished and nothing of what was not', async () => {
    const test = await openTestDatabase('embedded');
    await test.database.close();
    const { child, lines } = run(WRITE, test.options.dataDir);
    expect((await lines.next()).value).toBe('in the middle');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const database = await openDatabase(test.options);
    await migrate(database);
    expect(await database.query(sql`select hash from session`)).toEqual([{ hash: 'whole' }]);
    await database.close();
    await test.close();
  });

  it('is made anew when it was killed during the first start', async () => {
    const { child, lines } = run(
      `import { openDatabase } from '${DATABASE}open.ts';
       setTimeout(() => console.log('making'), 2500);
       await openDatabase({ dataDir: process.argv[1] });`,
      dataDir,
    );
    expect((await lines.next()).value).toBe('making');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const database = await openDatabase({ dataDir });
    expect(await database.query(sql`select 1 as one`)).toEqual([{ one: 1 }]);
    await database.close();
  });
});
