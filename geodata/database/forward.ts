import type { IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandLine } from './control.ts';
import { ask, isAnswering } from './control-client.ts';
import { DatabaseFault } from './database.ts';
import { readLock } from './lock.ts';

/** Milliseconds a command waits for a server that is still starting. */
const STARTING = 30_000;

/**
 * Lets the process that uses a data directory carry out a command line.
 * @param onLine called for each line of output
 * @returns the exit code; undefined when no process uses the directory
 * @throws DatabaseFault of kind `unavailable` when that process takes no commands or ends before the command does
 */
export async function forwardCommand(
  dataDir: string,
  args: readonly string[],
  onLine: (line: string) => void,
): Promise<number | undefined> {
  const holder = await readLock(dataDir);
  if (!holder || holder.port === 0 || !(await isAnswering(holder))) return undefined;
  const body = JSON.stringify({ args, cwd: process.cwd() });
  const until = Date.now() + STARTING;
  let response = await ask(holder, '/command', body);
  while (response.statusCode === 409 && Date.now() < until) {
    response.resume();
    await sleep(250);
    response = await ask(holder, '/command', body);
  }
  if (response.statusCode !== 200) {
    response.resume();
    throw new DatabaseFault(
      'unavailable',
      `Process ${holder.pid} uses the data directory and takes no commands`,
    );
  }
  return readLines(response, onLine);
}

async function readLines(response: IncomingMessage, onLine: (line: string) => void): Promise<number> {
  for await (const text of createInterface({ input: response })) {
    const line = JSON.parse(text) as CommandLine;
    if ('exit' in line) return line.exit;
    onLine(line.line);
  }
  throw new DatabaseFault('unavailable', 'The server ended before the command did');
}
