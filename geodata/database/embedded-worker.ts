// The thread that holds PGlite: WebAssembly blocks whatever thread it runs in for as long as a statement takes.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Results } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { fuzzystrmatch } from '@electric-sql/pglite/contrib/fuzzystrmatch';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { postgis } from '@electric-sql/pglite-postgis';
import { SESSION_SETTINGS } from './connection.ts';
import type { EngineAnswer, EngineError, EngineRequest, EngineRows } from './embedded-message.ts';
import { PARSERS } from './parsers.ts';
import type { WireValue } from './values.ts';

/** Last statement of every script: its answer is proof that the statements before it ran. */
const SENTINEL = 'script_reached_its_end';

class SwallowedFault extends Error {
  readonly swallowed = true;
}

const port = parentPort as MessagePort;
const engine = await open((workerData as { directory: string }).directory);
port.on('message', (message: { id: number; request: EngineRequest }) => void reply(message));
port.postMessage({ id: 0 } satisfies EngineAnswer);

async function open(directory: string): Promise<PGlite> {
  const opened = await PGlite.create({
    dataDir: directory,
    // Needed at every open, not only when the extension is created.
    extensions: { postgis, pg_trgm, unaccent, btree_gist, fuzzystrmatch },
  });
  // Ours only: PGlite's own make Dates and BigInts, and read arrays of every type there is.
  opened.parsers = Object.fromEntries(PARSERS);
  opened.serializers = {};
  await opened.exec(SESSION_SETTINGS);
  return opened;
}

async function reply({ id, request }: { id: number; request: EngineRequest }): Promise<void> {
  const answer: EngineAnswer = { id };
  try {
    const result = await perform(request);
    if (result) answer.result = result;
  } catch (error) {
    answer.error = describe(error);
  }
  port.postMessage(answer);
}

async function perform(request: EngineRequest): Promise<EngineRows | undefined> {
  switch (request.kind) {
    case 'run':
      return run(request.text, request.values);
    case 'single':
      return single(request.begin, request.text, request.values);
    case 'script':
      return script(request.text);
    case 'copy':
      return copy(request.into, request.text);
    case 'close':
      await engine.close();
      return undefined;
  }
}

/** Every statement that was carried out carries a command tag; one in which GEOS threw has none, or `???`. */
function mustHaveRun(result: Results<unknown> | undefined): void {
  if (!/^[A-Z]/.test(result?.command ?? '')) {
    throw new SwallowedFault('A geometry operation failed (the embedded engine gives no reason)');
  }
}

async function run(text: string, values: readonly WireValue[]): Promise<EngineRows> {
  const result = await engine.query<unknown[]>(text, [...values], { rowMode: 'array' });
  mustHaveRun(result);
  return { names: result.fields.map(({ name }) => name), rows: result.rows };
}

async function script(text: string): Promise<undefined> {
  const results = await engine.exec(`${text}\n;select '${SENTINEL}' as ${SENTINEL}`);
  for (const result of results) mustHaveRun(result);
  if (results.at(-1)?.fields[0]?.name !== SENTINEL) mustHaveRun(undefined);
}

async function single(begin: string, text: string, values: readonly WireValue[]): Promise<EngineRows> {
  try {
    // Nothing in here can make GEOS throw: each statement's own tag is proof enough.
    for (const result of await engine.exec(begin)) mustHaveRun(result);
    const rows = await run(text, values);
    await engine.exec('commit');
    return rows;
  } catch (error) {
    await engine.exec('rollback');
    throw error;
  }
}

async function copy(into: string, text: string): Promise<undefined> {
  mustHaveRun(await engine.query(`copy ${into} from '/dev/blob'`, [], { blob: new Blob([text]) }));
}

function describe(error: unknown): EngineError {
  const { message, code, detail, swallowed } = error as Error & EngineError;
  return { message: message ?? `${error}`, code, detail, swallowed } as EngineError;
}
