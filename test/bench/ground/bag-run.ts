/**
 * One measured run of reading a GeoPackage of the BAG, in a process of its own so that its peak of memory is its own. Prints one
 * line of JSON. Arguments: `raw` or `whole`, the file, the address of the database or the data directory.
 */

import type { Database } from '../../../geodata/database/database.ts';
import { openDatabase } from '../../../geodata/database/open.ts';
import { GeoPackage, packageGeometry } from '../../../geodata/formats/geopackage.ts';
import { importBag } from '../../../geodata/sources/bag/import.ts';
import { publishFigures } from '../../../server/policy/publish.ts';

const [mode, path, where] = process.argv.slice(2) as ['raw' | 'whole', string, string];
const LAYERS = ['verblijfsobject', 'pand'] as const;
const KILOBYTES = 1024;

/** Every column of both layers as it is, by COPY into plain tables. */
async function copyRaw(database: Database): Promise<number> {
  const file = new GeoPackage(path);
  let copied = 0;
  const deadline = 3_600_000;
  await database.transaction(
    async transaction => {
      for (const name of LAYERS) {
        const layer = file.layer(name)!;
        const columns = ['geom', ...layer.columns.filter(column => column !== 'geom')];
        const list = columns.map(column => `${column} ${column === 'geom' ? 'geometry' : 'text'}`).join(', ');
        await transaction.script(`create table public.raw_${name} (${list})`);
        async function* rows() {
          for await (const batch of file.batches(layer, columns)) {
            for (const [geometry, ...values] of batch)
              yield [packageGeometry(geometry, 28992)?.hex, ...values];
          }
        }
        copied += await transaction.copy(`public.raw_${name}`, columns, rows());
      }
    },
    { deadline },
  );
  file.close();
  return copied;
}

async function importWhole(database: Database): Promise<number> {
  const { counts } = await importBag(
    path,
    { municipality: 'GM9001', name: 'Grootstad' },
    { database, madeBy: 'bench', software: 'bench', publish: publishFigures, progress: say },
  );
  return counts.building!.loaded + counts.premises!.loaded;
}

let last = { step: '', at: performance.now() };
function say(step: string): void {
  if (step === last.step) return;
  const now = performance.now();
  const resident = Math.round(process.memoryUsage.rss() / 1e6);
  if (last.step) console.error(`  ${last.step}: ${((now - last.at) / 1000).toFixed(1)} s, ${resident} MB`);
  last = { step, at: now };
}

const database = await openDatabase(
  where.startsWith('postgres') ? { databaseUrl: where, dataDir: '.' } : { dataDir: where },
);
const started = performance.now();
const rows = await (mode === 'raw' ? copyRaw : importWhole)(database);
const seconds = (performance.now() - started) / 1000;
const megabytes = (process.resourceUsage().maxRSS * KILOBYTES) / 1e6;
process.stdout.write(`${JSON.stringify({ seconds, rows, megabytes })}\n`);
await database.close();
process.exit(0);
