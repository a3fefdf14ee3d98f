import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { Database } from '../../geodata/database/database.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { drain, listen, portOf } from '../../server/http/listen.ts';
import { readStaticFiles } from '../../server/http/static-files.ts';
import { newFolder } from '../support/proof-edition.ts';
import { tileAround } from '../support/tile-app.ts';
import { type Bench, jsonOf } from './ground/bench.ts';
import { percentile } from './ground/clock.ts';
import { serveWithNginx } from './ground/nginx.ts';
import { publishTo } from './ground/publish.ts';
import { letRead, type ReadersAsked, type ReadersSeen } from './ground/readers-seen.ts';
import { importTownAs } from './ground/town.ts';

const CLIENT = path.join(import.meta.dirname, '../../dist/client');
/** Readers at once and for how long: what the issue asks. EMBED_LOAD_SECONDS shortens a trial. */
const READERS = 200;
const SECONDS = Number(process.env.EMBED_LOAD_SECONDS ?? 300);
const TILE_TARGET = 100;
/** Zooms and tiles around the middle that readers look at. */
const ZOOMS = [13, 14, 15, 16];
const AROUND = 2;

/** Half the circumference of the Web Mercator sphere, metres. */
const HALF = Math.PI * 6378137;
const mercator = ([longitude, latitude]: readonly [number, number]): [number, number] => [
  (longitude / 180) * HALF,
  (Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / Math.PI) * HALF,
];

function tilesAround(centre: [number, number]): ReadersAsked['tiles'] {
  const steps = Array.from({ length: 2 * AROUND + 1 }, (_, step) => step - AROUND);
  return ZOOMS.flatMap(z => {
    const { x, y } = tileAround(z, mercator(centre));
    const layers = z >= 14 ? ['base', 'buildings'] : ['base'];
    // The base map ends at 15: beyond, the map magnifies.
    return layers
      .filter(layer => layer !== 'base' || z <= 15)
      .flatMap(layer =>
        steps.flatMap(right => steps.map(down => ({ layer, address: `${z}/${x + right}/${y + down}` }))),
      );
  });
}

/**
 * Seconds from the beginning of one import to that of the next. Each makes a new revision, after which no tile is in
 * memory: one straight after the other (0) is a town that is new every six seconds.
 */
const IMPORT_EVERY = Number(process.env.EMBED_LOAD_IMPORT_EVERY ?? 30);

/** Imports the town again and again until it is told to stop: every time a new revision. */
async function importUntil(database: Database, file: string, stopped: () => boolean): Promise<number> {
  let count = 0;
  for (; !stopped(); count += 1) {
    const next = sleep(IMPORT_EVERY * 1000, undefined, { ref: false });
    // Under another name each time: the same file for the same town would change nothing.
    await importTownAs(database, file, `Delft ${count + 2}`);
    while (!stopped() && !(await Promise.race([next.then(() => true), sleep(500, false)])));
  }
  return count;
}

function addRows(seen: ReadersSeen, what: string, { add, engine }: Pick<Bench, 'add' | 'engine'>): void {
  const target = what.startsWith('live') ? TILE_TARGET : undefined;
  for (const [name, values] of [
    ['tile', seen.tiles],
    ['page', seen.pages],
  ] as const)
    for (const share of [0.5, 0.95, 0.99])
      add({
        what: `${what}: ${name}, p${share * 100} of ${values.length}`,
        value: percentile(values, share),
        unit: 'ms',
        ...(name === 'tile' && share === 0.95 && target !== undefined ? { target } : {}),
      });
  add({ what: `${what}: errors and mixed revisions`, value: seen.faulty, unit: '‰', target: 0 });
  console.error(
    `${engine}: ${what}: ${seen.revisions} revisions seen, ${seen.renewed} pages renewed`,
    seen.faults,
  );
}

/** The same readers of the same embed, as an edition behind nginx: what files alone cost on this machine. */
async function readEdition(bench: Bench, page: string): Promise<void> {
  const { database, add, engine } = bench;
  const directory = await newFolder();
  try {
    const published = await publishTo(database, directory);
    const server = await serveWithNginx(path.join(directory, 'current'));
    if (server === undefined) return console.error('nginx is not installed: nothing beside the live server');
    const archive = published.manifest.files.find(file => /^tiles\/base.*\.pmtiles$/.test(file.path))!;
    const asked = { origin: server.origin, page, tiles: [], readers: READERS, seconds: SECONDS };
    const seen = await letRead({
      ...asked,
      archive: { path: `/${archive.path}`, bytes: archive.bytes },
    }).finally(server.stop);
    addRows(seen, `an edition behind nginx, ${READERS} readers for ${SECONDS} s`, { add, engine });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Two hundred readers of one embed against the server that runs, while the town is imported again and again. Asked for
 * by name only: it takes minutes.
 */
export default async function benchEmbedLoad(bench: Bench): Promise<void> {
  const { database, municipality, imported, get, add, engine } = bench;
  if (!existsSync(path.join(CLIENT, 'embed.js'))) throw new Error('The client is not built: npm run build');
  const files = await readStaticFiles(CLIENT);
  const config = readConfig({});
  const app = createApp({ database, config, logger: pino({ level: 'silent' }) }, { files });
  const server = await listen(app, 0, '127.0.0.1');
  const { areas } = jsonOf<{ areas: { id: string; kind: string; centre: [number, number] }[] }>(
    await get(`/api/v1/areas?municipality=${municipality}`),
  );
  const area = areas.find(({ kind }) => kind === 'town-centre') ?? areas[0]!;
  const asked: ReadersAsked = {
    origin: `http://127.0.0.1:${portOf(server)}`,
    page: `/e/${area.id}`,
    tiles: tilesAround(area.centre),
    archive: null,
    readers: READERS,
    seconds: SECONDS,
  };
  try {
    let done = false;
    const importing = importUntil(database, imported.file, () => done);
    const seen = await letRead(asked);
    done = true;
    const imports = await importing;
    addRows(seen, `live, ${READERS} readers for ${SECONDS} s during ${imports} imports`, { add, engine });
  } finally {
    await drain(server);
  }
  await readEdition(bench, asked.page);
}

/** So that `npm run bench` without a name does not take a quarter of an hour longer. */
export const byNameOnly = true;
