import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { ControlAddress } from './control.ts';

/** Milliseconds within which a process that is alive says so, even while it is busy. */
const PATIENCE = 3_000;

/**
 * Whether the process a lock names is there: its port answers to the lock's token. A process number alone says
 * little, in a container it is the same at every start.
 */
export async function isAnswering(holder: ControlAddress): Promise<boolean> {
  try {
    const response = await ask(holder, '/ping', '', PATIENCE);
    response.resume();
    return response.statusCode === 200;
  } catch (error) {
    // Listening but silent is a process that is busy, not one that is gone.
    return (error as Error).name === 'AbortError' || (error as Error).name === 'TimeoutError';
  }
}

/**
 * Asks the control port of another process.
 * @param patience milliseconds until it is given up; without it as long as it takes
 */
export async function ask(
  { port, token }: ControlAddress,
  path: string,
  body: string,
  patience?: number,
): Promise<IncomingMessage> {
  const sent = request({
    host: '127.0.0.1',
    port,
    path,
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    ...(patience ? { signal: AbortSignal.timeout(patience) } : {}),
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  return response;
}
