import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OpenOptions } from '../../geodata/database/open.ts';
import type { Bench } from './ground/bench.ts';
import { newGround } from './ground/engine.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** Opens the database of our environment and does nothing else, as the least that any server needs. */
const BARE = `
  const { openDatabase } = await import('./geodata/database/open.ts');
  const { fixedSql } = await import('./geodata/database/sql.ts');
  const database = await openDatabase({ databaseUrl: process.env.DATABASE_URL, dataDir: process.env.DATA_DIR });
  await database.query(fixedSql('select 1'), { deadline: 120_000 });
  console.log('open at once');
  process.once('SIGTERM', () => database.close().finally(() => process.exit(0)));
`;

interface Started {
  seconds: number;
  /** Resident memory, and the most it has been; undefined where the system does not tell (not Linux). */
  megabytes: number | undefined;
  peak: number | undefined;
}

async function memoryOf(child: ChildProcess): Promise<Pick<Started, 'megabytes' | 'peak'>> {
  const file = `/proc/${child.pid}/status`;
  if (!existsSync(file)) return { megabytes: undefined, peak: undefined };
  const text = await readFile(file, 'utf8');
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) / 1000;
  return { megabytes: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** The address that it prints; empty for the bare engine, which serves nothing. */
function firstLine(child: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let said = '';
  child.stdout?.on('data', chunk => {
    said += chunk;
    if (/ at .*\n/.test(said)) resolve(/http:\S+/.exec(said)?.[0] ?? '');
  });
  child.once('exit', code => reject(new Error(`ended with ${code} before it was ready: ${said}`)));
  return promise;
}

/** Waits until it serves what it has: after a first start that is the fictional town. */
async function ready(address: string): Promise<void> {
  if (address === '') return;
  while ((await fetch(`${address}/health/ready`)).status !== 200) await sleep(100);
}

/** Starts a Node process on a database, waits until it is ready, reads its memory and stops it. */
async function started(args: string[], { databaseUrl, dataDir }: OpenOptions): Promise<Started> {
  const environment = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' };
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...environment, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise(resolve => child.once('close', resolve));
  try {
    await ready(await firstLine(child));
    const seconds = (performance.now() - begun) / 1000;
    return { seconds, ...(await memoryOf(child)) };
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

/** Start to ready, on an empty place (embedded: the fictional town is made there) and again, with memory, beside the engine opened alone. */
export default async function starting({ engine, add }: Bench): Promise<void> {
  const targets = engine === 'embedded' ? { first: 60, later: 8 } : {};
  const server = ['server/main.ts'];
  const bare = ['--input-type=module-typescript', '--eval', BARE];
  const grounds = [await newGround(engine), await newGround(engine)] as const;
  try {
    const [ours, theirs] = grounds;
    for (const which of ['first', 'later'] as const) {
      const mine = await started(server, ours.options);
      const alone = await started(bare, theirs.options);
      const what = 'the engine alone, opened by a script';
      const target = targets[which as keyof typeof targets];
      add({
        what: `start to ready, ${which}`,
        value: mine.seconds,
        unit: 's',
        yardstick: { what, value: alone.seconds },
        ...(target ? { target } : {}),
      });
      if (which === 'first' || mine.megabytes === undefined || alone.megabytes === undefined) continue;
      add({
        what: 'memory when ready',
        value: mine.megabytes,
        unit: 'MB',
        yardstick: { what, value: alone.megabytes },
      });
      add({
        what: 'memory, most while starting',
        value: mine.peak!,
        unit: 'MB',
        yardstick: { what, value: alone.peak! },
      });
    }
  } finally {
    for (const ground of grounds) await ground.remove();
  }
}
