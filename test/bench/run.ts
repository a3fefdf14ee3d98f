/**
 * `npm run bench [topic ...]`: every figure beside its yardstick in the same run, on the embedded engine and, where
 * BENCH_DATABASE_URL or TEST_DATABASE_URL names one, on native PostGIS first. A topic is a file of this folder.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Database } from '../../geodata/database/database.ts';
import type { Bench, Topic } from './ground/bench.ts';
import { timed } from './ground/clock.ts';
import { nativeUrl, newGround, openGround } from './ground/engine.ts';
import { serve } from './ground/serve.ts';
import { keepsTarget, type Row, tableOf } from './ground/table.ts';
import { importTown, townFile } from './ground/town.ts';

/** A topic that takes very long is measured only when it is asked for by name. */
type TopicFile = { default: Topic; byNameOnly?: boolean };

const rows: Row[] = [];

async function topics(): Promise<[name: string, topic: Topic][]> {
  const asked = process.argv.slice(2);
  const names = readdirSync(import.meta.dirname)
    .filter(name => name.endsWith('.ts') && name !== 'run.ts')
    .map(name => path.basename(name, '.ts'));
  const unknown = asked.filter(name => !names.includes(name));
  if (unknown.length > 0) throw new Error(`No topic ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  const chosen = asked.length > 0 ? asked : names;
  const found = await Promise.all(
    chosen.map(async name => [name, (await import(`./${name}.ts`)) as TopicFile] as const),
  );
  return found
    .filter(([, { byNameOnly }]) => asked.length > 0 || !byNameOnly)
    .map(([name, file]) => [name, file.default]);
}

async function benchEngine(engine: Database['engine'], chosen: [string, Topic][]): Promise<void> {
  const file = townFile();
  const ground = await newGround(engine);
  const database = await openGround(ground);
  try {
    const { milliseconds, result } = await timed(() => importTown(database, file));
    const read = Object.values(result.counts).reduce((sum, count) => sum + count.read, 0);
    const served = await serve(database);
    const bench: Bench = {
      engine,
      database,
      municipality: result.municipality,
      imported: { seconds: milliseconds / 1000, rows: read, file },
      get: served.get,
      post: served.post,
      query: (statement, role = 'owner') => database.as(role).query(statement),
      add: figure => void rows.push({ engine, ...figure }),
    };
    for (const [name, topic] of chosen) {
      console.error(`${engine}: ${name} ...`);
      await topic(bench);
    }
    await served.stop();
  } finally {
    await database.close();
    await ground.remove();
  }
}

const chosen = await topics();
for (const engine of nativeUrl() ? (['native', 'embedded'] as const) : (['embedded'] as const)) {
  await benchEngine(engine, chosen);
}
process.stdout.write(`${tableOf(rows)}\n`);
const missed = rows.filter(row => keepsTarget(row) === false);
if (missed.length > 0)
  process.stdout.write(`${missed.length} of ${rows.length} figures miss their target.\n`);
// The embedded engine keeps a thread; everything is closed by now.
process.exit(0);
